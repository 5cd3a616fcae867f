"""Certainty: does the article tell a deed as done, or as not done, where the references do not?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.certainty.done import rulings
from auditor.checks.certainty.outcome import Outcome
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each deed whose certainty the references do not bear out."""
    return findings(case, rules, rulings(case))
