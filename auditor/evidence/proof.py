"""Sentences of the references as proof of a finding."""

from pathlib import PurePosixPath

from auditor.model.calendar import day_in_words
from auditor.model.document import Document
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


def source_of(document: Document) -> str:
    """Return how an editor knows a reference: its file name, and its date where it states one."""
    name, day = PurePosixPath(document.path).name or document.path, document.published
    return f"{name}, {day_in_words(day)}" if day else name
