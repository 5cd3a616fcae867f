"""Waivers: does each say why, and does it still let something stand?

Comments without a reason are found here; what follows from all findings is ruled once they stand
(`auditor.judge.decisions`).
"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.waivers.outcome import Outcome
from auditor.checks.waivers.wording import told_inline
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.ruling import Ruling

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each comment that lets findings stand and gives no reason."""
    return findings(case, rules, _reasonless(case))


def _reasonless(case: Case) -> Iterator[Ruling]:
    for allowance in case.article.document.allowances:
        if not allowance.reason:
            place = allowance.comment_start, allowance.comment_end
            yield Ruling(Outcome.REASONLESS, *place, told_inline(allowance))
