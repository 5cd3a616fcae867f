"""Roles: does the article give each part in what happened to whom the references give it?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.roles.outcome import Outcome
from auditor.checks.roles.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each name in another's place and for each two in each other's."""
    return findings(case, rules, rulings(case))
