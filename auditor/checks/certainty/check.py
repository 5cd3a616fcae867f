"""Certainty: does the article tell a deed as done, or as not done, where the references do not?"""

from collections.abc import Iterator
from itertools import chain

from auditor.checks import findings
from auditor.checks.certainty import brought, done, opposed, stages
from auditor.checks.certainty.outcome import Outcome
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each deed that the references leave open, deny or turn round."""
    kinds = (done, brought, opposed, stages)
    return findings(case, rules, chain.from_iterable(kind.rulings(case) for kind in kinds))
