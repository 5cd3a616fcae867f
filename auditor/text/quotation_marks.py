"""Pairing quotation marks: where quotes begin and end, whatever marks they stand in.

Double marks and guillemets are paired first, with a stack, so that a missing mark spoils only its
own quote. Single marks come second: most of them are apostrophes, and only a pair that both
opens and closes like a quote is taken for one, or one that opens a sentence and is opened
again before it closes. A mark inside a word never counts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DOUBLE = re.compile(r"``|''|[“”„‟\"＂«»]")
_SINGLE = re.compile(r"(?<!['`])['‘’‚‛‹›](?!')")
_OPENS, _CLOSES = frozenset("“„‟«``"), frozenset("”»''")
_BEFORE_OPENING = frozenset("([{<-–—/:;,=…\"'“‘„‚«‹>*_")
_ELISION = re.compile(
    r"(?:em|im|er|til|till|tis|twas|twere|cause|cos|round|bout|n|ere|nuff|tude|\d\ds)\b"
    r"|A(?:bd|li|mr|mer|ziz|in)\b|U(?:mar|thman)\b",
    re.IGNORECASE,
)
"""Words that lose their beginning, and Arabic names that begin with an ayn."""

_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote with its marks at ``start:end``, the quoted words at ``inner:outer``.

    `closed` is False where the closing mark is missing: it then ends before the next opening
    mark, or with the text.
    """

    start: int
    end: int
    inner: int
    outer: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """The quotes of a paragraph, outer before inner, and the closing marks left over."""

    quotes: tuple[Marked, ...]
    strays: tuple[int, ...]


def quote_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the outermost closed quotes of a paragraph, marks included, in text order."""
    spans: list[tuple[int, int]] = []
    for marked in pair_marks(text).quotes:
        if marked.closed and (not spans or marked.start >= spans[-1][1]):
            spans.append((marked.start, marked.end))
    return tuple(spans)


def pair_marks(text: str) -> Pairing:
    """Return the quotes of one paragraph; a quote never leaves the text given."""
    doubles, strays = _pair_doubles(text)
    singles = _pair_singles(text, doubles)
    marks = sorted((*doubles, *singles), key=lambda m: (m.start, -m.end))
    return Pairing(tuple(m for m in marks if text[m.inner : m.outer].strip()), strays)


def _pair_doubles(text: str) -> tuple[tuple[Marked, ...], tuple[int, ...]]:
    marks = [(m.start(), m.end()) for m in _DOUBLE.finditer(text)]
    stack: list[tuple[int, int]] = []
    pairs: list[Marked] = []
    strays: list[int] = []
    for n, (start, end) in enumerate(marks):
        following = marks[n + 1] if n + 1 < len(marks) else None
        if _is_inch(text, start, end, following if stack else None):
            continue
        if _is_opening(text, start, end, bool(stack)):
            stack.append((start, end))
        elif stack:
            opened = stack.pop()
            pairs.append(Marked(opened[0], end, opened[1], start, closed=True))
        else:
            strays.append(start)
    unclosed = [_unclosed(text, opened, marks) for opened in stack]
    return (*pairs, *unclosed), tuple(strays)


def _unclosed(text: str, opened: tuple[int, int], marks: Sequence[tuple[int, int]]) -> Marked:
    later = bisect_right(marks, opened)
    end = marks[later][0] if later < len(marks) else len(text)
    end = opened[1] + len(text[opened[1] : end].rstrip())
    return Marked(opened[0], end, opened[1], end, closed=False)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the characters before and after a mark; the ends of the text count as spaces."""
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "


def _is_opening(text: str, start: int, end: int, inside: bool) -> bool:
    """Tell whether a double mark opens a quote, by its shape, its place, what is open."""
    before, after = _around(text, start, end)
    mark = text[start:end]
    if mark in {"„", "``"}:
        return True
    looks_open = before.isspace() and not after.isspace()
    looks_shut = not before.isspace() and (after.isspace() or after in ".,;:!?)]}")
    if mark in _OPENS:
        return not (inside and looks_shut)
    if mark in _CLOSES:
        return looks_open and not inside
    if inside:
        return looks_open and (after.isalnum() or after in "$£€[")
    return looks_open or before.isspace() or (before in _BEFORE_OPENING and not after.isspace())


