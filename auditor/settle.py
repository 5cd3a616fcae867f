"""Which findings stand where several speak of the same words."""

from collections.abc import Sequence

from auditor.model.finding import Finding
from auditor.model.words import Category, Severity

RANK = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def settled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of one sentence that an editor needs, in the order given.

    What marks words gives way to a graver finding of its category on the same or more words; that
    no reference has the sentence gives way to anything that says what is wrong in it.
    """
    return tuple(f for f in findings if not any(_yields(f, other) for other in findings))


def _yields(finding: Finding, other: Finding) -> bool:
    if finding.category is Category.SUPPORT:
        return other.category is not Category.SUPPORT and other.severity is not Severity.NOTE
    return (
        finding.category is other.category
        and other.start <= finding.start
        and finding.end <= other.end
        and RANK.index(other.severity) > RANK.index(finding.severity)
    )
