"""The passages that an editor sees beside a finding, as digests that a waiver is bound to."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.model.audit import Audit
from auditor.model.evidence import Evidence
from auditor.model.listed import Listed, folded
from auditor.model.text import Text, within

DIGITS = 16
"""Hexadecimal digits of a digest: 64 bits, so that no edit of a passage meets another by chance."""


def digest_of_passage(words: str) -> str:
    """Return the digest of a passage; as of a sentence, case and typography make no difference."""
    return hashlib.sha256(folded(words).encode()).hexdigest()[:DIGITS]


def passages_beside(audit: Audit, item: Listed) -> tuple[str, ...]:
    """Return the digests of the passages that stand beside a finding, sorted.

    Those are its own evidence; where it has none, that of its sentence; () where no passage is
    close to either.
    """
    texts = {text.document.id: text for text in audit.references}
    return passages_of(evidence_beside(audit, item), texts)


def passages_of(evidence: Iterable[Evidence], texts: Mapping[str, Text]) -> tuple[str, ...]:
    """Return the digests of the sentences that evidence lies in, sorted; `texts` are by id."""
    found = (
        sentence
        for passage in evidence
        for sentence in within(texts[passage.reference].sentences, passage)
    )
    return tuple(sorted({digest_of_passage(sentence.text) for sentence in found}))


def passages_standing(audit: Audit) -> frozenset[str]:
    """Return the digests of all sentences of the references."""
    return frozenset(
        digest_of_passage(own.text) for text in audit.references for own in text.sentences
    )


def evidence_beside(audit: Audit, item: Listed) -> Sequence[Evidence]:
    """Return a finding's own evidence; where it has none, that of its sentence."""
    linked: Iterator[Sequence[Evidence]] = (
        judged.evidence for judged in audit.sentences if judged.sentence is item.sentence
    )
    return item.finding.evidence or next(linked, ())
