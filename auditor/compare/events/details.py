"""The details of a sentence that could belong to one event or another, and where they occur."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from auditor.compare.quantities.agreement import Relation, kind, relation
from auditor.entities.presence import Lexis, Standing, lexis, standing
from auditor.events.days import days_of, written
from auditor.model.case import Case
from auditor.model.event import Event
from auditor.model.moment import Grain, Moment
from auditor.model.name import Name
from auditor.model.quantity import Quantity
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind
from auditor.terms import stem


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
    NameKind.GROUP: Sort.OTHER,
    NameKind.OTHER: Sort.OTHER,
}

SMALL = 2.0
"""Counts up to this stand in every report and tell nothing of the event. A guess."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A name, date or figure of an article sentence.

    Attributes:
        homes: ids of the events in whose references it occurs, a part of its name counting too.
        sure: those in whose references all of it occurs.
    """

    start: int
    end: int
    text: str
    sort: Sort
    mention: Name | Moment | Quantity
    homes: frozenset[str]
    sure: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stock:
    """What the references of one event hold."""

    event: Event
    texts: tuple[Text, ...]
    names: Lexis
    days: frozenset[date]
    dates: frozenset[str]
    figures: tuple[Quantity, ...]
    words: frozenset[str]


def stocks(case: Case) -> tuple[Stock, ...]:
    """Return what the references of each event hold, in the order of the events."""
    return tuple(_stock(case, event) for event in case.events)


def _stock(case: Case, event: Event) -> Stock:
    near = case.article.document.published
    texts = tuple(t for t in case.references if t.document.id in event.references)
    moments = [(moment, written(text, near)) for text in texts for moment in text.moments]
    return Stock(
        event=event,
        texts=texts,
        names=lexis(texts),
        days=frozenset(day for moment, wrote in moments for day in days_of(moment, wrote)),
        dates=frozenset(moment.text.casefold() for moment, _ in moments),
        figures=tuple(figure for text in texts for figure in text.quantities),
        words=frozenset(
            t.text.casefold() for text in texts for s in text.sentences for t in s.tokens
        ),
    )


def details(case: Case, sentence: Sentence, found: Sequence[Stock]) -> Iterator[Detail]:
    """Yield the details of an article sentence that stand outside its quotations, in no order."""
    quoted = [q for q in within(case.article.quotations, sentence) if len(q.text.split()) > 1]
    mentions: tuple[Name | Moment | Quantity, ...] = (
        *within(case.article.names, sentence),
        *within(case.article.moments, sentence),
        *within(case.article.quantities, sentence),
    )
    for mention in mentions:
        sort = sort_of(mention)
        if sort is not None and not within(quoted, mention):
            held = {s.event.id: _standing(case, mention, s) for s in found}
            homes = frozenset(key for key, stands in held.items() if stands is not Standing.ABSENT)
            sure = frozenset(key for key, stands in held.items() if stands is Standing.WHOLE)
            yield Detail(mention.start, mention.end, mention.text, sort, mention, homes, sure)


def sort_of(mention: Name | Moment | Quantity) -> Sort | None:
    """Return the sort of a mention, None where it tells no events apart."""
    if isinstance(mention, Name):
        return SORTS[mention.kind] if mention.kind is not NameKind.GROUP else None
    if isinstance(mention, Moment):
        return Sort.DATE if mention.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR} else None
    return Sort.FIGURE if mention.unit or mention.value > SMALL else None


def _standing(case: Case, mention: Name | Moment | Quantity, stock: Stock) -> Standing:
    if isinstance(mention, Name):
        return _names(case, mention, stock)
    if isinstance(mention, Moment):
        return Standing.WHOLE if _dates(case, mention, stock) else Standing.ABSENT
    if any(agrees(mention, figure) for figure in stock.figures):
        return Standing.WHOLE
    if mention.unit and any(agrees(replace(mention, counted=""), one) for one in stock.figures):
        return Standing.PART
    if mention.counted and any(_counts_otherwise(mention, figure) for figure in stock.figures):
        return Standing.ABSENT
    written_so = mention.text.casefold()
    held = any(written_so in text.document.text.casefold() for text in stock.texts)
    return Standing.PART if held else Standing.ABSENT


def _names(case: Case, name: Name, stock: Stock) -> Standing:
    entity = case.entities.of("article", name)
    documents = {seen.document for seen in entity.appearances} if entity else set()
    return (
        Standing.WHOLE if documents & set(stock.event.references) else standing(name, stock.names)
    )


def _dates(case: Case, moment: Moment, stock: Stock) -> bool:
    if moment.grain is not Grain.DAY:
        year = str(moment.year) if moment.year else ""
        return moment.text.casefold() in stock.dates or year in stock.words
    days = frozenset(days_of(moment, case.article.document.published))
    if days and stock.days:
        return bool(days & stock.days)
    return moment.text.casefold() in stock.dates


def agrees(one: Quantity, two: Quantity) -> bool:
    """Tell whether two figures state the same of the same kind of thing."""
    if kind(one.unit) != kind(two.unit) or relation(one, two) is not Relation.AGREES:
        return False
    return not (one.counted and two.counted) or stem(one.counted) == stem(two.counted)


def _counts_otherwise(one: Quantity, two: Quantity) -> bool:
    """Tell whether two figures count the same thing and differ."""
    same = two.counted and stem(one.counted) == stem(two.counted)
    return bool(same) and kind(one.unit) == kind(two.unit)


def occurrence(case: Case, detail: Detail, texts: Sequence[Text]) -> tuple[Text, Sentence] | None:
    """Return the first sentence of the texts that has a detail, None where none has all of it."""
    entity = (
        case.entities.of("article", detail.mention) if isinstance(detail.mention, Name) else None
    )
    for text in texts:
        wrote = written(text, case.article.document.published)
        for sentence in text.sentences:
            if entity and within(entity.within(text.document.id), sentence):
                return text, sentence
            if detail.text.casefold() in sentence.text.casefold():
                return text, sentence
            if isinstance(detail.mention, Quantity) and any(
                agrees(detail.mention, figure) for figure in within(text.quantities, sentence)
            ):
                return text, sentence
            if isinstance(detail.mention, Moment) and _shares_day(
                case, detail.mention, within(text.moments, sentence), wrote
            ):
                return text, sentence
    return None


def _shares_day(case: Case, moment: Moment, others: Sequence[Moment], wrote: date | None) -> bool:
    days = set(days_of(moment, case.article.document.published))
    return any(day in days for other in others for day in days_of(other, wrote))
