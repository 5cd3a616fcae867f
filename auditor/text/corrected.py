"""Which sentences of an uncorrected report its corrected version has otherwise."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind
from auditor.text.notices import PublishersNotice
from auditor.text.overlap import line, overlaps

ONE_STORY = 0.5
"""Share of one of two reports that stands in the other where they are versions of one story. A
guess."""

REWORDED = 60.0
"""Likeness (rapidfuzz ratio) from which a sentence is another's version. A guess: two sentences on
one matter in other words are at 40 to 55."""

Superseded = tuple[int, int, Sentence]
"""The places of an uncorrected report and of its corrected version, and a sentence of the first."""


def superseded(
    texts: Sequence[Text], notices: Sequence[Sequence[PublishersNotice]]
) -> Iterator[Superseded]:
    """Yield the sentences that a corrected version has otherwise; both versions are references.

    Args:
        texts: in loading order.
        notices: those of each text.
    """
    is_corrected = [any(not one.is_retraction for one in own) for own in notices]
    for pair in overlaps(texts) if any(is_corrected) else ():
        if max(pair.of_one, pair.of_other) < ONE_STORY:
            continue
        for old, new in ((pair.one, pair.other), (pair.other, pair.one)):
            if is_corrected[new] and not is_corrected[old]:
                for sentence in _changed(texts[old], texts[new], notices[new]):
                    yield old, new, sentence


def _changed(old: Text, new: Text, notices: Sequence[PublishersNotice]) -> Iterator[Sentence]:
    """Yield the sentences of a text that another has in other words."""
    told = {sentence for notice in notices for sentence in notice.sentences}
    kept = [_words(sentence) for sentence in new.sentences if sentence not in told]
    for sentence in old.sentences:
        words = _words(sentence)
        if sentence.kind is SentenceKind.BOILERPLATE or not words or words in kept:
            continue
        if process.extractOne(words, kept, scorer=fuzz.ratio, score_cutoff=REWORDED):
            yield sentence


def _words(sentence: Sentence) -> str:
    return line(sentence) or " ".join(sentence.text.casefold().split())
