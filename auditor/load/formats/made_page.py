"""The page that a file's content makes: its portions as one text, with blocks and locators."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from auditor.load.formats.content import CELL, MARKER, Content, Portion
from auditor.load.lines import Line, lines
from auditor.load.page import ReadPage
from auditor.load.title import headline
from auditor.model.document import Block, DocumentDate
from auditor.model.locator import Locator
from auditor.model.words import DateMark, SentenceKind

OPENING = 500
"""Characters in which a text shows its own title. A guess."""


def made_page(content: Content) -> ReadPage:
    """Return the page of a content that has portions."""
    text, starts = _joined(content.portions)
    blocks = tuple(_blocks(content.portions, starts))
    shown = tuple(_shown(text, blocks))
    heading = next((one for one in blocks if one.kind is SentenceKind.HEADING), None)
    if heading is None:
        line = headline(text, shown)
        blocks = tuple(_headed_by(line, one) for one in blocks)
        heading = Block(line.start, line.end, SentenceKind.HEADING) if line else None
    title = content.title or (text[heading.start : heading.end] if heading else "")
    return ReadPage(
        text=text,
        lines=shown,
        title=" ".join(title.split()) or None,
        headline_end=heading.end if heading else 0,
        blocks=blocks if any(map(_is_marked, content.portions)) else (),
        dates=dates_of(content),
        anchors=(),
        locators=tuple(_locators(content.portions, starts)),
        gaps=content.gaps,
    )


def _is_marked(portion: Portion) -> bool:
    """Tell whether a file says of a text what its looks do not, as those of plain text do."""
    match portion.kind:
        case SentenceKind.PROSE:
            return False
        case SentenceKind.TABLE_ROW:
            return CELL not in portion.text
        case SentenceKind.LIST_ITEM:
            return not MARKER.match(portion.text)
    return True


def _headed_by(line: Line | None, block: Block) -> Block:
    """Return a block, as heading where it is the line that heads the text by its looks."""
    is_heading = line is not None and (line.start, line.end) == (block.start, block.end)
    return replace(block, kind=SentenceKind.HEADING) if is_heading else block


def dates_of(content: Content) -> tuple[DocumentDate, ...]:
    """Return the day that a file declares, () where it declares none or none of the calendar."""
    try:
        day = date.fromisoformat(content.day)
    except ValueError:
        return ()
    return (DocumentDate(0, 0, day, DateMark.PUBLISHED),)


def headed(page: ReadPage, title: str) -> ReadPage:
    """Return a page with its title, which is put above a text that does not open with it."""
    if not title:
        return page
    if title in " ".join(page.text[: len(title) + OPENING].split()):
        return replace(page, title=title)
    shift = len(title) + 2
    above = (Block(0, len(title), SentenceKind.HEADING),) if page.blocks else ()
    return replace(
        page,
        text=f"{title}\n\n{page.text}",
        lines=(Line(0, len(title), title), *(_later(line, shift) for line in page.lines)),
        title=title,
        headline_end=len(title),
        blocks=(
            *above,
            *(Block(one.start + shift, one.end + shift, one.kind) for one in page.blocks),
        ),
        dates=tuple(_dated_later(one, shift) for one in page.dates),
    )


def numbered(text: str) -> tuple[Locator, ...]:
    """Return the paragraphs of a text, which blank lines part, by their numbers."""
    rows = tuple(lines(text))
    opens = [
        n == 0 or text[rows[n - 1].end : row.start].replace("\r\n", "\n").count("\n") > 1
        for n, row in enumerate(rows)
    ]
    firsts = [row.start for row, is_first in zip(rows, opens, strict=True) if is_first]
    ends = [*firsts, len(text)]
    return tuple(
        Locator(start, end, f"paragraph {n}") for n, (start, end) in enumerate(pairwise(ends), 1)
    )


def _later(line: Line, shift: int) -> Line:
    return Line(line.start + shift, line.end + shift, line.text)


def _dated_later(stated: DocumentDate, shift: int) -> DocumentDate:
    if not stated.end:
        return stated
    return replace(stated, start=stated.start + shift, end=stated.end + shift)


def _joined(portions: Sequence[Portion]) -> tuple[str, tuple[int, ...]]:
    """Return the portions as one text, and where each begins in it."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for n, portion in enumerate(portions):
        glue = portion.glue if n else ""
        starts.append(length + len(glue))
        pieces += (glue, portion.text)
        length += len(glue) + len(portion.text)
    return "".join(pieces), tuple(starts)


def _blocks(portions: Sequence[Portion], starts: Sequence[int]) -> Iterable[Block]:
    """Return a block for each run of portions that no line's end parts; an item has no marker."""
    blocks: list[Block] = []
    for portion, start in zip(portions, starts, strict=True):
        end = start + len(portion.text)
        marker = MARKER.match(portion.text) if portion.kind is SentenceKind.LIST_ITEM else None
        if blocks and "\n" not in portion.glue:
            blocks[-1] = replace(blocks[-1], end=end)
        else:
            blocks.append(Block(start + (marker.end() if marker else 0), end, portion.kind))
    return blocks


def _locators(portions: Sequence[Portion], starts: Sequence[int]) -> Iterable[Locator]:
    """Return where each portion stands, neighbours of one place together."""
    found: list[Locator] = []
    for portion, start in zip(portions, starts, strict=True):
        end = start + len(portion.text)
        if found and found[-1].label == portion.locator:
            found[-1] = replace(found[-1], end=end)
        elif portion.locator:
            found.append(Locator(start, end, portion.locator))
    return found


def _shown(text: str, blocks: Sequence[Block]) -> Iterable[Line]:
    """Return the lines in which the text itself can state its date."""
    furniture = [one for one in blocks if one.kind is SentenceKind.BOILERPLATE]
    return (
        line
        for line in lines(text)
        if not any(one.start <= line.start < one.end for one in furniture)
    )
