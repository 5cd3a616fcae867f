"""Names: does some reference hold the article's persons, bodies and places, and in this place?"""

from collections.abc import Iterator

from auditor.checks.names.compare import Ruling, rulings
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each name that the references lack or have otherwise."""
    for ruling in rulings(case):
        rule = rules.when(ruling.outcome)
        if rule is not None:
            yield rule.finding(
                case.article,
                ruling.name,
                _fields(ruling),
                expected=ruling.expected or None,
                evidence=ruling.evidence,
            )


def _fields(ruling: Ruling) -> dict[str, str]:
    """Return what a rule's message may show of a ruling."""
    return {
        "name": ruling.name.text,
        "kind": ruling.name.kind,
        "expected": ruling.expected,
        "role": ruling.name.role,
    }
