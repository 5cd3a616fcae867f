"""Assignments done by this process or by several of this machine, each story once."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from auditor.batch.assignment import Assignment
from auditor.batch.filing import FiledStory, filing, unfiled
from auditor.turns.crew import Crew, Death, collected, dismiss, give

ATTEMPTS = 3
"""Processes that a story may cost before it is given up, as many as Dask allows."""


def filed_here(todo: Iterable[Assignment], model: bool, cache: bool) -> Iterator[FiledStory]:
    """Yield what comes of each assignment, in their order, done by this process."""
    return map(filing(model, cache), todo)


def filed_apart(
    todo: Iterable[Assignment], model: bool, cache: bool, workers: int
) -> Iterator[FiledStory]:
    """Yield what comes of each assignment as it comes, done by `workers` processes.

    An assignment is read when somebody is free for it, or will be next. That of a process that
    dies is given to another.
    """
    crew = Crew[Assignment](partial(_hand, model, cache), workers)
    deaths: Counter[str] = Counter()
    coming = iter(todo)
    waiting = deque(islice(coming, 1))
    try:
        while waiting or crew.busy:
            while waiting and crew.has_room:
                one = waiting.popleft()
                give(crew, one, one)
                waiting.extend(() if waiting else islice(coming, 1))
            for one, what in collected(crew):
                if not isinstance(what, Death):
                    yield what
                    continue
                deaths[one.story] += 1
                if deaths[one.story] < ATTEMPTS:
                    waiting.append(one)
                else:
                    yield unfiled(one, _killing(one, what))
    finally:
        dismiss(crew)


def _hand(model: bool, cache: bool) -> Callable[[Assignment], FiledStory]:
    return filing(model, cache)


def _killing(one: Assignment, death: Death) -> str:
    return (
        f"{one.story}: {ATTEMPTS} processes that audited it ended, the last with {death}, perhaps "
        "for want of memory; audit it by itself"
    )
