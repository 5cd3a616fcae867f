"""Pieces of a quote where they stand in the references, and what stands there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.quotes.compare.folded_words import content
from auditor.checks.quotes.compare.matches import RowSpan, Step
from auditor.checks.quotes.compare.quote_pieces import QuotePiece
from auditor.checks.quotes.compare.reference_words import Index
from auditor.model.quote import Quote


@dataclass(frozen=True, slots=True)
class Located:
    """A piece of the quote and its span in the row of the references, None where it has none."""

    piece: QuotePiece
    span: RowSpan | None


def spans_of(located: Sequence[Located]) -> list[RowSpan]:
    """Return the spans that were found, in the order of the pieces."""
    return [part.span for part in located if part.span is not None]


def same_steps(spans: Sequence[RowSpan]) -> Iterator[Step]:
    """Yield the steps of the spans whose words are the reference's."""
    for span in spans:
        yield from (step for step in span.steps if step.same)


def quoted_share(index: Index, spans: Sequence[RowSpan]) -> float:
    """Return the share of the words found that stand inside quotation marks there, in [0, 1]."""
    inside = [
        index.quoted[n] >= 0 for step in same_steps(spans) for n in range(step.low, step.high)
    ]
    return sum(inside) / len(inside) if inside else 0.0


def is_unquoted(index: Index, spans: Sequence[RowSpan]) -> bool:
    """Tell whether content of the quote stands outside of quotation marks in its source."""
    share = quoted_share(index, spans)
    outside = [
        index.row[n]
        for step in same_steps(spans)
        for n in range(step.low, step.high)
        if index.quoted[n] < 0
    ]
    return share < 1 and (share == 0 or len(content(outside)) > 1)


def source_of(index: Index, spans: Sequence[RowSpan]) -> Quote | None:
    """Return the quote that most of the words stand in."""
    inside = [index.quoted[n] for step in same_steps(spans) for n in range(step.low, step.high)]
    numbers = sorted({n for n in inside if n >= 0}, key=lambda n: (-inside.count(n), n))
    return index.quotes[numbers[0]] if numbers else None
