"""The worked example, audited once for all tests that look at it."""

from functools import cache
from pathlib import Path

from auditor import Auditor
from auditor.evidence.case import Case
from auditor.load import load_article, load_references
from auditor.model.audit import Audit
from auditor.pipeline import prepared

CASE = Path(__file__).parent.parent / "fixtures" / "cases" / "aibot"


@cache
def audited() -> Audit:
    """Return the audit by the rules alone."""
    return Auditor(model=False).audit(CASE / "article.txt", [CASE / "refs"]).audit


def case() -> Case:
    """Return the case before the checkers look, made anew."""
    references, _ = load_references([str(CASE / "refs")])
    return prepared(load_article(CASE / "article.txt"), references)
