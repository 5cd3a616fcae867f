"""Rows of a timeline: a date that opens a line, and the clause that it dates.

``March 3, 2011 Protesters storm the ministry``, ``2009 – Parliament passes the law``, with
bullets and emphasis; a date alone in its line dates what is told below.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.knowledge.deeds import word_list
from auditor.model.date import Date, Grain, Origin, Side
from auditor.model.text import Sentence, Spanned, Text, Token
from auditor.model.words import SentenceKind

LEAD = 12
"""Characters of bullets and emphasis that may stand before the date of a row. A guess."""

_BEFORE = re.compile(r"[\s*•·|#>_(\[–—-]*")
_MARK = re.compile(r"[\s*_)\]]{0,6}(?:[:|–—]|-(?=\s))(?!\s{0,2}\d)")
_PLAIN = re.compile(r"[*_)\]]{0,4},?\s{1,3}[*_]{0,3}(?=[A-Z])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\b")
_NOTHING = re.compile(r"[\s*_)\]:|–—.-]{0,8}")
_NAME = 4
"""Words behind a year that may be the name of an event: ``2020 Summer Olympics``. A guess."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Characters ``start:end`` of a document that may be a date."""

    start: int
    end: int


def is_row(sentence: Sentence, date: Spanned) -> bool:
    """Tell whether the date opens the sentence and dates the clause behind it.

    A dash, colon or bar parts them, or the clause begins with a capital right behind the date,
    which in prose states day or month and year. ``March 3, 2011 was a Thursday`` is no row.
    """
    if not opens(sentence, date.start):
        return False
    at = date.end - sentence.start
    if _MARK.match(sentence.text, at):
        return not is_alone(sentence, date)
    if not _PLAIN.match(sentence.text, at):
        return False
    words = sentence.text[date.start - sentence.start : at]
    if _YEAR.search(words) is not None and len(words) > len("2011"):
        return True
    return sentence.kind is not SentenceKind.PROSE and not _names_event(sentence, date)


def _names_event(sentence: Sentence, date: Spanned) -> bool:
    """Tell whether the date is part of the name of an event: ``2020 Olympics open``."""
    after = [token for token in sentence.tokens if token.start >= date.end][:_NAME]
    return any(token.lemma.lower() in word_list("yearly") for token in after)


def is_alone(sentence: Sentence, date: Spanned) -> bool:
    """Tell whether a heading or item of a list is nothing but the date."""
    at = date.end - sentence.start
    return (
        sentence.kind is not SentenceKind.PROSE
        and opens(sentence, date.start)
        and _NOTHING.fullmatch(sentence.text[at : at + 9]) is not None
        and at + 9 > len(sentence.text)
    )


def opens(sentence: Sentence, start: int) -> bool:
    """Tell whether only bullets and emphasis stand before a place of the sentence."""
    before = start - sentence.start
    return before <= LEAD and _BEFORE.fullmatch(sentence.text[:before]) is not None


def clause(sentence: Sentence, date: Spanned) -> int | None:
    """Return the place of the word that says what happened on the date of a row.

    The verb that nothing else of the clause governs; in ``2011: War in the north`` the noun, in
    ``2011: Court convicts Petrov, says he lied`` the first verb.
    """
    rest = {
        n
        for n, token in enumerate(sentence.tokens)
        if token.start >= date.end and token.text[0].isalnum()
    }
    tops = [n for n in sorted(rest) if (above := sentence.tokens[n].head) == n or above not in rest]
    for wanted in ({"VERB", "AUX"}, {"NOUN", "PROPN", "ADJ"}):
        for n in tops:
            if sentence.tokens[n].pos in wanted:
                return min((n, *_serial(sentence.tokens, n, rest)))
    return tops[0] if tops else None


def first_word(sentence: Sentence, date: Spanned) -> int:
    """Return the place of the first word behind the date, 0 where there is none."""
    starts = (
        n
        for n, token in enumerate(sentence.tokens)
        if token.start >= date.end and token.text[0].isalpha()
    )
    return next(starts, 0)


def _serial(tokens: Sequence[Token], verb: int, rest: set[int]) -> Iterator[int]:
    """Yield the verbs before one that headlines set beside it without an ``and``."""
    for n in rest:
        if n < verb and tokens[n].head == verb and tokens[n].dep in {"ccomp", "parataxis"}:
            yield n


def with_years(text: Text, dates: Sequence[Date]) -> Iterator[Date]:
    """Yield the dates, each row without a year under the year that is stated above it.

    ``2011`` as a heading gives it to ``March 3 – Protesters storm the ministry``; so does a row
    that states it, as long as the days go on in the same year.
    """
    above: Date | None = None
    starts = [date.start for date in dates]
    for sentence in text.sentences:
        own = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        first = own[0] if own else None
        led = first is not None and (is_row(sentence, first) or is_alone(sentence, first))
        if sentence.kind is SentenceKind.HEADING and not led:
            above = None
        for date in own:
            if date is first and led and above is not None and _goes_on(above, date):
                dated = replace(date, year=above.year, origin=Origin.ABSOLUTE)
                above = dated
                yield dated
            else:
                yield date
        if first is not None and led and first.year is not None:
            above = first


def _goes_on(above: Date, date: Date) -> bool:
    """Tell whether a date without a year follows one with a year within that year."""
    if date.origin is not Origin.PARTIAL or date.year is not None or date.month is None:
        return False
    if date.bound is not Side.ON or date.grain not in {Grain.DAY, Grain.MONTH}:
        return False
    return (date.month, date.day or 31) >= (above.month or 0, above.day or 0)
