"""Numbers: does the article's figure agree with the one that the references have in its place?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.numbers.compare.counterparts import Outcome
from auditor.checks.numbers.compare.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each number that the references deny, lack, or disagree about."""
    return findings(case, rules, rulings(case))
