"""Dates of the article that the references contradict or do not have, and impossible ones."""

from collections.abc import Iterator

from auditor.checks.dates.compare.counterparts import Compared, DateCounterpart, compare
from auditor.checks.dates.compare.doubts import doubts
from auditor.checks.dates.compare.intervals import wrong_intervals
from auditor.checks.dates.compare.order import wrong_orders
from auditor.checks.dates.compare.outcome import Outcome
from auditor.checks.dates.compare.weekdays import wrong_weekdays
from auditor.checks.dates.compare.wording import evidence_of, expected, proof
from auditor.evidence.case import Case
from auditor.model.ruling import Ruling
from auditor.model.text import within


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield what is wrong with the dates of the article, those inside quotes left out."""
    for ruling in _rulings(case):
        if not within(case.article.quotes, ruling):
            yield ruling


def _rulings(case: Case) -> Iterator[Ruling]:
    for date, day, real in wrong_weekdays(case.article):
        fields = {"said": date.text, "day": day, "weekday": real}
        yield Ruling(Outcome.WEEKDAY, date.start, date.end, fields)
    for date, other, word in wrong_orders(case.article):
        fields = {"said": date.text, "other": other.text, "word": word}
        yield Ruling(Outcome.ORDER, date.start, date.end, fields)
    unquoted = [
        compared
        for compared in compare(case)
        if not within(case.article.quotes, compared.article.date)
    ]
    for compared, doubt in doubts(case, unquoted):
        yield _ruling(case, doubt.outcome, compared, doubt.against)
    for interval in wrong_intervals(case):
        yield _ruling(case, Outcome.INTERVAL, interval.compared, interval.against)


def _ruling(
    case: Case, outcome: Outcome, compared: Compared, against: DateCounterpart | None
) -> Ruling:
    date = compared.article.date
    if against is None:
        return Ruling(outcome, date.start, date.end, {"said": date.text})
    other = against.reference
    return Ruling(
        outcome,
        date.start,
        date.end,
        proof(date.text, other, case.article.document.published),
        expected(date, other),
        (evidence_of(other, against.same.score),),
    )
