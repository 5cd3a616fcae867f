"""Events: does every detail belong to the event that its sentence tells of?"""

from collections.abc import Iterator

from auditor.checks.events.compare.conflation import conflations
from auditor.checks.events.compare.wording import label
from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for what only the references on another event have."""
    for found in conflations(case):
        rule = rules.when(found.outcome)
        if rule is not None:
            fields = {
                "detail": found.text,
                "event": label(found.event),
                "other": label(found.other),
                "expected": found.expected,
            }
            yield rule.finding(
                case.article,
                found,
                fields,
                expected=found.expected or None,
                evidence=found.evidence,
            )
