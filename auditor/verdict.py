"""From evidence and findings to a verdict, by one table.

=============  ====================================================================
verdict        when
=============  ====================================================================
contradicted   an error or warning implies it
unsupported    else, one implies it
partial        else, one implies it
not_checkable  else, the sentence is boilerplate, a question, a forecast, a label
supported      else
=============  ====================================================================
"""

from collections.abc import Sequence

from auditor.checkable import is_checkable
from auditor.model.case import Link
from auditor.model.finding import Finding
from auditor.model.report import Judged
from auditor.model.words import Severity, Verdict
from auditor.support import support

ORDER = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.PARTIAL)
"""Which verdict wins where findings imply several."""

KEPT = {Verdict.CONTRADICTED: 0.1, Verdict.UNSUPPORTED: 0.2, Verdict.PARTIAL: 0.5}
"""The share of its support that a sentence keeps beside a finding that implies the verdict: a share
and no ceiling, so that what is borne out better still stands higher. A guess."""


def judge(link: Link, findings: Sequence[Finding]) -> Judged:
    """Return the sentence with its verdict and support; `findings` are those of the sentence."""
    borne_out = support(link)
    implied = {f.implies for f in findings if f.severity is not Severity.NOTE}
    worst = next((verdict for verdict in ORDER if verdict in implied), None)
    if worst is not None:
        return _judged(link, worst, round(borne_out * KEPT[worst], 4), findings)
    if not is_checkable(link.sentence):
        return _judged(link, Verdict.NOT_CHECKABLE, None, findings)
    return _judged(link, Verdict.SUPPORTED, borne_out, findings)


def _judged(
    link: Link, verdict: Verdict, support: float | None, findings: Sequence[Finding]
) -> Judged:
    return Judged(link.sentence, verdict, support, link.evidence, tuple(findings))
