"""Which findings stand where several speak of the same words."""

from collections.abc import Sequence

from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict

RANK = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


TELLING = (Category.EVENT, Category.ATTRIBUTION, Category.PLACE, Category.NAME, Category.ROLE)
"""Which of several findings that want the same correction says most: whose detail it is, who
speaks, where it is, who it is, what part is played. Others come after these."""


def settled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of one sentence that an editor needs, in the order given.

    What marks words gives way to a graver finding of its category on the same or more words, and
    to a more telling one that wants the same correction of the same words. That no reference has
    some words gives way to anything that says what is wrong in them; that they deny the sentence,
    to an error or warning of another kind anywhere in it, which says why.
    """
    return tuple(f for f in findings if not any(_yields(f, other) for other in findings))


def _yields(finding: Finding, other: Finding) -> bool:
    if finding.category is Category.SUPPORT:
        return other.severity is not Severity.NOTE and (
            _says_more(other, finding) or _is_why(other, finding)
        )
    if (finding.start, finding.end, finding.expected) == (other.start, other.end, other.expected):
        return finding.expected is not None and _weighs_more(other, finding)
    return (
        finding.category is other.category
        and other.start <= finding.start
        and finding.end <= other.end
        and RANK.index(other.severity) > RANK.index(finding.severity)
    )


def _says_more(other: Finding, missing: Finding) -> bool:
    """Tell whether a finding says what is wrong in words that are missing, or that more are."""
    if other.category is not Category.SUPPORT:
        return other.start < missing.end and missing.start < other.end
    if (other.start, other.end) == (missing.start, missing.end):
        return other.rule < missing.rule
    return other.start <= missing.start and missing.end <= other.end


def _is_why(other: Finding, denied: Finding) -> bool:
    """Tell whether a finding says why the references deny a sentence, whatever words it marks."""
    return denied.implies is Verdict.CONTRADICTED and other.category is not Category.SUPPORT


def _weighs_more(other: Finding, finding: Finding) -> bool:
    """Tell which of two that want the same correction stands; of equals, the first by its id."""
    one, two = _weight(other), _weight(finding)
    return one > two or (one == two and other.rule < finding.rule)


def _weight(finding: Finding) -> tuple[int, int]:
    """Return what a finding weighs among those that want the same correction."""
    told = len(TELLING) - TELLING.index(finding.category) if finding.category in TELLING else 0
    return RANK.index(finding.severity), told
