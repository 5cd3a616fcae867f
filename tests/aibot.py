"""The worked example, audited once for all tests that look at it."""

from functools import cache
from pathlib import Path

from auditor import Auditor
from auditor.model.report import Report

CASE = Path(__file__).parent.parent / "fixtures" / "cases" / "aibot"


@cache
def audited() -> Report:
    """Return the report of the rules alone."""
    return Auditor(model=False).audit(CASE / "article.txt", [CASE / "refs"])
