"""Scores on the way to a result: ``led 2-0 after half an hour`` and lost 3-2."""

from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import Stock
from auditor.knowledge.lexicon import lexicon
from auditor.model.number import Bound
from auditor.text.fragments import LISTED


def is_interim(ours: Counted, stock: Stock) -> bool:
    """Tell whether a score is told as one on the way and no result of the references forbids it.

    Neither side has more on the way than at the end. A list tells goals as they fell.
    """
    own = ours.number
    words = lexicon("scores")["interim"]
    told = ours.sentence.kind in LISTED or any(
        t.text.lower() in words for t in ours.sentence.tokens
    )
    if own.unit != "score" or not told:
        return False
    return any(
        theirs.number.low >= own.low and theirs.number.high >= own.high
        for theirs in stock.counted
        if theirs.number.unit == "score" or theirs.number.bound is Bound.RANGE
    )
