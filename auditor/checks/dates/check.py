"""Dates: do the references date what the article tells as it does?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.dates.compare.outcome import Outcome
from auditor.checks.dates.compare.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield what is wrong with the dates of the article, those inside quotes left out."""
    return findings(case, rules, rulings(case))
