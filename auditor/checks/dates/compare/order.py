"""Events told in an order that their dates forbid: convicted in May after an arrest in June."""

from collections.abc import Iterator

from auditor.checks.dates.find.governor import governor
from auditor.language.tree import children
from auditor.model.date import Date, Origin, Side
from auditor.model.text import Sentence, Text, within

CALENDAR = frozenset({Origin.ABSOLUTE, Origin.PARTIAL})
"""Weekdays are left out: "on Monday after an arrest on Wednesday" can be Wednesday last week."""


def wrong_orders(text: Text) -> Iterator[tuple[Date, Date, str]]:
    """Yield the date of a clause, that of the clause it follows or precedes, and the word between.

    Only where both are calendar dates, resolved, and each hangs on its clause's own word.
    """
    for sentence in text.sentences:
        dates = [m for m in within(text.dates, sentence) if _is_fit(m)]
        if len(dates) < 2:
            continue
        dated = {governor(sentence, date): date for date in dates}
        for word, main, other in _clauses(sentence):
            one, two = dated.get(main), dated.get(other)
            if one and two and _is_wrong(word, one, two):
                yield one, two, word


def _is_fit(date: Date) -> bool:
    return date.origin in CALENDAR and date.bound is Side.ON and not date.part


def _is_wrong(word: str, one: Date, two: Date) -> bool:
    if not (one.first and one.last and two.first and two.last):
        return False
    return one.last < two.first if word == "after" else one.first > two.last


def _clauses(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Yield each ``after`` or ``before`` with the places of what stands before and behind it."""
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        if token.lemma not in {"after", "before"}:
            continue
        if token.dep == "mark":
            yield token.lemma, tokens[token.head].head, token.head
        for below in children(tokens, n, "pobj", "pcomp"):
            yield token.lemma, token.head, below
