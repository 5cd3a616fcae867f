"""Words that the end of a line parts: which of their hyphens belong to the word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_PARTED = re.compile(r"([^\W\d_]+)[-‐\xad]$")
_NEXT = re.compile(r"[^\W\d_]+")

COMPOUNDS = frozenset(
    {
        *("aged", "backed", "based", "born", "bound", "elect", "fire", "general", "held", "led"),
        *("level", "long", "made", "old", "only", "profile", "range", "ranking", "related", "run"),
        *("style", "term", "time", "torn", "wide", "year"),
    }
)
"""Second parts that keep their hyphen: ``Iran-backed``, ``long-term``."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """The words of a document, in lower case, as they stand within its lines."""

    words: frozenset[str]

    def joined(self, before: str, after: str) -> str | None:
        """Return two lines joined, None where no word is parted between them.

        The document's own spelling decides; where it has none, a hyphen stays before what usually
        ends a compound, after a capital in the middle (``US-led``) and where both parts are words
        of the document.
        """
        first, second = _PARTED.search(before), _NEXT.match(after)
        if not first or not second or not after[:1].islower():
            return None
        one, two = first[1].lower(), second[0].lower()
        stem = before[:-1]
        if before.endswith("\xad") and f"{one}-{two}" not in self.words and two not in COMPOUNDS:
            return stem + after if not self._are_words(one, two) else f"{stem}-{after}"
        if f"{one}{two}" in self.words:
            return stem + after
        keeps = (
            f"{one}-{two}" in self.words
            or two in COMPOUNDS
            or first[1].isupper()
            or self._are_words(one, two)
        )
        return f"{stem}-{after}" if keeps else stem + after

    def _are_words(self, one: str, two: str) -> bool:
        return f"{one}{two}" not in self.words and len(one) > 2 and {one, two} <= self.words


def spellings(lines: Iterable[str]) -> Spellings:
    """Return the words of lines, those at their ends that a hyphen parts left out."""
    words: set[str] = set()
    for line in lines:
        whole = _PARTED.sub("", line)
        for match in _WORD.finditer(whole):
            word = match[0].lower().replace("‐", "-")
            words.add(word)
            words.update(word.split("-"))
    return Spellings(frozenset(words))
