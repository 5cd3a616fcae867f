"""Turns told to the user: reports to standard output, lines to standard error, what came of all."""

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
        is_array: whether standard output gets JSON, which is one array of several articles.
        joined: the format in which standard output gets one document of several articles, "" for
            any other.
        is_for_people: whether standard output gets nothing but text.
    """

    articles: tuple[str, ...]
    is_several: bool
    is_quiet: bool
    is_array: bool
    is_for_people: bool
    joined: str = ""


def tell(turns: Iterable[Turn], audience: Audience) -> int:
    """Tell each turn as soon as it is over, and at the end what came of each; return the status.

    Args:
        turns: in the order in which articles were named.
        audience: how.
    """
    ended: list[Turn] = []
    reports = 0
    held: list[str] = []
    for turn in _watched(turns, audience):
        statuses = [turn.status]
        for step in turn.steps:
            if isinstance(step, Shown) and audience.is_several and audience.joined:
                held.append(step.text)
                continue
            parted = _parted(step, reports, audience)
            statuses.append(_told(parted, audience))
            reports += isinstance(parted, Shown) and bool(parted.text)
        ended.append(replace(turn, status=_worst(statuses), steps=()))
    closing = _closing(ended, reports, audience, held)
    rest = [_told(step, audience) for step in closing]
    return _worst([*(turn.status for turn in ended), *rest])


def _watched(turns: Iterable[Turn], audience: Audience) -> Iterator[Turn]:
    """Yield turns, and show on a terminal which one is awaited."""
    coming = iter(turns)
    for n, article in enumerate(audience.articles, start=1):
        is_shown = not audience.is_quiet
        if is_shown:
            at = f"{n} of {len(audience.articles)}, " if audience.is_several else ""
            progress(f"audit: {at}{article} …")
        try:
            turn = next(coming)
        finally:
            if is_shown:
                no_progress()
        yield turn


def _parted(step: Step, before: int, audience: Audience) -> Step:
    """Return a step whose report is parted from the `before` reports that were shown already."""
    if not isinstance(step, Shown) or not audience.is_several:
        return step
    if not audience.is_array:
        return replace(step, text="\n" * bool(before) + step.text)
    inner = _elements(step)
    return replace(step, text=f"{',' if before else '['}\n{inner}" if inner else "")


def _elements(step: Shown) -> str:
    """Return what a report adds to an array: itself, or the elements of the array that it is."""
    text = step.text.strip()
    return text[1:-1].strip("\n") if text.startswith("[") else text


def _closing(
    ended: Sequence[Turn], reports: int, audience: Audience, held: Sequence[str]
) -> Iterator[Step]:
    """Yield what follows the last of several articles: what was held back, a line on each."""
    if not audience.is_several:
        return
    if audience.joined:
        from auditor.render.one_document import joined

        yield Shown(audience.joined, joined(audience.joined, held))
    if audience.is_array:
        yield Shown("json", "\n]\n" if reports else "[]\n")
    rows = [on_one_line(f"{turn.article}: {turn.outcome}") for turn in ended]
    if not rows or audience.is_quiet:
        return
    if audience.is_for_people:
        yield Shown("text", "\n" * bool(reports) + "\n".join([*rows, ""]))
    else:
        yield from (Said(row) for row in rows)


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


def _worst(statuses: Sequence[int]) -> int:
    return max(statuses, key=BEST_FIRST.index, default=CLEAN)


def _open(path: Path) -> None:
    import webbrowser

    try:
        opened = webbrowser.open(path.resolve().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say(f"audit: {path}: no browser can be started; open it yourself")
