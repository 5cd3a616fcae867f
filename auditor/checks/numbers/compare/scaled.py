"""Numbers whose scale is told elsewhere: ``25 million for staff, 18 for``, ``in millions:``."""

from collections.abc import Iterator

from auditor.checks.numbers.compare.agreement import is_bare
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import Stock
from auditor.model.text import Text, around
from auditor.model.words import SentenceKind

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}

LISTED = frozenset({SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})


def is_scaled_like(ours: Counted, stock: Stock) -> bool:
    """Tell whether a number has the figure of a reference's, and one leaves its scale to another.

    The scale is named in the sentence or the one before, or, of a list or table, anywhere.
    """
    sizes = frozenset(_scales_beside(ours, stock.case.article)) if is_bare(ours.number) else ()
    return any(
        any(theirs.number.value == ours.number.value * size for size in sizes)
        or _means(theirs, ours, stock)
        for theirs in stock.counted
    )


def _means(bare: Counted, ours: Counted, stock: Stock) -> bool:
    """Tell whether a reference has ours without its scale: ``by 2.4 million to 71.5``."""
    factors = [size for size in SCALES.values() if ours.number.value == bare.number.value * size]
    if not factors or not is_bare(bare.number):
        return False
    text = next(t for t in stock.case.references if t.document.id == bare.document)
    return not set(factors).isdisjoint(_scales_beside(bare, text))


def _scales_beside(counted: Counted, text: Text) -> Iterator[float]:
    listed = counted.sentence.kind in LISTED
    for sentence in text.sentences if listed else around(text, counted.sentence, after=0):
        for token in sentence.tokens:
            if token.lemma.lower() in SCALES:
                yield SCALES[token.lemma.lower()]
