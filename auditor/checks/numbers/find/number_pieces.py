"""Cutting a sentence into figures, words and marks, with what each figure or word is worth."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.knowledge.lexicon import lexicon

# ``1,84,600`` is how India groups digits. ``36, 000`` is how tokenised feeds part them; where no
# group begins with a nought, as in ``at 12, 300 people``, it may be two figures. Spaces part digits
# by the standard of units: those that hold figures together do so always, a common one before 000,
# and elsewhere where neither a day (``March 14 872 people``) nor a row of figures stands there.
_MONTHS = "January February March April May June July August September October November December"
_NO_DAY = "".join(f"(?<!{month} )" for month in _MONTHS.split())
_PIECE = re.compile(
    r"(?P<figure>\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?: \d{3})* 000(?!\d)"
    rf"|{_NO_DAY}(?<![\d.,:/-])(?<!\d )[1-9]\d{{0,2}} \d{{3}}(?! ?[\d/:-]|[.,]\d)"
    r"|\d{1,3}(?:, \d{3})*, 0\d\d(?:, \d{3})*(?![\d,]|,? (?:and|or) \d)"
    r"|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<mark>\S)"
)

_PARTED = re.compile(r"[,\s]")


@dataclass(frozen=True, slots=True)
class NumberPiece:
    """A figure, word or mark at ``start:end`` of the document.

    Attributes:
        text: as written.
        low: lower-cased, with straight apostrophes.
        kind: ``figure``, ``word`` or ``mark``.
        glued: whether no space stands before it.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool

    @property
    def digits(self) -> str:
        """Return a figure without the commas and spaces that part its digits."""
        return _PARTED.sub("", self.text)

    @property
    def is_parted(self) -> bool:
        """Tell whether commas or spaces part its digits."""
        return _PARTED.search(self.text) is not None


def pieces(text: str, offset: int) -> tuple[NumberPiece, ...]:
    """Return the pieces of a sentence that begins at `offset` of its document."""
    cut: list[NumberPiece] = []
    last = -1
    for hit in _PIECE.finditer(text):
        cut.append(
            NumberPiece(
                start=hit.start() + offset,
                end=hit.end() + offset,
                text=hit.group(),
                low=hit.group().lower().replace("’", "'"),
                kind=hit.lastgroup or "mark",
                glued=hit.start() == last,
            )
        )
        last = hit.end()
    return tuple(cut)


@cache
def units() -> Mapping[str, int]:
    """Return number words below twenty by value, and the tens."""
    words = lexicon("magnitudes")
    small = {word: value for value, word in enumerate(words["units"])}
    return small | {word: 10 * n for n, word in enumerate(words["tens"]) if n > 1}


@cache
def ordinals() -> Mapping[str, int]:
    """Return ordinal words below twenty by value, and those of the tens."""
    words = lexicon("magnitudes")
    small = {word: value for value, word in enumerate(words["ordinals"]) if value}
    return small | {word: 10 * n for n, word in enumerate(words["ordinal_tens"]) if n > 1}


@cache
def table(key: str) -> Mapping[str, float]:
    """Return a list of ``magnitudes.toml`` of the form ``"value word"``."""
    return {row.split()[1]: float(row.split()[0]) for row in lexicon("magnitudes")[key]}


@cache
def vague() -> Mapping[str, tuple[float, float]]:
    """Return the words that name no figure, with the span of values they are used for."""
    rows = (row.split() for row in lexicon("magnitudes")["vague"])
    return {word: (float(low), float(high)) for low, high, word in rows}


def low_at(row: Sequence[NumberPiece], i: int) -> str:
    """Return the lower-cased text of piece `i`, "" past either end."""
    return row[i].low if 0 <= i < len(row) else ""
