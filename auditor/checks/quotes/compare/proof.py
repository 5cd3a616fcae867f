"""What proves a comparison: the passage in the reference, and the words struck and inserted."""

from collections.abc import Iterator, Sequence

from auditor.checks.quotes.compare.folded_words import Word
from auditor.checks.quotes.compare.ladder import Comparison
from auditor.checks.quotes.compare.located import Located, same_steps, spans_of
from auditor.checks.quotes.compare.matches import RowSpan
from auditor.checks.quotes.compare.reference_words import Index
from auditor.model.evidence import Evidence
from auditor.model.finding import Edit
from auditor.model.quote import Rung
from auditor.model.words import Stance

ELLIPSIS = "…"
"""Stands between pieces that are not beside each other in the reference."""


def evidence(index: Index, comparison: Comparison, stance: Stance) -> tuple[Evidence, ...]:
    """Return the passage of each piece in the article's order, each passage once."""
    passages: dict[tuple[str, int], Evidence] = {}
    for span in spans_of(comparison.located):
        passage = _passage(index, span, stance)
        if passage is not None:
            passages.setdefault((passage.reference, passage.start), passage)
    return tuple(passages.values())


def _passage(index: Index, span: RowSpan, stance: Stance) -> Evidence | None:
    same = list(same_steps([span]))
    if not same:
        return None
    first, last = index.sentence(same[0].low), index.sentence(same[-1].high - 1)
    if first is None or last is None:
        return None
    document = index.texts[index.reference[same[0].low]].document
    return Evidence(
        document.id,
        first.start,
        last.end,
        document.text[first.start : last.end],
        stance,
        round(span.share, 4),
    )


def source_words(index: Index, comparison: Comparison) -> str:
    """Return the references' words for the quote, an ellipsis between distant pieces.

    "" where they are not its source.
    """
    if comparison.rung is Rung.FABRICATED:
        return ""
    spans = spans_of(comparison.located)
    return f" {ELLIPSIS} ".join(index.written(span.low, span.high) for span in spans)


def diff(index: Index, comparison: Comparison, article: str) -> tuple[Edit, ...]:
    """Return the steps from the references' words to the article's, in the article's order.

    () where they are not its source.
    """
    if comparison.rung is Rung.FABRICATED:
        return ()
    return tuple(_edits(index, comparison.located, article))


def _edits(index: Index, located: Sequence[Located], article: str) -> Iterator[Edit]:
    for n, part in enumerate(located):
        words = part.piece.words
        if n:
            yield Edit("kept", ELLIPSIS)
        if part.span is None:
            yield Edit("inserted", _article_text(article, words))
            continue
        for step in part.span.steps:
            written = _article_text(article, words[step.start : step.end])
            source = index.written(step.low, step.high)
            if step.same and _same_words(index, step.low, words[step.start : step.end]):
                yield Edit("kept", written)
                continue
            if source:
                yield Edit("struck", source)
            if written:
                yield Edit("inserted", written)


def _same_words(index: Index, low: int, words: Sequence[Word]) -> bool:
    return all(index.row[low + n].text == word.text for n, word in enumerate(words))


def _article_text(article: str, words: Sequence[Word]) -> str:
    return article[words[0].start : words[-1].end] if words else ""
