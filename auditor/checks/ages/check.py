"""Ages: do the references date the beginning of a thing as the article says how old it is?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.ages.rulings import Outcome, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each thing whose beginning the references date otherwise."""
    return findings(case, rules, rulings(case))
