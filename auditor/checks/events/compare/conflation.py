"""Details of a sentence that belong to another event than the rest of it, or than the article.

A sentence belongs to the event whose references cover it best once every detail that tells the
events apart is left out; those details vote too. A detail is out of place where no reference of
that event has it and a reference of another event does. A whole sentence is out of place where
only another event's references have it and nothing tells the reader that the event changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.events.compare.counterparts import SURE, Rival, rival
from auditor.checks.events.compare.details import Detail, occurrence
from auditor.checks.events.compare.which_event import (
    Reading,
    Told,
    introduces,
    is_of,
    is_told_as,
    is_worded_as,
    own_event,
    readings,
)
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.language.words import CONTENT, stem, terms
from auditor.model.event import Event
from auditor.model.evidence import Evidence, Part
from auditor.model.text import Text, within
from auditor.model.words import Stance

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
    main = case.main
    if main is None or len(case.events) < 2:
        return
    read = tuple(readings(case))
    foreign: dict[int, Event] = {}
    aside: dict[int, tuple[Event, ...]] = {}
    for event in case.events:
        theirs = () if event.main else tuple(_theirs(read, event, main))
        if event.main or len(theirs) >= OFTEN * len(read):
            continue
        for n in range(len(read)):
            before = read[max(0, n - REACH) : n + 1]
            if any(introduces(one, event, main) for one in before):
                continue
            if n in theirs:
                foreign[n] = event
            aside[n] = (*aside.get(n, ()), event)
    for n, reading in enumerate(read):
        found: tuple[Conflation, ...] = ()
        if n in foreign:
            found = tuple(_whole(case, reading, foreign[n], main))
            found = found or tuple(_worded(case, reading, foreign[n], main))
        elif not reading.compares:
            found = tuple(_single(case, reading, aside.get(n, ())))
        yield from found
        yield from _clauses(case, reading, aside.get(n, ()), main, found)


def _theirs(read: Sequence[Reading], event: Event, main: Event) -> Iterator[int]:
    """Yield the places of the sentences that are another event's."""
    for n, reading in enumerate(read):
        if is_of(reading, event, main) or is_worded_as(reading, event, main):
            yield n


def _clauses(
    case: Case,
    reading: Reading,
    events: Sequence[Event],
    main: Event,
    marked: Sequence[Conflation],
) -> Iterator[Conflation]:
    """Yield the clauses that only another event's references tell.

    Of those that lie in each other the one that is told most otherwise stands.
    """
    if reading.compares:
        return
    found = [
        (told.score(main) - told.score(event), told.part.start, event, told)
        for event in events
        for told in reading.parts
        if is_told_as(reading, told, event, main)
        and not within(marked, told.part)
        and not within(case.article.quotes, told.part)
    ]
    taken: list[Part] = []
    for _, _, event, told in sorted(found, key=lambda one: one[:2]):
        if not within(taken, told.part):
            taken.append(told.part)
            yield _clause(case, told, event, main)


def _clause(case: Case, told: Told, other: Event, main: Event) -> Conflation:
    part, (passage, score) = told.part, told.best[other.id]
    text = case.texts[passage.reference]
    return Conflation(
        Outcome.FOREIGN,
        part.start,
        part.end,
        case.article.document.text[part.start : part.end],
        main,
        other,
        "",
        (evidence(text, passage.sentence, Stance.MENTIONS, score),),
    )


def _single(case: Case, reading: Reading, aside: Sequence[Event]) -> Iterator[Conflation]:
    """Yield the details that do not go with the rest of their sentence.

    What belongs to the main event stands, where the rest is of one that nothing introduces.
    """
    (main,) = (event for event in case.events if event.main)
    for detail in reading.telling:
        own = own_event(reading, detail, case.events) if detail.sure else None
        if own is not None and not (own in aside and main.id in detail.homes):
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
    """Yield the words of a sentence that only the other event's passages have.

    From the first that no reference of the main event has, to the last that the other's passage
    has.
    """
    texts = _texts(case, main)
    near = {
        term.key
        for linked in reading.linked
        for text in texts
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
    told = [t for t in reading.sentence.tokens if t.pos in CONTENT and stem(t.text) in said]
    only = [token for token in told if stem(token.text) not in near]
    if len(only) >= FEW:
        held = {term.key for text in texts for one in text.sentences for term in terms(one)}
        strange = [token for token in only if stem(token.text) not in held]
        start, end = (strange or only)[0].start, told[-1].end
        text = case.article.document.text[start:end]
        proof = (evidence(*theirs, Stance.MENTIONS, 1.0),)
        yield Conflation(Outcome.FOREIGN, start, end, text, main, other, "", proof)


def _home(case: Case, reading: Reading, detail: Detail) -> Event:
    """Return the event that has the detail and covers the sentence best."""
    homes = [event for event in case.events if event.id in detail.sure]
    return max(homes, key=lambda event: (reading.score.get(event.id, 0.0), event.id))


def _rival(case: Case, reading: Reading, detail: Detail, own: Event) -> Rival | None:
    passage = reading.best[own.id]
    text = case.texts[passage.reference]
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
