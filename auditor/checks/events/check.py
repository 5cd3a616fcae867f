"""Events: does every detail belong to the event that its sentence tells of?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.events.compare.outcome import Outcome
from auditor.checks.events.compare.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for what only the references on another event have."""
    return findings(case, rules, rulings(case))
