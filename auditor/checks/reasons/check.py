"""Reasons: is what the article gives as one the reason for this, or for something else?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.reasons.compare import Outcome, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each reason that the references tell of something else (``anothers``)."""
    return findings(case, rules, rulings(case))
