"""The details of a sentence that could belong to one event or another, and where they occur."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from auditor.checks.events.find.written_days import days_of, written
from auditor.checks.names.entities.lexis import Lexis, lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.checks.numbers.compare.agreement import Relation, kind, relation
from auditor.evidence.case import Case, once
from auditor.language.words import stem
from auditor.model.date import Date, Grain
from auditor.model.event import Event
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.text import Sentence, Text, within
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
    mention: Name | Date | Number
    homes: frozenset[str]
    sure: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stock:
    """What the references of one event hold."""

    event: Event
    texts: tuple[Text, ...]
    names: Lexis
    days: frozenset[datetime.date]
    dates: frozenset[str]
    figures: tuple[Number, ...]
    words: frozenset[str]


@once
def stocks(case: Case) -> tuple[Stock, ...]:
    """Return what the references of each event hold, in the order of the events."""
    return tuple(_stock(case, event) for event in case.events)


def _stock(case: Case, event: Event) -> Stock:
    near = case.article.document.published
    texts = case.on(event)
    dates = [(date, written(text, near)) for text in texts for date in text.dates]
    return Stock(
        event=event,
        texts=texts,
        names=lexis(texts),
        days=frozenset(day for date, wrote in dates for day in days_of(date, wrote)),
        dates=frozenset(date.text.casefold() for date, _ in dates),
        figures=tuple(figure for text in texts for figure in text.numbers),
        words=frozenset(
            t.text.casefold() for text in texts for s in text.sentences for t in s.tokens
        ),
    )


def details(case: Case, sentence: Sentence, found: Sequence[Stock]) -> Iterator[Detail]:
    """Yield the details of an article sentence that stand outside its quotes, in no order."""
    quoted = [q for q in within(case.article.quotes, sentence) if len(q.text.split()) > 1]
    mentions: tuple[Name | Date | Number, ...] = (
        *within(case.article.names, sentence),
        *within(case.article.dates, sentence),
        *within(case.article.numbers, sentence),
    )
    for mention in mentions:
        sort = sort_of(mention)
        if sort is not None and not within(quoted, mention):
            held = {s.event.id: _standing(case, mention, s) for s in found}
            homes = frozenset(key for key, stands in held.items() if stands is not Standing.ABSENT)
            sure = frozenset(key for key, stands in held.items() if stands is Standing.WHOLE)
            yield Detail(mention.start, mention.end, mention.text, sort, mention, homes, sure)


def sort_of(mention: Name | Date | Number) -> Sort | None:
    """Return the sort of a mention, None where it tells no events apart."""
    if isinstance(mention, Name):
        return SORTS[mention.kind] if mention.kind is not NameKind.GROUP else None
    if isinstance(mention, Date):
        return Sort.DATE if mention.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR} else None
    return Sort.FIGURE if mention.unit or mention.value > SMALL else None


def _standing(case: Case, mention: Name | Date | Number, stock: Stock) -> Standing:
    if isinstance(mention, Name):
        return _names(case, mention, stock)
    if isinstance(mention, Date):
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


def _dates(case: Case, date: Date, stock: Stock) -> bool:
    if date.grain is not Grain.DAY:
        year = str(date.year) if date.year else ""
        return date.text.casefold() in stock.dates or year in stock.words
    days = frozenset(days_of(date, case.article.document.published))
    if days and stock.days:
        return bool(days & stock.days)
    return date.text.casefold() in stock.dates


def agrees(one: Number, two: Number) -> bool:
    """Tell whether two figures state the same of the same kind of thing."""
    if kind(one.unit) != kind(two.unit) or relation(one, two) is not Relation.AGREES:
        return False
    return not (one.counted and two.counted) or stem(one.counted) == stem(two.counted)


def _counts_otherwise(one: Number, two: Number) -> bool:
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
            if isinstance(detail.mention, Number) and any(
                agrees(detail.mention, figure) for figure in within(text.numbers, sentence)
            ):
                return text, sentence
            if isinstance(detail.mention, Date) and _shares_day(
                case, detail.mention, within(text.dates, sentence), wrote
            ):
                return text, sentence
    return None


def _shares_day(
    case: Case, date: Date, others: Sequence[Date], wrote: datetime.date | None
) -> bool:
    days = set(days_of(date, case.article.document.published))
    return any(day in days for other in others for day in days_of(other, wrote))
