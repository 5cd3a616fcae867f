"""The lines of a PDF page: characters that stand side by side, with their places and size."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

MOST_CHARACTERS = 100_000
"""Of one page. A page of a newspaper has some 15,000."""

WIDE_GAP = 1.6
"""Widths of the size of print between two letters of one line from which they stand in two columns
or cells. A guess: justified words lie up to one apart."""

NARROW_GAP = 0.25
"""Sizes of print between two letters that are parted without a space. A guess."""

RISE = 0.6
"""Sizes of print by which the next letter lies higher or lower on another line. A guess."""

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_SOFT_HYPHEN = "\xad"
_BROKEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line, or the part of one that stands in a column: its text and box, in points.

    Attributes:
        bottom, top: from the lower edge of the page.
        size: of its print.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def middle(self) -> float:
        """Half of its height."""
        return (self.bottom + self.top) / 2


@dataclass(slots=True)
class _Growing:
    letters: list[str]
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    letter: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def lines_of(text_page: Any) -> Iterator[PrintedLine]:
    """Yield the lines of a page in the order in which the file draws them."""
    line: _Growing | None = None
    is_broken = False
    for glyph in _glyphs(text_page):
        if glyph.letter in "\r\n":
            is_broken = True
            continue
        if line is not None and _is_elsewhere(glyph, line, is_broken):
            yield from _ended(line)
            line = None
        if glyph.letter.isspace():
            if line is not None:
                line.letters.append(" ")
            continue
        if line is None:
            line = _Growing(
                [glyph.letter], glyph.left, glyph.bottom, glyph.right, glyph.top, glyph.size
            )
        else:
            if is_broken and glyph.left - line.right > NARROW_GAP * line.size:
                line.letters.append(" ")
            _grow(line, glyph)
        is_broken = False
    if line is not None:
        yield from _ended(line)


def _glyphs(text_page: Any) -> Iterator[_Glyph]:
    """Yield each character; the end of a line is a newline of no place."""
    import pypdfium2.raw as pdfium

    handle = text_page.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    high = 0
    for n in range(min(pdfium.FPDFText_CountChars(handle), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(handle, n)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        letter = chr(code) if code else " "
        if letter == _BROKEN:
            letter = _SOFT_HYPHEN
        pdfium.FPDFText_GetCharBox(handle, n, left, right, bottom, top)
        size = _size(handle, n, pdfium)
        letter = _LIGATURES.get(letter, letter)
        yield _Glyph(letter, left.value, bottom.value, right.value, top.value, size)


def _size(handle: Any, n: int, pdfium: Any) -> float:
    """Return the size of print as it is drawn: what the font says, scaled."""
    matrix = pdfium.FS_MATRIX()
    size = abs(float(pdfium.FPDFText_GetFontSize(handle, n)))
    scaled = pdfium.FPDFText_GetMatrix(handle, n, matrix)
    return size * hypot(matrix.c, matrix.d) if scaled else size


def _is_elsewhere(glyph: _Glyph, line: _Growing, is_broken: bool) -> bool:
    """Tell whether a character begins another line; white space alone ends none.

    Args:
        glyph: the character.
        line: the one before it.
        is_broken: whether PDFium sees the end of a line between them, which it also does before a
            mark that stands higher than letters.
    """
    if glyph.letter.isspace():
        return False
    middle = (glyph.bottom + glyph.top) / 2
    size = max(line.size, glyph.size, 1.0)
    if is_broken and not (line.bottom < middle < line.top and glyph.left > line.right - size / 2):
        return True
    is_off = not line.bottom - RISE * size < middle < line.top + RISE * size
    return is_off or glyph.left - line.right > WIDE_GAP * size or line.right - glyph.left > size


def _grow(line: _Growing, glyph: _Glyph) -> None:
    line.letters.append(glyph.letter)
    line.left = min(line.left, glyph.left)
    line.bottom = min(line.bottom, glyph.bottom)
    line.right = max(line.right, glyph.right)
    line.top = max(line.top, glyph.top)
    line.size = max(line.size, glyph.size)


def _ended(line: _Growing) -> Iterator[PrintedLine]:
    text = " ".join("".join(line.letters).split())
    if text:
        yield PrintedLine(text, line.left, line.bottom, line.right, line.top, line.size)
