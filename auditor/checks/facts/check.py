"""Known facts: does a person of the fact base act or die in the article after his death?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.facts.after_death import Outcome, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each dead person whom a sentence has die (``dies``) or act (``acts``)."""
    return findings(case, rules, rulings(case))
