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

    They have another name in its stead and never this one (``conflict``, ``place-conflict``), or
    this one elsewhere (``moved``, ``place-moved``); the surname with another given name
    (``given``); a spelling one letter off (``misspelt``); or nothing like this ``person``,
    ``thing``, ``place`` or ``country``.
    """
    return findings(case, rules, rulings(case))
