"""Sources: do they hide words, speak to machines, repeat each other, or take something back?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.sources.outcome import Outcome
from auditor.checks.sources.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each thing that an editor should know of a source."""
    return findings(case, rules, rulings(case))
