"""Every date of an article beside those that the references give for the same event."""

import datetime
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from auditor.checks.dates.compare.agreement import Agreement, agreement, gap
from auditor.checks.dates.compare.dated import (
    Dated,
    Surroundings,
    dated,
    surroundings,
)
from auditor.checks.dates.compare.sameness import Sameness, Worth, sameness, weights
from auditor.checks.dates.find.document_calendar import calendar_of
from auditor.checks.dates.find.resolve import readings
from auditor.evidence.case import Case
from auditor.model.text import Text, within
from auditor.model.words import SentenceKind


@dataclass(frozen=True, slots=True)
class DateCounterpart:
    """A date of a reference beside one of the article.

    Attributes:
        gap: days between both, None where one is unknown.
    """

    reference: Dated
    agreement: Agreement
    same: Sameness
    gap: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A date of the article with the reference dates that it can be compared with.

    Attributes:
        beside: the likest event first; of equal ones the nearer in time, then in loading order.
    """

    article: Dated
    beside: tuple[DateCounterpart, ...]

    def having(self, *agreements: Agreement) -> tuple[DateCounterpart, ...]:
        """Return those with one of the agreements, likest event first."""
        return tuple(one for one in self.beside if one.agreement in agreements)


def compare(case: Case) -> Iterator[Compared]:
    """Yield every date of the article with the reference dates beside it, in text order.

    A reference date that another date of the same sentence agrees with belongs to that one.
    """
    near = case.article.document.published
    weight = weights(case.references)
    theirs = [date for text in case.references for date in dated_in(text, near)]
    all_mine = [date for date in dated_in(case.article, None) if not _is_boilerplate(date)]
    for _, group in groupby(all_mine, key=lambda mine: mine.sentence.id):
        beside = [(mine, ranked(mine, theirs, weight)) for mine in group]
        owned = {
            _place(one.reference)
            for mine, ones in beside
            for one in ones
            if one.agreement in {Agreement.SAME, Agreement.ALIKE}
            and mine.date.grain is one.reference.date.grain
        }
        for mine, ones in beside:
            yield Compared(mine, tuple(one for one in ones if not _is_taken(one, owned)))


def _is_boilerplate(date: Dated) -> bool:
    return date.sentence.kind is SentenceKind.BOILERPLATE


def _place(reference: Dated) -> tuple[str, int, int]:
    return reference.text.document.id, reference.date.start, reference.date.end


def _is_taken(one: DateCounterpart, owned: Container[tuple[str, int, int]]) -> bool:
    """Tell whether another date is not one against this: boilerplate can only support."""
    if one.agreement not in {Agreement.OTHER, Agreement.OTHER_WORD}:
        return False
    return _is_boilerplate(one.reference) or _place(one.reference) in owned


def dated_in(text: Text, near: datetime.date | None) -> tuple[Dated, ...]:
    """Return the dates of a text with what they date.

    `near` gives the year to datelines of a reference that states none: the article's day.
    """
    calendar = calendar_of(text.document, near)
    around = surroundings(text) if text.dates else Surroundings((), {})
    return tuple(
        dated(text, around, n, date, readings(date, calendar.day_at(date.start)))
        for n, sentence in enumerate(text.sentences)
        for date in within(text.dates, sentence)
        if date.start >= sentence.start
    )


def ranked(mine: Dated, theirs: Sequence[Dated], weight: Worth) -> tuple[DateCounterpart, ...]:
    """Return the reference dates beside one of the article, the likest event first."""
    beside = [
        DateCounterpart(
            their, agreement(mine, their), sameness(mine, their, weight), gap(mine, their)
        )
        for their in theirs
    ]
    return tuple(sorted(beside, key=_order))


def _order(one: DateCounterpart) -> tuple[float, int, str, int]:
    nearness = one.gap if one.gap is not None else 100_000
    reference = one.reference
    return -one.same.score, nearness, reference.text.document.id, reference.date.start
