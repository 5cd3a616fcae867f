"""References that differ: what the article took from one, another tells otherwise."""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.references.outcome import Outcome
from auditor.checks.references.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each name or part of a place that a reference has otherwise."""
    return findings(case, rules, rulings(case))
