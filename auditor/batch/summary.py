"""All stories on one page, and in a few lines for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from auditor.batch.tally import Share, StoryRow, Tally
from auditor.model.words import Category
from auditor.render.html import written
from auditor.render.labels import CATEGORIES, counted
from auditor.render.safe import line

STYLES = ("base.css", "screen.css", "batch.css")
"""Files of ``reports/css/``, in the order in which they are joined."""

ENDS = {
    "lost": "not audited",
    "stop": "not ready to run",
    "open": "not fully checked",
    "read": "with warnings alone",
    "clear": "with nothing against them",
}
"""How stories ended, in words, by the states of a tally."""

SIGNS = {"lost": "?", "stop": "✗", "open": "?", "read": "!", "clear": "✓"}
"""Each state in one character."""

SHOWN = 5
"""Rows of each list on a terminal."""

UNAUDITED = 20
"""Stories that were not audited, of which a terminal shows the reason."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: what it is of, and its numbers as they are printed."""

    name: str
    about: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story in the table; `address` is that of its own page, "" for none."""

    story: str
    title: str
    desk: str
    state: str
    end: str
    outcome: str
    address: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchPage:
    """Everything that the page on all stories shows.

    Attributes:
        ends: state, number and words of each way in which stories ended.
        left_out: how many stories the table lacks, "" for none.
    """

    title: str
    ends: tuple[tuple[str, str, str], ...]
    desks: tuple[TableRow, ...]
    kinds: tuple[TableRow, ...]
    references: tuple[TableRow, ...]
    stories: tuple[ListedStory, ...]
    left_out: str
    signature: tuple[tuple[str, str], ...]


def to_page(tally: Tally) -> str:
    """Return the page on all stories: one file that asks the network for nothing."""
    return written("batch.html", _page(tally), STYLES, ())


def to_lines(tally: Tally) -> str:
    """Return what a terminal shows of all stories."""
    return "".join(f"{line(row)}\n" if row else "\n" for row in _lines(tally))


def _page(tally: Tally) -> BatchPage:
    missing = tally.total - len(tally.stories)
    return BatchPage(
        title=counted_stories(tally.total),
        ends=tuple(_ends(tally)),
        desks=tuple(TableRow(one.name, "", _numbers(one, one.lost)) for one in tally.desks),
        kinds=tuple(
            TableRow(one.name, _about(one), _numbers(one, one.notes)) for one in tally.kinds
        ),
        references=tuple(
            TableRow(one.name, "", (str(one.errors), str(one.stories))) for one in tally.references
        ),
        stories=tuple(map(_listed, tally.stories)),
        left_out=f"{missing:,} more in stories.jsonl" if missing else "",
        signature=tuple(_signature(tally)),
    )


def counted_stories(number: int) -> str:
    """Return ``1 story`` or ``200 stories``."""
    return "1 story" if number == 1 else f"{number:,} stories"


def _ends(tally: Tally) -> Iterator[tuple[str, str, str]]:
    for state, words in ENDS.items():
        if tally.states[state]:
            yield state, f"{tally.states[state]:,}", words


def _numbers(one: Share, last: int) -> tuple[str, ...]:
    return tuple(f"{number:,}" for number in (one.stories, one.errors, one.warnings, last))


def _about(one: Share) -> str:
    return CATEGORIES[Category(one.about)]


def _listed(row: StoryRow) -> ListedStory:
    numbers = (row.errors, row.warnings, row.unchecked) if row.state != "lost" else ()
    return ListedStory(
        story=row.story,
        title=row.title,
        desk=row.desk,
        state=row.state,
        end=f"{SIGNS[row.state]} {ENDS[row.state]}",
        outcome=row.outcome if row.state == "lost" else "",
        address=quote(row.page.encode("utf-8", "surrogateescape")),
        numbers=tuple(map(str, numbers)),
    )


def _signature(tally: Tally) -> Iterator[tuple[str, str]]:
    for name in ("auditor", "rules", "language", "model"):
        if name in tally.signature:
            yield name, tally.signature[name]


def _lines(tally: Tally) -> Iterator[str]:
    ends = ", ".join(f"{number} {words}" for _, number, words in _ends(tally))
    yield f"{counted_stories(tally.total)}: {ends}."
    yield from _list("Desks with most errors", tally.desks)
    yield from _list("Rules with most errors", tally.kinds)
    yield from _list("References behind most errors", tally.references)
    lost = [row for row in tally.stories if row.state == "lost"]
    if lost:
        yield from ("", "Not audited:")
        yield from (f"{row.outcome}" for row in lost[:UNAUDITED])
        if len(lost) > UNAUDITED:
            yield f"and {len(lost) - UNAUDITED:,} more"


def _list(title: str, shares: Sequence[Share]) -> Iterator[str]:
    wrong = [one for one in shares if one.errors or one.warnings][:SHOWN]
    if wrong:
        yield from ("", f"{title}:")
    for one in wrong:
        warnings = f", {counted(one.warnings, 'warning')}" if one.warnings else ""
        where = f" in {counted_stories(one.stories)}"
        yield f"{one.name}: {counted(one.errors, 'error')}{warnings}{where}"
