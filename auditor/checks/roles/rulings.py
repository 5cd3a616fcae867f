"""Which names have another's part, by every comparison, and which of them has the word."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.checks.roles import (
    absent_name,
    by_frame,
    by_other_words,
    by_preposition,
    by_same_words,
    swapped,
)
from auditor.evidence.case import Case
from auditor.model.ruling import Ruling
from auditor.model.text import within


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield each name in another's place and each two in each other's.

    Where two names are swapped, or the same words have another name, no further comparison speaks
    of either; of the others the first does.
    """
    pairs = tuple(swapped.rulings(case))
    yield from absent_name.rulings(case)
    same_words = tuple(_outside(pairs, by_same_words.rulings(case)))
    yield from same_words
    yield from _first_of_each(
        _outside(
            (*same_words, *pairs),
            (
                *by_frame.rulings(case),
                *by_preposition.rulings(case),
                *by_other_words.rulings(case),
            ),
        )
    )
    yield from pairs


def _outside(marked: Sequence[Ruling], further: Iterable[Ruling]) -> Iterator[Ruling]:
    """Yield the rulings on words of which nothing is said yet."""
    return (ruling for ruling in further if not within(marked, ruling))


def _first_of_each(further: Iterable[Ruling]) -> Iterator[Ruling]:
    """Yield the first ruling on each name."""
    seen: set[int] = set()
    for ruling in further:
        if ruling.start not in seen:
            seen.add(ruling.start)
            yield ruling
