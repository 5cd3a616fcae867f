"""Where the references speak of what the article counts beside a number: by the same figures."""

from collections.abc import Iterator

from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import Stock
from auditor.model.text import around

SMALL = 10
"""A smaller count stands in too many sentences to find one by. A guess."""


def anchored(ours: Counted, stock: Stock) -> tuple[Counted, ...]:
    """Return the numbers of the references' sentences that hold a figure which stands beside ours.

    ``31 drums held it and 49 did not``: 31 leads to ``hidden in 31 of the 80 drums``. Beside is
    the sentence, the one before and the one after.
    """
    figures = {_figure(one) for one in _beside(ours, stock)}
    places = {
        (theirs.document, theirs.sentence.id)
        for theirs in stock.counted
        if _figure(theirs) in figures
    }
    return tuple(f for f in stock.counted if (f.document, f.sentence.id) in places)


def _beside(ours: Counted, stock: Stock) -> Iterator[Counted]:
    for sentence in around(stock.case.article, ours.sentence):
        for one in stock.own.get(sentence.id, ()):
            if one.number.start != ours.number.start and _tells_its_place(one):
                yield one


def _tells_its_place(counted: Counted) -> bool:
    return counted.number.unit != "" or counted.number.value > SMALL


def _figure(counted: Counted) -> tuple[float, str]:
    return counted.number.value, counted.number.unit
