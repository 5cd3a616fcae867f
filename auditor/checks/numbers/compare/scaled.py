"""Numbers whose scale is told elsewhere: ``25 million for staff, 18 for``, ``in millions:``."""

import math
import re
from collections.abc import Iterator

from auditor.checks.numbers.compare.agreement import is_bare
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import Stock
from auditor.model.text import Text, around
from auditor.text.fragments import LISTED

SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}

_PER_HUNDRED = re.compile(r"\b(?:for|per|to|of) (?:every |each |a |one )?(?:hundred|100)\b")
"""What makes 65 of 0.65: ``65 shares for every hundred``."""


def is_scaled_like(ours: Counted, stock: Stock) -> bool:
    """Tell whether a number has the figure of a reference's, and one leaves its scale to another.

    The scale is named in the sentence or the one before; of a list or table it may stand anywhere,
    and in signs.
    """
    sizes = frozenset(_sizes(ours, stock.case.article))
    return any(
        any(math.isclose(theirs.number.value, ours.number.value * size) for size in sizes)
        or _means(theirs, ours, stock)
        for theirs in stock.counted
    )


def _sizes(ours: Counted, article: Text) -> Iterator[float]:
    """Yield how many each one of a number may stand for, by the words beside it."""
    if is_bare(ours.number):
        yield from _scales_beside(ours, article)
        yield from SCALES.values() if ours.sentence.kind in LISTED else ()
    if _PER_HUNDRED.search(ours.sentence.text, ours.number.end - ours.sentence.start):
        yield 0.01


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
