"""Details of a sentence that belong to another event than the rest of it, or than the article.

A sentence belongs to the event whose references cover it best once every detail that tells the
events apart is left out; those details vote too. A detail is out of place where no reference of
that event has it and a reference of another event does. A whole sentence is out of place where
only another event's references have it and nothing tells the reader that the event changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.compare.events.details import Detail, occurrence
from auditor.compare.events.reading import (
    Reading,
    introduces,
    is_of,
    is_worded_as,
    own_event,
    readings,
)
from auditor.compare.events.rivals import SURE, Rival, evidence, rival
from auditor.model.case import Case, Evidence
from auditor.model.event import Event
from auditor.model.text import Text, within
from auditor.model.words import Stance
from auditor.terms import CONTENT, stem, terms

OFTEN = 0.3
"""From this share of its sentences on, an article is about the other event too. A guess."""

REACH = 2
"""Sentences for which the reader remembers that another event is spoken of. A guess."""


FEW = 2
"""Words that only another event's references have; one alone may be chance. A guess."""


class Outcome(StrEnum):
    """What is wrong; rules speak of these words."""

    REPLACED = "replaced"
    MISPLACED = "misplaced"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Conflation:
    """Words ``start:end`` of the article that are out of place: a detail, or what is said.

    Attributes:
        event: the one that the sentence, or else the article, tells of.
        other: one whose references have the detail.
        expected: what the references of `event` have in its place, "" where they have nothing.
        evidence: of the detail first, then of the rest.
    """

    outcome: Outcome
    start: int
    end: int
    text: str
    event: Event
    other: Event
    expected: str
    evidence: tuple[Evidence, ...]


def conflations(case: Case) -> Iterator[Conflation]:
    """Yield the details of the article that are out of place, sentence after sentence."""
    main = next((event for event in case.events if event.main), None)
    if main is None or len(case.events) < 2:
        return
    read = tuple(readings(case))
    foreign = {
        id(reading): event
        for event in case.events
        if not event.main
        for reading in _foreign(read, event, main)
    }
    for reading in read:
        if id(reading) in foreign:
            other = foreign[id(reading)]
            told = tuple(_whole(case, reading, other, main))
            yield from told or _worded(case, reading, other, main)
        elif not reading.compares:
            yield from _single(case, reading)


def _single(case: Case, reading: Reading) -> Iterator[Conflation]:
    """Yield the details that do not go with the rest of their sentence."""
    for detail in reading.telling:
        own = own_event(reading, detail, case.events) if detail.sure else None
        if own is not None:
            other = _home(case, reading, detail)
            instead = _rival(case, reading, detail, own)
            replaced = instead is not None and instead.fit >= SURE
            yield Conflation(
                Outcome.REPLACED if replaced else Outcome.MISPLACED,
                detail.start,
                detail.end,
                detail.text,
                own,
                other,
                instead.text if instead and replaced else "",
                tuple(_proof(case, reading, detail, other, own)),
            )


def _foreign(read: Sequence[Reading], event: Event, main: Event) -> Iterator[Reading]:
    """Yield the sentences that are another event's and that nothing introduces as such."""
    theirs = [
        n
        for n, reading in enumerate(read)
        if is_of(reading, event, main) or is_worded_as(reading, event, main)
    ]
    if len(theirs) >= OFTEN * len(read):
        return
    for n in theirs:
        before = read[max(0, n - REACH) : n + 1]
        if not any(introduces(reading, event, main) for reading in before):
            yield read[n]


def _whole(case: Case, reading: Reading, other: Event, main: Event) -> Iterator[Conflation]:
    for detail in reading.telling:
        if other.id in detail.sure and main.id not in detail.homes:
            yield Conflation(
                Outcome.FOREIGN,
                detail.start,
                detail.end,
                detail.text,
                main,
                other,
                "",
                tuple(_proof(case, reading, detail, other, main)),
            )


def _worded(case: Case, reading: Reading, other: Event, main: Event) -> Iterator[Conflation]:
    """Yield the words of a sentence that only the other event's passages have."""
    held = {
        term.key
        for linked in reading.linked
        for text in _texts(case, main)
        if linked.reference == text.document.id
        for sentence in within(text.sentences, linked)
        for term in terms(sentence)
    }
    theirs = next(
        (text, sentence)
        for linked in reading.linked
        for text in _texts(case, other)
        if linked.reference == text.document.id
        for sentence in within(text.sentences, linked)
    )
    said = {term.key for term in terms(theirs[1])}
    only = [
        token
        for token in reading.sentence.tokens
        if token.pos in CONTENT and stem(token.text) in said - held
    ]
    if len(only) >= FEW:
        start, end = only[0].start, only[-1].end
        text = case.article.document.text[start:end]
        proof = (evidence(*theirs, Stance.MENTIONS, 1.0),)
        yield Conflation(Outcome.FOREIGN, start, end, text, main, other, "", proof)


def _home(case: Case, reading: Reading, detail: Detail) -> Event:
    """Return the event that has the detail and covers the sentence best."""
    homes = [event for event in case.events if event.id in detail.sure]
    return max(homes, key=lambda event: (reading.score.get(event.id, 0.0), event.id))


def _rival(case: Case, reading: Reading, detail: Detail, own: Event) -> Rival | None:
    passage = reading.best[own.id]
    text = next(t for t in case.references if t.document.id == passage.reference)
    return rival(case, reading.sentence, detail, reading.every, text, passage.sentence)


def _proof(
    case: Case, reading: Reading, detail: Detail, other: Event, own: Event
) -> Iterator[Evidence]:
    """Yield a passage of the other event that has the detail, and the sentence's own event's."""
    there = occurrence(case, detail, _texts(case, other))
    if there is not None:
        yield evidence(*there, Stance.MENTIONS, 1.0)
    passage = reading.best.get(own.id)
    for text in _texts(case, own):
        if passage is not None and text.document.id == passage.reference:
            yield evidence(text, passage.sentence, Stance.CONTRADICTS, reading.score[own.id])


def _texts(case: Case, event: Event) -> tuple[Text, ...]:
    return tuple(text for text in case.references if text.document.id in event.references)
