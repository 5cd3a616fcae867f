"""What the references of each event hold, and whether a detail of the article is among it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.checks.events.compare.figures import agree, count_one_thing
from auditor.checks.events.find.written_days import days_of, written
from auditor.checks.names.entities.lexis import Lexis, lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.evidence.case import Case, once
from auditor.model.date import Date, Grain
from auditor.model.event import Event
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.text import Sentence, Text, within

Mention = Name | Date | Number


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the references of one event hold.

    Attributes:
        days: every day that one of their dates means alone.
        dates: their dates as written, folded.
        words: all their words, folded.
    """

    event: Event
    texts: tuple[Text, ...]
    names: Lexis
    days: frozenset[datetime.date]
    dates: frozenset[str]
    figures: tuple[Number, ...]
    words: frozenset[str]


@once
def holdings(case: Case) -> tuple[Holdings, ...]:
    """Return what the references of each event hold, in the order of the events."""
    return tuple(_of_event(case, event) for event in case.events)


def _of_event(case: Case, event: Event) -> Holdings:
    near = case.article.document.published
    texts = case.on(event)
    dates = [(date, written(text, near)) for text in texts for date in text.dates]
    return Holdings(
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


def standing_in(case: Case, mention: Mention, held: Holdings) -> Standing:
    """Return how much of a mention of the article the references of an event hold."""
    if isinstance(mention, Name):
        return _standing_of_name(case, mention, held)
    if isinstance(mention, Date):
        return Standing.WHOLE if _hold_date(case, mention, held) else Standing.ABSENT
    return _standing_of_figure(mention, held)


def _standing_of_name(case: Case, name: Name, held: Holdings) -> Standing:
    entity = case.entities.of("article", name)
    documents = {seen.document for seen in entity.appearances} if entity else set()
    if documents & set(held.event.references):
        return Standing.WHOLE
    return standing(name, held.names)


def _hold_date(case: Case, date: Date, held: Holdings) -> bool:
    if date.grain is not Grain.DAY:
        year = str(date.year) if date.year else ""
        return date.text.casefold() in held.dates or year in held.words
    days = frozenset(days_of(date, case.article.document.published))
    if days and held.days:
        return bool(days & held.days)
    return date.text.casefold() in held.dates


def _standing_of_figure(figure: Number, held: Holdings) -> Standing:
    """Return how much of a figure stands: a part where it counts another thing or is one's words.

    Where the same things are counted otherwise, nothing.
    """
    if any(agree(figure, theirs) for theirs in held.figures):
        return Standing.WHOLE
    bare = replace(figure, counted="")
    if figure.unit and any(agree(bare, theirs) for theirs in held.figures):
        return Standing.PART
    if figure.counted and any(count_one_thing(figure, theirs) for theirs in held.figures):
        return Standing.ABSENT
    words = figure.text.casefold()
    stands = any(words in text.document.text.casefold() for text in held.texts)
    return Standing.PART if stands else Standing.ABSENT


def sentence_with(
    case: Case, mention: Mention, texts: Sequence[Text]
) -> tuple[Text, Sentence] | None:
    """Return the first sentence of the texts that has a mention, None where none has all of it."""
    for text in texts:
        for sentence in text.sentences:
            if _has(case, mention, text, sentence):
                return text, sentence
    return None


def _has(case: Case, mention: Mention, text: Text, sentence: Sentence) -> bool:
    if mention.text.casefold() in sentence.text.casefold():
        return True
    if isinstance(mention, Number):
        return any(agree(mention, figure) for figure in within(text.numbers, sentence))
    if isinstance(mention, Date):
        return _shares_day(case, mention, text, sentence)
    entity = case.entities.of("article", mention)
    return entity is not None and bool(within(entity.within(text.document.id), sentence))


def _shares_day(case: Case, date: Date, text: Text, sentence: Sentence) -> bool:
    near = case.article.document.published
    wrote, days = written(text, near), set(days_of(date, near))
    theirs = within(text.dates, sentence)
    return any(day in days for other in theirs for day in days_of(other, wrote))
