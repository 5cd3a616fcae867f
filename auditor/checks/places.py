"""Places: does some reference hold the article's places, and in this place?"""

from collections.abc import Iterator

from auditor.compare.names import Outcome, rulings
from auditor.model.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

OURS = frozenset({Outcome.PLACE, Outcome.PLACE_CONFLICT, Outcome.PLACE_MOVED, Outcome.COUNTRY})
"""The outcomes that are about places."""


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each place that the references lack or name otherwise."""
    for ruling in rulings(case):
        rule = rules.when(ruling.outcome)
        if rule is not None and ruling.outcome in OURS:
            yield rule.finding(
                case.article,
                ruling.name,
                {"name": ruling.name.text, "expected": ruling.expected},
                expected=ruling.expected or None,
                evidence=ruling.evidence,
            )
