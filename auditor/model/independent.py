"""On which independent sources a sentence rests."""

from collections.abc import Sequence

from auditor.model.audit import Audit, Judged
from auditor.model.evidence import Evidence
from auditor.model.words import Stance, Verdict


def independent_sources(audit: Audit, judged: Judged) -> tuple[tuple[str, ...], ...]:
    """Return the independent sources of a supported sentence, () of any other, as `sources_of`."""
    return sources_of(judged.evidence, audit.copies) if judged.verdict is Verdict.SUPPORTED else ()


def sources_of(
    evidence: Sequence[Evidence], copies: Sequence[Sequence[str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the independent sources among the passages that support a sentence, best first.

    Args:
        evidence: of the sentence.
        copies: references that are one text, the ids of each group.

    Returns:
        for each source the ids of its references: all copies, though one alone be in the evidence.
    """
    groups = {reference: tuple(group) for group in copies for reference in group}
    supporting = (one.reference for one in evidence if one.stance is Stance.SUPPORTS)
    return tuple(dict.fromkeys(groups.get(one, (one,)) for one in supporting))
