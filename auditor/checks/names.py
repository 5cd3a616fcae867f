"""Names: does some reference hold the article's persons and bodies, and in this place?"""

from collections.abc import Iterator

from auditor.compare.names import Outcome, Ruling, rulings
from auditor.model.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules

OURS = frozenset(
    {Outcome.CONFLICT, Outcome.MOVED, Outcome.GIVEN, Outcome.MISSPELT, Outcome.PERSON}
    | {Outcome.THING}
)
"""The outcomes that are about persons and bodies."""


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each person or body that the references lack or name otherwise."""
    for ruling in rulings(case):
        rule = rules.when(ruling.outcome)
        if rule is not None and ruling.outcome in OURS:
            yield rule.finding(
                case.article,
                ruling.name,
                fields(ruling),
                expected=ruling.expected or None,
                evidence=ruling.evidence,
            )


def fields(ruling: Ruling) -> dict[str, str]:
    """Return what a rule's message may show of a ruling."""
    return {
        "name": ruling.name.text,
        "kind": ruling.name.kind,
        "expected": ruling.expected,
        "role": ruling.name.role,
    }
