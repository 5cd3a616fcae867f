"""Figures that the references have for an earlier year alone: last time's toll, the pilot's cost.

A report looks back, and what it tells of then gets into the story of now.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import NumberCounterpart, Stock
from auditor.checks.numbers.compare.disputes import years_in
from auditor.evidence.case import Case
from auditor.model.entity import Entity
from auditor.model.text import RECALLED, Sentence, Text, around, within

APART = 0.3
"""Up to this likeness the same figure is told of something else. A guess."""

LIKE = 0.15
"""From this likeness on another figure of its kind may be the one of our slot. A guess."""


def of_earlier_year(
    ours: Counted,
    agreeing: Sequence[NumberCounterpart],
    denying: Sequence[NumberCounterpart],
    stock: Stock,
) -> tuple[NumberCounterpart, ...]:
    """Return our figure as the references have it for an earlier year, and one that they have now.

    () where one has it for no other year, where the article names the year, or where no other
    figure of its kind stands in words like ours beside somebody whom ours names.
    """
    case = stock.case
    if not all(_looks_back(case, fit) for fit in agreeing):
        return ()
    nearest = max(fit.match.likeness for fit in agreeing)
    if nearest > APART:
        return ()
    named = _named_near(case, case.article, ours.sentence)
    for rival in denying:
        like = rival.match.noun == 2 and rival.match.likeness >= max(LIKE, nearest)
        if like and not _looks_back(case, rival):
            theirs = rival.match.theirs
            if named & _named_near(case, case.texts[theirs.document], theirs.sentence):
                return (agreeing[0], rival)
    return ()


def _looks_back(case: Case, fit: NumberCounterpart) -> bool:
    """Tell whether a figure is told of a year gone by, of which the article does not speak."""
    text, sentence = case.texts[fit.match.theirs.document], fit.match.theirs.sentence
    day = text.document.published
    named = (years_in(one.text) for one in _before(text, sentence))
    years = next((found for found in named if found), frozenset[str]())
    past = {year for year in years if day is None or int(year) < day.year}
    return bool(past) and bool(past - years_in(case.article.document.text))


def _before(text: Text, sentence: Sentence) -> Iterator[Sentence]:
    """Yield a sentence and those before it in its paragraph, the last first."""
    near = reversed(around(text, sentence, RECALLED, after=0))
    return takewhile(lambda one: one.paragraph == sentence.paragraph, near)


def _named_near(case: Case, text: Text, sentence: Sentence) -> frozenset[str]:
    """Return the ids of the entities that a sentence names, or the one before it."""
    near = around(text, sentence, 1, after=0)
    found: list[Entity] = [
        entity
        for one in near
        for name in within(text.names, one)
        if (entity := case.entities.of(text.document.id, name)) is not None
    ]
    return frozenset(entity.id for entity in found)
