"""What of the references the entailment model reads for a sentence: its excerpt.

The passages closest to the sentence stand in it in document order, as in training, so that facts
which two references hold between them stand together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.language.words import terms
from auditor.model.calendar import MONTHS
from auditor.model.date import Date, Origin
from auditor.model.evidence import Evidence, Link
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind

PIECES = 104
"""Longest excerpt in estimated word pieces, as in training: 50 of 160 are left."""

_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, order=True)
class SentenceSpot:
    """Sentence number `sentence` of reference number `reference`, both counted from 0."""

    reference: int
    sentence: int


@dataclass(frozen=True, slots=True)
class NewsText:
    """A reference to excerpt, with its sentences less its boilerplate."""

    text: Text
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class NewsTexts:
    """The references in loading order; `spots` finds a passage by reference and start."""

    sources: tuple[NewsText, ...]
    spots: Mapping[tuple[str, int], SentenceSpot]

    def holds(self, spot: SentenceSpot) -> bool:
        """Tell whether there is such a sentence."""
        return 0 <= spot.sentence < len(self.sources[spot.reference].sentences)


def sources(references: Sequence[Text]) -> NewsTexts:
    """Return the references, ready to be excerpted."""
    texts = tuple(
        NewsText(text, tuple(s for s in text.sentences if s.kind is not SentenceKind.BOILERPLATE))
        for text in references
    )
    spots = {
        (source.text.document.id, sentence.start): SentenceSpot(m, n)
        for m, source in enumerate(texts)
        for n, sentence in enumerate(source.sentences)
    }
    return NewsTexts(texts, spots)


def excerpt(link: Link, references: NewsTexts) -> str:
    """Return what to read beside the sentence of a link that has evidence."""
    return " ".join(_dated(references, spot) for spot in sorted(_chosen(link, references)))


def excerpted(link: Link, references: NewsTexts) -> Iterator[tuple[Text, Sentence]]:
    """Yield the sentences of the excerpt of a link that has evidence, each with its reference."""
    for spot in sorted(_chosen(link, references)):
        yield references.sources[spot.reference].text, _sentence(references, spot)


def alone(passage: Evidence, references: NewsTexts) -> str:
    """Return what to read of a single passage: itself, its dates told as in an excerpt."""
    return _dated(references, references.spots[passage.reference, passage.start])


def _chosen(link: Link, references: NewsTexts) -> tuple[SentenceSpot, ...]:
    """Return the sentences of the excerpt.

    The best passage leads; then each time the one that adds most of the sentence's words. The room
    that is left goes to what makes the best passage clear: the sentences before and after it.
    """
    best, *others = (references.spots[p.reference, p.start] for p in link.evidence)
    around = (_beside(best, -1), _beside(best, 1))
    return _with(_adding(link, best, others, references), around, references)


def _adding(
    link: Link, best: SentenceSpot, others: Sequence[SentenceSpot], references: NewsTexts
) -> tuple[SentenceSpot, ...]:
    """Return the best passage and those that add words of the sentence to it.

    A passage that repeats another only takes its room.
    """
    held = {spot: _keys(_sentence(references, spot)) for spot in (best, *others)}
    wanted = _keys(link.sentence) - held[best]
    kept: tuple[SentenceSpot, ...] = (best,)
    left = list(others)
    while left:
        spot = max(left, key=lambda other: len(held[other] & wanted))
        left.remove(spot)
        if held[spot] & wanted and (more := _with(kept, [spot], references)) != kept:
            kept = more
            wanted -= held[spot]
    return kept


def _with(
    kept: tuple[SentenceSpot, ...], more: Iterable[SentenceSpot], references: NewsTexts
) -> tuple[SentenceSpot, ...]:
    """Return the sentences kept and those of `more` that there is room for, in that order."""
    room = PIECES - sum(_pieces(_sentence(references, spot)) for spot in kept)
    for spot in more:
        if spot in kept or not references.holds(spot):
            continue
        if (size := _pieces(_sentence(references, spot))) <= room:
            kept = (*kept, spot)
            room -= size
    return kept


def _beside(spot: SentenceSpot, step: int) -> SentenceSpot:
    return SentenceSpot(spot.reference, spot.sentence + step)


def _sentence(references: NewsTexts, spot: SentenceSpot) -> Sentence:
    return references.sources[spot.reference].sentences[spot.sentence]


def _keys(sentence: Sentence) -> set[str]:
    return {term.key for term in terms(sentence)}


def _pieces(sentence: Sentence) -> int:
    """Estimate how many word pieces a sentence takes: long words count twice."""
    return sum(1 + (len(piece) > 8) for piece in _PIECE.findall(sentence.text))


def _dated(references: NewsTexts, spot: SentenceSpot) -> str:
    """Return the sentence with the day, month or year behind dates that leave their year out.

    `This year` is 2012 in a report of 2012: only the document's own date can tell, which the model
    does not see.
    """
    text, sentence = references.sources[spot.reference].text, _sentence(references, spot)
    parts, begun = [], sentence.start
    for date in within(text.dates, sentence):
        if date.origin is not Origin.ABSOLUTE and (stated := _stated(date)):
            parts.append(f"{text.document.text[begun : date.end]} ({stated})")
            begun = date.end
    parts.append(text.document.text[begun : sentence.end])
    return "".join(parts)


def _stated(date: Date) -> str:
    """Return what a date means in words, "" where it is not known or no more than it says."""
    if date.first is None or date.first != date.last:
        whole = date.first and date.last and date.first.year == date.last.year
        return str(date.first.year) if date.first and whole else ""
    return f"{MONTHS[date.first.month - 1]} {date.first.day}, {date.first.year}"
