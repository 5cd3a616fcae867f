"""Quotes: does a reference have these words, as a quote, by this speaker?"""

from collections.abc import Iterator

from auditor.checks import findings
from auditor.checks.quotes.compare.outcome import Outcome
from auditor.checks.quotes.compare.rulings import rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

__all__ = ["Outcome", "check"]


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each quote that is not its reference's, or not its speaker's."""
    return findings(case, rules, rulings(case))
