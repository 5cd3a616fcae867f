"""Sentences of the references as proof of a finding."""

from auditor.model.evidence import Evidence, Link
from auditor.model.text import Sentence, Text
from auditor.model.words import Stance


def evidence(text: Text, sentence: Sentence, stance: Stance, score: float) -> Evidence:
    """Return a reference's sentence as evidence."""
    return Evidence(
        text.document.id, sentence.start, sentence.end, sentence.text, stance, round(score, 4)
    )


def denying(link: Link) -> Evidence:
    """Return the passage that denies the sentence of a link, the closest where none does."""
    passages = (p for p in link.evidence if p.stance is Stance.CONTRADICTS)
    return next(passages, link.evidence[0])
