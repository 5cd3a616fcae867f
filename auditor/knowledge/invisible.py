"""Characters that a reader cannot see, and the words that are written in them.

Unicode has three alphabets without letters: tags, which stand for ASCII; variation selectors, of
which there is one for each byte; and characters without width, which stand for bits. Overrides of
direction do the reverse: what is stored is not what is shown. A flag of a country's part, an emoji
of several people, a Persian or Hebrew word use some of these as they are meant, and hide nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NO_WIDTH = "\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_TAGS = "\U000e0000-\U000e007f"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

LONGEST_FLAG = 6
"""Tags behind a black flag that name a part of a country: ``gbeng`` (UTS 51, annex C)."""

LEAST_TAGS, LEAST_SELECTORS, LEAST_BITS = 4, 4, 16
"""Runs that no script has a use for: a letter takes one selector, tags mean something behind a flag
alone (UTS 51). Of 962 news texts none has such a run."""

_SECRET = re.compile(
    rf"(?P<flag>\U0001f3f4[\U000e0030-\U000e007a]{{1,{LONGEST_FLAG}}}\U000e007f)"
    rf"|(?P<tags>[{_TAGS}]{{{LEAST_TAGS},}})"
    rf"|(?P<bytes>[{_SELECTORS}]{{{LEAST_SELECTORS},}})"
    rf"|(?P<bits>[{_NO_WIDTH}]{{{LEAST_BITS},}})"
    "|(?P<turned>[\u202d\u202e][^\u202c\u202d\u202e\r\n]{0,1000})"
)
_UNSEEN = re.compile(f"[{_NO_WIDTH}{_TAGS}{_SELECTORS}\u202a-\u202e\u2066-\u2069]")
_FIRST_TAG, _FIRST_SELECTOR, _SIXTEENTH = 0xE0000, 0xFE00, 0xE0100


@dataclass(frozen=True, slots=True)
class Secret:
    """Characters ``start:end`` of a text that hide something, and the words that they stand for.

    Attributes:
        way: how they hide it, as a sentence goes on: ``in Unicode tags``.
    """

    start: int
    end: int
    words: str
    way: str


def secrets(text: str) -> Iterator[Secret]:
    """Yield what is written in characters that cannot be seen, or not as it is shown."""
    for match in _SECRET.finditer(text):
        found = match[0]
        match match.lastgroup:
            case "tags":
                words = "".join(chr(ord(char) - _FIRST_TAG) for char in found)
                yield Secret(*match.span(), _printable(words), "in Unicode tags")
            case "bytes":
                words = bytes(map(_byte, found)).decode("utf-8", "replace")
                yield Secret(*match.span(), _printable(words), "in variation selectors")
            case "bits":
                told = f"{len(found)} characters without width"
                yield Secret(*match.span(), told, "in characters without width")
            case "turned" if any(map(str.isalpha, found)):
                yield Secret(*match.span(), _printable(found), "by turning their direction")


def without_invisible(text: str) -> str:
    """Return a text without the characters that cannot be seen."""
    return _UNSEEN.sub("", text)


def _byte(char: str) -> int:
    place = ord(char)
    return place - _FIRST_SELECTOR if place < _SIXTEENTH else place - _SIXTEENTH + 16


def _printable(words: str) -> str:
    return "".join(char for char in words if char.isprintable()).strip()
