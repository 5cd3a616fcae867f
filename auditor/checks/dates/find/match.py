"""A match of a date pattern in a sentence, and the date of its words."""

import re
from dataclasses import dataclass, replace

from auditor.checks.dates.find.calendar_words import words
from auditor.model.date import Date, Grain, Origin
from auditor.model.text import Sentence


@dataclass(frozen=True, slots=True)
class Matched:
    """A match in a sentence. Dates made of it have places in the document."""

    sentence: Sentence
    match: re.Match[str]

    def group(self, name: str) -> str:
        """Return a group's words in lower case, single-spaced, "" where it matched nothing."""
        if name not in self.match.re.groupindex or self.match[name] is None:
            return ""
        return " ".join(self.match[name].lower().split())

    def date(self, grain: Grain, origin: Origin, **fields: object) -> Date:
        """Return the date of the whole match."""
        at = self.sentence.start
        start, end = at + self.match.start(), at + self.match.end()
        made = Date(start, end, self.match.group(), None, None, grain, origin)
        return replace(made, **fields)  # type: ignore[arg-type]  # fields of Date by name


def cut(date: Date, start: int, end: int, matched: Matched) -> Date:
    """Return the date with the words ``start:end`` of the document."""
    at = matched.sentence.start
    return replace(date, start=start, end=end, text=matched.sentence.text[start - at : end - at])


def part_of(matched: Matched) -> str:
    """Return which part of its grain the match speaks of, "" for all of it."""
    word = matched.group("part")
    if word in {"earlier", "later"}:
        return word
    for part in ("early", "mid", "late"):
        if word in words(part):
            return part
    return ""


def shift_of(word: str) -> int:
    """Return -1 for ``last``, 1 for ``next``, 0 for ``this``."""
    if word in words("back"):
        return -1
    return 1 if word in words("forward") else 0
