"""The details of a sentence that could belong to one event or another."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.events.compare.holdings import Mention, holdings, standing_in
from auditor.checks.names.entities.presence import Standing
from auditor.evidence.case import Case
from auditor.model.date import Date, Grain
from auditor.model.name import Name
from auditor.model.text import Sentence, within
from auditor.model.words import NameKind


class Sort(StrEnum):
    """What kind of detail it is: only details of a sort can take each other's place."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "name"
    DATE = "date"
    FIGURE = "figure"


SORTS = {
    NameKind.PERSON: Sort.PERSON,
    NameKind.ORGANISATION: Sort.ORGANISATION,
    NameKind.PLACE: Sort.PLACE,
    NameKind.OTHER: Sort.OTHER,
}
"""The sort of a name by its kind; groups (``Germans``) tell no events apart."""

TELLS_NOTHING = 2.0
"""Counts up to this stand in every report and tell nothing of the event. A guess."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A name, date or figure of an article sentence.

    Attributes:
        held_by: ids of the events in whose references it occurs, a part of its name counting too.
        held_whole_by: those in whose references all of it occurs.
    """

    start: int
    end: int
    text: str
    sort: Sort
    mention: Mention
    held_by: frozenset[str]
    held_whole_by: frozenset[str]


def details(case: Case, sentence: Sentence) -> Iterator[Detail]:
    """Yield the details of an article sentence that stand outside its quotes.

    Its names, then its dates, then its figures. A single word in quotation marks is no quote.
    """
    quoted = [q for q in within(case.article.quotes, sentence) if len(q.text.split()) > 1]
    mentions: tuple[Mention, ...] = (
        *within(case.article.names, sentence),
        *within(case.article.dates, sentence),
        *within(case.article.numbers, sentence),
    )
    for mention in mentions:
        sort = sort_of(mention)
        if sort is not None and not within(quoted, mention):
            yield _detail(case, mention, sort)


def _detail(case: Case, mention: Mention, sort: Sort) -> Detail:
    stands = {held.event.id: standing_in(case, mention, held) for held in holdings(case)}
    return Detail(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        sort=sort,
        mention=mention,
        held_by=frozenset(key for key, how in stands.items() if how is not Standing.ABSENT),
        held_whole_by=frozenset(key for key, how in stands.items() if how is Standing.WHOLE),
    )


def sort_of(mention: Mention) -> Sort | None:
    """Return the sort of a mention, None where it tells no events apart."""
    if isinstance(mention, Name):
        return SORTS.get(mention.kind)
    if isinstance(mention, Date):
        return Sort.DATE if mention.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR} else None
    return Sort.FIGURE if mention.unit or mention.value > TELLS_NOTHING else None
