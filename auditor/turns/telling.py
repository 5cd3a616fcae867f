"""Turns told to the user: reports to standard output, lines to standard error, what came of all."""

import webbrowser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.errors import Unwritten
from auditor.knowledge.acting import on_one_line
from auditor.turns.turn import Opened, Said, Shown, Step, Turn
from auditor.write.deliver import show_report
from auditor.write.ending import BEST_FIRST, CLEAN, INCOMPLETE
from auditor.write.progress import no_progress, progress
from auditor.write.streams import say


@dataclass(frozen=True, slots=True)
class Audience:
    """How a run is told.

    Attributes:
        articles: the names of those whose turns come, in order.
        is_several: whether more than one was named, so that each must be told from the others.
        is_quiet: whether faults alone are said.
        is_array: whether standard output gets reports in JSON, and of several articles an array.
        is_for_people: whether standard output gets nothing but text.
    """

    articles: tuple[str, ...]
    is_several: bool
    is_quiet: bool
    is_array: bool
    is_for_people: bool


def tell(turns: Iterable[Turn], audience: Audience) -> int:
    """Tell each turn as soon as it is over, and at the end what came of each; return the status.

    Args:
        turns: in the order in which articles were named.
        audience: how.
    """
    ended: list[Turn] = []
    is_array = audience.is_array and audience.is_several
    reports = 0
    for turn in _watched(turns, audience):
        steps = _in_array(turn.steps, reports) if is_array else turn.steps
        reports += sum(isinstance(step, Shown) for step in steps)
        statuses = [turn.status, *(_told(step, audience) for step in steps)]
        ended.append(replace(turn, status=_worst(statuses), steps=()))
    rest = [_told(_end(reports), audience)] if is_array else []
    if audience.is_several and not audience.is_quiet:
        rest += [_row(f"{turn.article}: {turn.outcome}", audience) for turn in ended]
    return _worst([*(turn.status for turn in ended), *rest])


def _row(row: str, audience: Audience) -> int:
    """Tell in a line what came of one article: to people among the findings they read."""
    if not audience.is_for_people:
        say(row)
        return CLEAN
    return _told(Shown("text", f"{on_one_line(row)}\n"), audience)


def _worst(statuses: Sequence[int]) -> int:
    return max(statuses, key=BEST_FIRST.index, default=CLEAN)


def _in_array(steps: Sequence[Step], before: int) -> tuple[Step, ...]:
    """Return steps whose JSON report goes on with an array that holds `before` reports."""
    opening = "," if before else "["
    return tuple(
        replace(step, text=f"{opening}\n{step.text.rstrip()}") if isinstance(step, Shown) else step
        for step in steps
    )


def _end(reports: int) -> Shown:
    return Shown("json", "\n]\n" if reports else "[]\n")


def _told(step: Step, audience: Audience) -> int:
    """Take one step and return the status that it leads to."""
    match step:
        case Shown():
            try:
                show_report(step.text, step.format)
            except Unwritten as error:
                say(f"audit: {error}")
                return INCOMPLETE
        case Said():
            if step.is_fault or not audience.is_quiet:
                say(step.line)
        case Opened():
            _open(step.path)
    return CLEAN


def _watched(turns: Iterable[Turn], audience: Audience) -> Iterator[Turn]:
    """Yield turns, and show on a terminal which one is awaited."""
    coming = iter(turns)
    for n, article in enumerate(audience.articles):
        if not audience.is_quiet:
            at = f"{n + 1} of {len(audience.articles)}: " if audience.is_several else ""
            progress(f"audit: {at}auditing {article} …")
        try:
            yield next(coming)
        finally:
            no_progress()


def _open(path: Path) -> None:
    try:
        opened = webbrowser.open(path.resolve().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say(f"audit: {path}: no browser can be started; open it yourself")
