"""Articles audited by several processes at once, told in the order in which they were named."""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from auditor.turns.common import Common, Job
from auditor.turns.crew import Crew, Death, collected, dismiss, give
from auditor.turns.turn import Said, Turn
from auditor.write.ending import INCOMPLETE

if TYPE_CHECKING:
    from auditor.turns.one import Turns

AHEAD = 4
"""Articles for each process that may be done before one named earlier is: what bounds memory."""


def turns_apart(jobs: Sequence[Job], common: Common, workers: int) -> Iterator[Turn]:
    """Yield the turn of each article in order, audited by at most `workers` processes.

    The article whose process dies was not checked; the others are audited all the same.
    """
    crew = Crew[int](partial(_turns, common), min(workers, len(jobs)))
    waiting = deque(range(len(jobs)))
    done: dict[int, Turn] = {}
    try:
        for n in range(len(jobs)):
            while n not in done:
                while waiting and waiting[0] < n + AHEAD * workers and crew.has_room:
                    begun = waiting.popleft()
                    give(crew, begun, jobs[begun])
                for number, turn in collected(crew):
                    done[number] = _lost(jobs[number], turn) if isinstance(turn, Death) else turn
            yield done.pop(n)
    finally:
        dismiss(crew)


def _turns(common: Common) -> "Turns":
    from auditor.turns.one import turns_of

    return turns_of(common)


def _lost(job: Job, death: Death) -> Turn:
    path = str(job.article.path)
    line = (
        f"audit: {path}: the process that audited it ended with {death}, perhaps for want of "
        "memory; audit it again with --workers 1"
    )
    return Turn(path, INCOMPLETE, "was not audited: its process died", (Said(line),))
