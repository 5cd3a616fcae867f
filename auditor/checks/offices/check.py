"""Offices: does the article make somebody what the references do not?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.offices.outcome import Outcome
from auditor.checks.offices.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each office that the references do not bear out, one for a person."""
    return findings(case, rules, rulings(case))
