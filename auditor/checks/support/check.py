"""Support: do the references bear a sentence out, whatever details it holds?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.support.doubted import doubted
from auditor.checks.support.outcome import Outcome
from auditor.checks.support.substituted import substituted
from auditor.checks.support.unfound import unfound
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for what stands in no passage and for what the entailment model doubts."""
    yield from findings(case, rules, unfound(case, rules))
    yield from findings(case, rules, doubted(case, rules))
    yield from findings(case, rules, substituted(case, rules))
