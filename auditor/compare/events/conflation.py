"""Details of a sentence that belong to another event than the rest of it.

A sentence belongs to the event whose references cover it best once every detail that tells the
events apart is left out; those details vote too. A detail is out of place where no reference of
that event has it and a reference of another event does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.compare.events.details import Detail, Stock, details, occurrence, stocks
from auditor.compare.events.rivals import Rival, evidence, rival
from auditor.events.vocabulary import words
from auditor.model.case import Case, Evidence
from auditor.model.event import Event
from auditor.model.text import Sentence, Text, within
from auditor.model.words import SentenceKind, Stance
from auditor.passages import Passage, Passages, index

KINDS = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})

VOTE = 0.15
"""What a telling detail counts beside the share of the sentence that is covered. A guess."""

TOLD = 0.25
"""The least share of a sentence's other words that its event's references must cover. A guess."""

LEAD = 0.1
"""How much better its event must cover a sentence than the other one. A guess."""


@dataclass(frozen=True, slots=True)
class Conflation:
    """A detail out of place.

    Attributes:
        event: the one that the rest of the sentence tells of.
        other: one whose references have the detail.
        rival: what the references of `event` have in its place, None where they have nothing.
        evidence: of the detail first, then of the rest.
    """

    detail: Detail
    event: Event
    other: Event
    rival: Rival | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """How well each event's references cover a sentence, and its best passage in each."""

    score: Mapping[str, float]
    best: Mapping[str, tuple[Passage, float]]


def conflations(case: Case) -> Iterator[Conflation]:
    """Yield the details of the article that are out of place, sentence after sentence."""
    if len(case.events) < 2:
        return
    found, passages = stocks(case), index(case.references)
    for link in case.links:
        if link.sentence.kind in KINDS and not _compares(link.sentence):
            yield from _out_of_place(case, link.sentence, found, passages)


def _compares(sentence: Sentence) -> bool:
    """Tell whether the sentence itself sets another event beside its own."""
    return any(token.lemma in words("other-events") for token in sentence.tokens)


def _out_of_place(
    case: Case, sentence: Sentence, found: Sequence[Stock], passages: Passages
) -> Iterator[Conflation]:
    every = tuple(details(case, sentence, found))
    telling = [one for one in every if 0 < len(one.homes) < len(found)]
    if not telling:
        return
    told = _told(sentence, telling, found, passages)
    events = {stock.event.id: stock.event for stock in found}
    for detail in telling:
        if not detail.sure:
            continue
        own = _own(detail, telling, told, events)
        if own is None:
            continue
        other = max(sorted(detail.sure), key=lambda key: told.score.get(key, 0.0))
        passage, score = told.best[own]
        text = next(t for t in case.references if t.document.id == passage.reference)
        there = occurrence(case, detail, _texts(case, events[other]))
        yield Conflation(
            detail,
            events[own],
            events[other],
            rival(case, sentence, detail, every, text, passage.sentence),
            (
                *((evidence(*there, Stance.MENTIONS, 1.0),) if there else ()),
                evidence(text, passage.sentence, Stance.CONTRADICTS, score),
            ),
        )


def _texts(case: Case, event: Event) -> tuple[Text, ...]:
    return tuple(text for text in case.references if text.document.id in event.references)


def _told(
    sentence: Sentence, telling: Sequence[Detail], found: Sequence[Stock], passages: Passages
) -> _Told:
    rest = tuple(t for t in sentence.tokens if not within(telling, t))
    best: dict[str, tuple[Passage, float]] = {}
    of = {reference: s.event.id for s in found for reference in s.event.references}
    for passage, score in passages.closest(replace(sentence, tokens=rest)):
        best.setdefault(of[passage.reference], (passage, score))
    return _Told({key: score for key, (_, score) in best.items()}, best)


def _own(
    detail: Detail, telling: Sequence[Detail], told: _Told, events: Mapping[str, Event]
) -> str | None:
    """Return the sentence's event, None where it may be one that has the detail."""
    votes = {
        key: told.score.get(key, 0.0)
        + VOTE * sum(key in one.homes for one in telling if one is not detail)
        + (VOTE if event.main else 0.0)
        for key, event in events.items()
    }
    own = max(votes, key=lambda key: (votes[key], key))
    best_home = max(votes[key] for key in detail.homes)
    if own in detail.homes or told.score.get(own, 0.0) < TOLD or votes[own] - best_home < LEAD:
        return None
    return own
