"""The paragraphs that printed lines make: over columns and pages, without hyphens of the setter."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from auditor.load.formats.content import CELL, MARKER, PARAGRAPH, Portion
from auditor.load.formats.hyphens import Spellings, spellings
from auditor.load.formats.page_lines import PrintedLine
from auditor.model.words import SentenceKind

LOOSE = 1.35
"""Times the usual distance of lines from which a paragraph ends. A guess."""

INDENT = 0.8
"""Sizes of print by which a paragraph's first line stands in. A guess."""

ROOM_LEFT = 0.5
"""Sizes of print that a line has to spare where the next word would have fitted on it. A guess."""

OTHER_SIZE = 0.12
"""Share by which the print of another kind of text differs. A guess."""

LARGE = 1.15
"""Times the usual size of print from which a short paragraph is a heading. A guess."""

HEADING_WORDS = 30
"""A longer paragraph is none."""

COLUMN_LINES = 15
"""Lines before and after one by which the width of its column is told. A guess."""

_FIRST = re.compile(r"[^ -]*-?")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:,[^–—]{1,30})?(?:\([^)]{1,30}\))? ?[–—]")
"""What opens a report: ``BAGHDAD, Jan 5 (Reuters) –``."""

_ENDED = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and the page it stands on."""

    line: PrintedLine
    locator: str


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a document is set: its usual size of print and distance of lines."""

    size: float
    pitch: float


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The lines of one paragraph so far, and the right edge of the column of its last line."""

    lines: tuple[PlacedLine, ...]
    edge: float


def portions_of(lines: Sequence[PlacedLine]) -> Iterator[Portion]:
    """Yield the text of lines in the order of reading, a portion for each page of a paragraph."""
    setting = _setting(lines)
    known = spellings(placed.line.text for placed in lines)
    paragraph = _Paragraph((), 0.0)
    for n, placed in enumerate(lines):
        if paragraph.lines and _begins(placed, paragraph, setting):
            yield from _portions(paragraph.lines, setting, known)
            paragraph = _Paragraph((), 0.0)
        paragraph = _Paragraph((*paragraph.lines, placed), _edge(n, lines))
    if paragraph.lines:
        yield from _portions(paragraph.lines, setting, known)


def _edge(n: int, lines: Sequence[PlacedLine]) -> float:
    """Return the right edge of the column that a line stands in."""
    own = lines[n]
    around = lines[max(0, n - COLUMN_LINES) : n + COLUMN_LINES + 1]
    return max(
        one.line.right
        for one in around
        if one.locator == own.locator
        and one.line.left < own.line.right
        and own.line.left < one.line.right
        and abs(one.line.size - own.line.size) <= OTHER_SIZE * own.line.size
    )


def _setting(lines: Sequence[PlacedLine]) -> _Setting:
    """Return the size of most letters, and the distance of lines that most have to the next."""
    letters: dict[float, int] = {}
    for placed in lines:
        size = round(placed.line.size, 1)
        letters[size] = letters.get(size, 0) + len(placed.line.text)
    size = max(letters, key=lambda one: (letters[one], -one)) if letters else 10.0
    steps = [
        one.line.middle - two.line.middle
        for one, two in itertools.pairwise(lines)
        if one.locator == two.locator and 0 < one.line.middle - two.line.middle < 3 * size
    ]
    return _Setting(size, median(steps) if steps else 1.2 * size)


def _begins(placed: PlacedLine, paragraph: _Paragraph, setting: _Setting) -> bool:
    """Tell whether a line begins a paragraph."""
    line, before = placed.line, paragraph.lines[-1]
    last = before.line
    if MARKER.match(line.text) or CELL in line.text or CELL in last.text:
        return True
    if _DATELINE.match(line.text) and not last.text.endswith((",", "-")):
        return True
    if abs(line.size - last.size) > OTHER_SIZE * last.size or _had_room(line, last, paragraph.edge):
        return True
    step = last.middle - line.middle
    if placed.locator != before.locator or step <= 0:
        return not _goes_on(last.text, line.text)
    if step > LOOSE * max(setting.pitch, 1.15 * line.size):
        return True
    return len(paragraph.lines) > 1 and line.left - last.left > INDENT * line.size


def _had_room(line: PrintedLine, last: PrintedLine, edge: float) -> bool:
    """Tell whether the first word of a line, or a part of it, would have fitted on the last."""
    word = len(line.text) - len(_FIRST.sub("", line.text, count=1)) + 1
    width = (line.right - line.left) / len(line.text)
    return last.right + word * width < edge - ROOM_LEFT * line.size


def _goes_on(before: str, after: str) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    return not _ENDED.search(before) and (
        after[:1].islower() or before.endswith((",", "-", "\xad"))
    )


def _portions(
    paragraph: Sequence[PlacedLine], setting: _Setting, known: Spellings
) -> Iterator[Portion]:
    kind = _kind(paragraph, setting)
    text, locator, glue = "", paragraph[0].locator, PARAGRAPH
    for placed in paragraph:
        words = placed.line.text
        if placed.locator == locator:
            text = (known.joined(text, words) or f"{text} {words}") if text else words
            continue
        whole = known.joined(text, words)
        if whole is None:
            yield Portion(text, locator, kind, glue)
            text, glue = words, " "
        else:
            cut = len(whole) - len(words)
            yield Portion(whole[:cut], locator, kind, glue)
            text, glue = words, ""
        locator = placed.locator
    yield Portion(_without_soft(text), locator, kind, glue)


def _without_soft(text: str) -> str:
    """Return a text whose last hyphen of the setter is one: no word goes on behind it."""
    return text.replace("\xad", "-")


def _kind(paragraph: Sequence[PlacedLine], setting: _Setting) -> SentenceKind:
    text = " ".join(placed.line.text for placed in paragraph)
    if MARKER.match(text):
        return SentenceKind.LIST_ITEM
    if CELL in text:
        return SentenceKind.TABLE_ROW
    size = max(placed.line.size for placed in paragraph)
    is_large = size >= LARGE * setting.size and len(text.split()) <= HEADING_WORDS
    return SentenceKind.HEADING if is_large else SentenceKind.PROSE
