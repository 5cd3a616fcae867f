"""Names: does some reference hold the article's persons, bodies and places, and in this place?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.names.compare.rulings import Outcome, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each name that the references lack or have otherwise.

    They may have another name in its stead, which they never (``conflict``) or elsewhere
    (``moved``) exchange for this one; the surname with another given name (``given``); a spelling
    one letter off (``misspelt``); or nothing like a ``person``, ``thing``, ``place`` or
    ``country``.
    """
    return findings(case, rules, rulings(case))
