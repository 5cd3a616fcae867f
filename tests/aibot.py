"""The worked example, audited once for all tests that look at it."""

from functools import cache
from pathlib import Path

from auditor import Auditor
from auditor.model.audit import Audit

CASE = Path(__file__).parent.parent / "fixtures" / "cases" / "aibot"


@cache
def audited() -> Audit:
    """Return the audit by the rules alone."""
    return Auditor(model=False).audit(CASE / "article.txt", [CASE / "refs"]).audit
