"""Identity: does a sentence count one person as two?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.identity.joined import Outcome, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each sentence that joins two names of one person (``twice``)."""
    return findings(case, rules, rulings(case))
