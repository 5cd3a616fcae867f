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

from auditor.evidence.support import is_weak
from auditor.model.audit import Judged
from auditor.model.evidence import Link
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from auditor.text.checkable import is_checkable

ORDER = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.PARTIAL)
"""Which verdict wins where findings imply several."""

KEPT = {Verdict.CONTRADICTED: 0.3, Verdict.UNSUPPORTED: 0.4, Verdict.PARTIAL: 0.6}
"""The share of its support that a sentence keeps beside a finding that implies the verdict: a share
and no ceiling, so that what is borne out better still stands higher. Shares of .1, .2 and .5 order
the rows of the development sets worse by .00 to .01 AUC."""

NOTED = 0.8
"""The share that it keeps beside a note alone. A guess; .5 and .7 do as well."""


def judge(link: Link, findings: Sequence[Finding]) -> Judged:
    """Return the sentence with its verdict and support; `findings` are those of the sentence."""
    implied = {f.implies for f in findings if f.severity is not Severity.NOTE}
    worst = next((verdict for verdict in ORDER if verdict in implied), None)
    if worst is not None:
        return _judged(link, worst, round(link.support * KEPT[worst], 4), findings)
    if not is_checkable(link.sentence):
        return _judged(link, Verdict.NOT_CHECKABLE, None, findings)
    kept = NOTED if any(f.category is not Category.REFERENCE for f in findings) else 1.0
    return _judged(link, Verdict.SUPPORTED, round(link.support * kept, 4), findings)


def _judged(
    link: Link, verdict: Verdict, support: float | None, findings: Sequence[Finding]
) -> Judged:
    return Judged(
        link.sentence, verdict, support, link.evidence, tuple(findings), is_weak=is_weak(link)
    )
