"""Leftovers: what does the text still hold that was never meant for its readers?"""

from collections.abc import Iterator
from itertools import chain

from auditor.checks import findings
from auditor.checks.leftovers.asides import asides
from auditor.checks.leftovers.outcome import Outcome
from auditor.checks.leftovers.slots import slots
from auditor.checks.leftovers.versions import versions
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each slot, each word to the user, each second version of a paragraph."""
    return findings(case, rules, chain(slots(case), asides(case), versions(case)))