def _is_inch(text: str, start: int, end: int, following: tuple[int, int] | None) -> bool:
    """Tell whether a straight mark means inches or seconds: ``5'10"``, ``a 12" screen``.

    `following` is the next double mark where a quote is open, which this mark might close.
    """
    before, after = _around(text, start, end)
    if text[start:end] not in {'"', "''"} or not before.isdigit():
        return False
    if following is None:
        return True
    if re.search(r"\d['′’]\d{1,2}$", text[max(0, start - 6) : start]):
        return True
    opens_next = _is_opening(text, *following, False)
    return (after == "-" or text[end : end + 2].lstrip(" ").islower()) and not opens_next


def _pair_singles(text: str, doubles: Sequence[Marked]) -> Iterator[Marked]:
    """Yield the quotes in single marks, each wholly inside or outside of the double ones."""
    groups: dict[int, list[int]] = {}
    for offset, around in _enclosing([m.start() for m in _SINGLE.finditer(text)], doubles):
        groups.setdefault(around, []).append(offset)
    for offsets in groups.values():
        yield from _pair_group(text, offsets)


def _enclosing(offsets: Sequence[int], doubles: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Yield each place with the start of the innermost double quote around it, or -1."""
    opening = sorted(doubles, key=lambda m: m.start)
    stack: list[Marked] = []
    n = 0
    for offset in offsets:
        while n < len(opening) and opening[n].start < offset:
            stack.append(opening[n])
            n += 1
        while stack and stack[-1].end <= offset:
            stack.pop()
        yield offset, stack[-1].start if stack else -1


def _pair_group(text: str, offsets: Sequence[int]) -> Iterator[Marked]:
    opened: int | None = None
    closings: list[int] = []
    for offset in offsets:
        if _opens_single(text, offset):
            if opened is not None and _reopens(text, opened, closings, offset):
                end = len(text[:offset].rstrip())
                yield Marked(opened, end, opened + 1, end, closed=False)
            else:
                yield from _closed_single(text, opened, closings)
            opened, closings = offset, []
        elif _closes_single(text, offset):
            closings.append(offset)
    yield from _closed_single(text, opened, closings)


def _closed_single(text: str, opened: int | None, closings: Sequence[int]) -> Iterator[Marked]:
    """Yield the quote from `opened` to the closing mark that is least like an apostrophe."""
    if opened is None or not closings:
        return
    sure = [offset for offset in closings if not _is_possessive(text, offset)]
    end = (sure or closings)[0]
    yield Marked(opened, end + 1, opened + 1, end, closed=True)


def _reopens(text: str, opened: int, closings: Sequence[int], offset: int) -> bool:
    """Tell whether a statement without a closing mark goes on at `offset` in a new paragraph.

    Each paragraph of it is opened and only the last is closed; its paragraphs may run together.
    """
    told = all(_is_possessive(text, closing) for closing in closings)
    return told and _opens_sentence(text, opened) and _opens_sentence(text, offset, _ENDS)


def _opens_sentence(text: str, offset: int, after: str = _ENDS + ":,") -> bool:
    """Tell whether the mark at `offset` opens a sentence, behind one of the marks `after`."""
    before = text[max(0, offset - 4) : offset].rstrip()
    return (not before or before[-1] in after) and text[offset + 1 : offset + 2].isupper()


def _opens_single(text: str, offset: int) -> bool:
    before, after = _around(text, offset, offset + 1)
    starts = after.isalnum() or after in '“"[(«$£€…' or text.startswith("...", offset + 1)
    if before.isalnum() or text[offset] in "’›" or not starts:
        return False
    if re.match(r"\d\d(?!\d)", text[offset + 1 : offset + 4]):
        return offset == 0 or text[max(0, offset - 2) : offset] in {": ", ", "}
    return not _ELISION.match(text, offset + 1)


def _closes_single(text: str, offset: int) -> bool:
    before, after = _around(text, offset, offset + 1)
    return text[offset] not in "‘‚‛‹" and not before.isspace() and not after.isalnum()


def _is_possessive(text: str, offset: int) -> bool:
    """Tell whether a mark may be a plural's apostrophe: ``the militias' leaders``, ``goin' on``."""
    return text[offset - 1 : offset] in {"s", "S", "n", "z", "x"} and bool(
        re.match(r" [a-z]", text[offset + 1 : offset + 3])
    )
