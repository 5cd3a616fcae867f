"""Which findings stand where several speak of the same words."""

from collections.abc import Sequence
from dataclasses import replace

from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict

MILDEST_FIRST = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
"""Severities by what a finding weighs beside another one."""

LEAST_TELLING_FIRST = (
    *(Category.ROLE, Category.NAME, Category.PLACE),
    *(Category.ATTRIBUTION, Category.EVENT),
)
"""What findings that want the same correction say, least first: what part is played, who it is,
where it is, who speaks, whose detail it is. All other categories say less."""


def settled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of one sentence that an editor needs, in the order given.

    What marks words gives way to a graver finding of its category on the same or more words, and
    to a more telling one that wants the same correction of the same words; where it knows no
    correction, it takes that of another. That no reference has some words gives way to anything
    that says what is wrong in them; that they deny the sentence, to an error or warning of another
    kind anywhere in it, which says why.
    """
    told = [_corrected(finding, findings) for finding in findings]
    return tuple(one for one in told if not any(_yields(one, other) for other in told))


def _corrected(finding: Finding, findings: Sequence[Finding]) -> Finding:
    """Return a finding with the correction and proof of one as grave on the same words."""
    if finding.expected is not None or finding.category is Category.SUPPORT:
        return finding
    told = (other for other in findings if other.expected and _is_alike(finding, other))
    best = next(told, None)
    return replace(finding, expected=best.expected, evidence=best.evidence) if best else finding


def _is_alike(finding: Finding, other: Finding) -> bool:
    """Tell whether two are of one category, as grave, and mark the same words."""
    return (finding.category, finding.severity, finding.start, finding.end) == (
        other.category,
        other.severity,
        other.start,
        other.end,
    )


def _yields(finding: Finding, other: Finding) -> bool:
    if finding.category is Category.SUPPORT:
        return other.severity is not Severity.NOTE and (
            _says_more(other, finding) or _is_why(other, finding)
        )
    if (finding.start, finding.end, finding.expected) == (other.start, other.end, other.expected):
        return finding.expected is not None and _weighs_more(other, finding)
    if _is_alike(finding, other) and finding.expected and other.expected:
        return finding.expected in other.expected
    return (
        finding.category is other.category
        and other.start <= finding.start
        and finding.end <= other.end
        and MILDEST_FIRST.index(other.severity) > MILDEST_FIRST.index(finding.severity)
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
    theirs, own = _weight(other), _weight(finding)
    return theirs > own or (theirs == own and other.rule < finding.rule)


def _weight(finding: Finding) -> tuple[int, int]:
    """Return what a finding weighs among those that want the same correction."""
    category = finding.category
    telling = LEAST_TELLING_FIRST.index(category) if category in LEAST_TELLING_FIRST else -1
    return MILDEST_FIRST.index(finding.severity), telling
