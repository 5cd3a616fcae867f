"""Two versions of one paragraph, where a draft was left beside what replaced it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.checks.leftovers.outcome import Outcome
from auditor.evidence.case import Case
from auditor.language.words import terms
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind

LEAST = 12
"""Content words of a paragraph from which two that are alike are no coincidence. A guess."""

ALIKE = 0.6
"""Share of all content words of both that both have. A guess: paragraphs of the stories to develop
on that follow each other share at most a third."""

NEAR = 3
"""Paragraphs within which a version stands behind the other. A guess."""

Paragraph = tuple[Sentence, ...]


def versions(case: Case) -> Iterator[Ruling]:
    """Yield each paragraph that says what one before it says, mostly in the same words.

    One that repeats another to the letter is a pull quote; rows of a list differ in their names or
    figures.
    """
    text = case.article
    paragraphs = [
        tuple(group) for _, group in groupby(text.sentences, lambda sentence: sentence.paragraph)
    ]
    prose = [own for own in paragraphs if all(one.kind is SentenceKind.PROSE for one in own)]
    for n, paragraph in enumerate(prose):
        for before in prose[max(0, n - NEAR) : n]:
            if _are_versions(text, before, paragraph):
                fields = {"words": before[0].text}
                yield Ruling(Outcome.VERSION, paragraph[0].start, paragraph[0].end, fields)
                break


def _are_versions(text: Text, one: Paragraph, two: Paragraph) -> bool:
    mine, theirs = _words(one), _words(two)
    if min(len(mine), len(theirs)) < LEAST or _written(one) == _written(two):
        return False
    alike = len(mine & theirs) / len(mine | theirs)
    return alike >= ALIKE and _particulars(text, one) == _particulars(text, two)


def _words(paragraph: Paragraph) -> frozenset[str]:
    return frozenset(term.key for sentence in paragraph for term in terms(sentence))


def _written(paragraph: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in paragraph)


def _particulars(text: Text, paragraph: Paragraph) -> frozenset[object]:
    """Return the names and figures of a paragraph."""
    return frozenset(
        particular
        for sentence in paragraph
        for particular in (
            *(name.text for name in within(text.names, sentence)),
            *(number.value for number in within(text.numbers, sentence)),
        )
    )
