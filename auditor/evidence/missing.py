"""Which words of a sentence the passages do not bear out, as the entailment model marks them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.language.words import CONTENT
from auditor.model.reading import Lack, Reading
from auditor.model.text import Sentence, Spanned, Text, Token, within

GRAMMAR_GAP = 2
"""Unmarked words of grammar that a run of marked ones may hold. A guess."""


@dataclass(frozen=True, slots=True)
class Words:
    """Consecutive words at ``start:end`` of the document."""

    start: int
    end: int


def compared_elsewhere(text: Text, sentence: Sentence) -> tuple[Spanned, ...]:
    """Return what the model need not judge: dates, figures and quotes have exact checks.

    A passage that says `this year` bears `2012` out, which the model cannot know.
    """
    return (
        *within(text.dates, sentence),
        *within(text.numbers, sentence),
        *within(text.quotes, sentence),
    )


def without(reading: Reading, sentence: Sentence, spans: Sequence[Spanned]) -> Reading:
    """Return the reading with the lacks that touch no span.

    Spans lie in the document, lacks in the sentence.
    """
    left = (lack for lack in reading.lacks if not _is_over(sentence, lack, spans))
    return replace(reading, lacks=tuple(left))


def _is_over(sentence: Sentence, lack: Lack, spans: Sequence[Spanned]) -> bool:
    start, end = sentence.start + lack.start, sentence.start + lack.end
    return any(span.start < end and start < span.end for span in spans)


def worst(sentence: Sentence, reading: Reading) -> float:
    """Return the highest chance that a content word is lacking, 0 where there is none."""
    content = (token for token in sentence.tokens if token.pos in CONTENT)
    return max((_chance(sentence, token, reading) for token in content), default=0.0)


def lacking(sentence: Sentence, reading: Reading, least: float) -> tuple[Words, ...]:
    """Return the runs of words that are lacking with at least this chance, in text order.

    A word lacks as much as its worst piece. A run begins and ends with a content word; () where
    none is lacking.
    """
    tokens = sentence.tokens
    marked = [n for n, token in enumerate(tokens) if _chance(sentence, token, reading) >= least]
    runs = []
    for run in _runs(tokens, marked):
        telling = [n for n in run if tokens[n].pos in CONTENT]
        if telling:
            runs.append(Words(tokens[telling[0]].start, tokens[telling[-1]].end))
    return tuple(runs)


def _chance(sentence: Sentence, token: Token, reading: Reading) -> float:
    start, end = token.start - sentence.start, token.end - sentence.start
    chances = (lack.chance for lack in reading.lacks if lack.start < end and start < lack.end)
    return max(chances, default=0.0)


def _runs(tokens: Sequence[Token], marked: Sequence[int]) -> Iterator[list[int]]:
    """Yield the marked places in runs; words of grammar between two do not part them."""
    run: list[int] = []
    for n in marked:
        between = tokens[run[-1] + 1 : n] if run else ()
        if run and (len(between) > GRAMMAR_GAP or any(token.pos in CONTENT for token in between)):
            yield run
            run = []
        run.append(n)
    if run:
        yield run
