"""Dates of the article that the references contradict or do not have, and impossible ones."""

from collections.abc import Iterator

from auditor.checks.dates.compare.counterparts import Beside, Compared, compare
from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.compare.intervals import wrong_intervals
from auditor.checks.dates.compare.order import wrong_orders
from auditor.checks.dates.compare.rulings import verdicts
from auditor.checks.dates.compare.weekdays import wrong_weekdays
from auditor.checks.dates.compare.wording import (
    evidence_of,
    expected,
    proof,
)
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rule, Rules
from auditor.model.text import within


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield what is wrong with the dates of the article, those inside quotes left out."""
    yield from _impossible(case, rules)
    yield from _order(case, rules)
    said = [pair for pair in compare(case) if not _is_quoted(case, pair.article)]
    for compared, found in verdicts(case, said):
        if rule := rules.when(found.outcome):
            yield _finding(case, rule, compared, found.against)
    for wrong in wrong_intervals(case):
        rule = rules.when("interval")
        if rule and not _is_quoted(case, wrong.compared.article):
            yield _finding(case, rule, wrong.compared, wrong.against)


def _is_quoted(case: Case, found: Dated) -> bool:
    return bool(within(case.article.quotes, found.date))


def _impossible(case: Case, rules: Rules) -> Iterator[Finding]:
    rule = rules.when("weekday")
    for date, said, real in wrong_weekdays(case.article) if rule else ():
        if rule and not within(case.article.quotes, date):
            fields = {"said": date.text, "day": said, "weekday": real}
            yield rule.finding(case.article, date, fields)


def _order(case: Case, rules: Rules) -> Iterator[Finding]:
    rule = rules.when("order")
    for one, two, word in wrong_orders(case.article) if rule else ():
        if rule and not within(case.article.quotes, one):
            yield rule.finding(
                case.article, one, {"said": one.text, "other": two.text, "word": word}
            )


def _finding(case: Case, rule: Rule, compared: Compared, against: Beside | None) -> Finding:
    date = compared.article.date
    if against is None:
        return rule.finding(case.article, date, {"said": date.text})
    other = against.reference
    fields = proof(date.text, other, case.article.document.published)
    return rule.finding(
        case.article,
        date,
        fields,
        expected=expected(date, other),
        evidence=[evidence_of(other, against.same.score)],
    )
