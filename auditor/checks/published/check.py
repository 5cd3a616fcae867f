"""The article's own date: stated twice, before the news it tells, before its references."""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.published.days import Outcome, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield what is wrong with the day of the article; what concerns all of it has no words."""
    return findings(case, rules, rulings(case))
