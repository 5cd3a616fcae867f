"""Events: does every detail belong to the event that its sentence tells of?"""

from collections.abc import Iterator

from auditor.compare.events.conflation import Conflation, conflations
from auditor.compare.events.rivals import SURE
from auditor.compare.events.wording import label
from auditor.model.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


def check(case: Case, rules: Rules) -> Iterator[Finding]:
    """Yield a finding for each detail that only the references on another event have."""
    for found in conflations(case):
        rule = rules.when("replaced" if is_replaced(found) else "misplaced")
        if rule is not None:
            yield rule.finding(
                case.article,
                found.detail,
                {
                    "detail": found.detail.text,
                    "event": label(found.event),
                    "other": label(found.other),
                    "expected": found.rival.text if found.rival else "",
                },
                expected=found.rival.text if found.rival and is_replaced(found) else None,
                evidence=found.evidence,
            )


def is_replaced(found: Conflation) -> bool:
    """Tell whether the references of the event have something else in the detail's place."""
    return found.rival is not None and found.rival.fit >= SURE
