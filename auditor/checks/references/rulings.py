"""On what the references differ among themselves: names, then parts of places."""

from collections.abc import Iterator

from auditor.checks.references import disagreement, parts_of_places
from auditor.evidence.case import Case
from auditor.model.ruling import Ruling


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the words of the article that a reference on an event has otherwise."""
    yield from disagreement.rulings(case)
    yield from parts_of_places.rulings(case)
