"""From evidence and findings to a verdict, by one table.

===================  =======================================================================
not_checkable        boilerplate, questions, forecasts; unless a finding speaks
contradicted         a finding implies it
unsupported          a finding implies it, or too little is covered
partial              a finding implies it
supported            all else
===================  =======================================================================
"""

from collections.abc import Sequence

from auditor.checkable import is_checkable
from auditor.model.case import Link
from auditor.model.finding import Finding
from auditor.model.report import Judged
from auditor.model.words import Severity, Verdict
from auditor.support import coverage

COVERED = 0.3
"""A sentence of which less is covered, and on which no finding speaks, is unsupported. A guess."""

ORDER = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.PARTIAL)
"""Which verdict wins where findings imply several."""

CEILING = {Verdict.CONTRADICTED: 0.05, Verdict.UNSUPPORTED: 0.15, Verdict.PARTIAL: 0.45}
"""The most support that a sentence keeps beside a finding that implies the verdict. A guess."""


def judge(link: Link, findings: Sequence[Finding]) -> Judged:
    """Return the sentence with its verdict and support; `findings` are those of the sentence."""
    covered = coverage(link.evidence)
    implied = {f.implies for f in findings if f.severity is not Severity.NOTE}
    worst = next((verdict for verdict in ORDER if verdict in implied), None)
    if worst is not None:
        return _judged(link, worst, min(covered, CEILING[worst]), findings)
    if not is_checkable(link.sentence):
        return _judged(link, Verdict.NOT_CHECKABLE, None, findings)
    verdict = Verdict.SUPPORTED if covered >= COVERED else Verdict.UNSUPPORTED
    return _judged(link, verdict, covered, findings)


def _judged(
    link: Link, verdict: Verdict, support: float | None, findings: Sequence[Finding]
) -> Judged:
    return Judged(link.sentence, verdict, support, link.evidence, tuple(findings))
