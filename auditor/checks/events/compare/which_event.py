"""Which event each sentence of the article tells of, by what the references of each hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.checks.events.compare.details import Detail, Sort, Stock, details, stocks
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage, Passages
from auditor.knowledge.predicates import words
from auditor.language.words import terms_of
from auditor.model.event import Event
from auditor.model.evidence import Evidence, Link, Part
from auditor.model.text import Sentence, within
from auditor.model.words import SentenceKind

KINDS = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})

VOTE = 0.15
"""What a telling detail counts beside the share of the sentence that is covered. A guess."""

LIKE, UNLIKE = 0.6, 0.4
"""Score of a passage that says what a sentence says, and of one that does not. Guesses."""

SAID, UNSAID, MORE = 0.5, 0.35, 0.2
"""The same of a clause, which is shorter, and by how much the one must exceed the other. Guesses:
on 150 faithful summaries beside reports on like events they mark one clause."""

ALL = 0.8
"""Score of a passage that says all of a sentence. A guess."""

VERBATIM, LESS = 0.95, 0.4
"""Score of a passage that says it to the letter, and how much less another must say. Guesses."""

TOLD = 0.25
"""The least share of a sentence's other words that its event's references must cover. A guess."""

LEAD = 0.1
"""How much better its event must cover a sentence than the other one. A guess."""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause, with the best passage of each event's references and the share that it covers."""

    part: Part
    best: Mapping[str, tuple[Passage, float]]

    def score(self, event: Event) -> float:
        """Return the share of the clause that the event's best passage covers."""
        return self.best[event.id][1] if event.id in self.best else 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of the article with what it could tell of.

    Attributes:
        every: its names, dates and figures.
        telling: those that some events have and others do not.
        score: by event id, the share of the sentence's other words that the best passage covers.
        best: that passage, by event id.
        linked: the passages linked to the whole sentence, best first.
        whole: by event id, the score of the best of them.
        parts: its clauses that some passage tells, () where the main event's tell all of it.
        compares: whether the sentence itself sets another event beside its own.
    """

    sentence: Sentence
    every: tuple[Detail, ...]
    telling: tuple[Detail, ...]
    score: Mapping[str, float]
    best: Mapping[str, Passage]
    linked: tuple[Evidence, ...]
    whole: Mapping[str, float]
    parts: tuple[Told, ...]
    compares: bool

    def votes(self, events: Sequence[Event], without: Detail | None = None) -> dict[str, float]:
        """Return what speaks for each event, the main one first among equals."""
        return {
            event.id: self.score.get(event.id, 0.0)
            + VOTE * sum(event.id in one.homes for one in self.telling if one is not without)
            + (VOTE if event.main else 0.0)
            for event in events
        }


def readings(case: Case) -> Iterator[Reading]:
    """Yield the reading of each sentence that tells something, in text order."""
    found = stocks(case)
    for link in case.links:
        if link.sentence.kind in KINDS:
            yield _reading(case, link, found)


def _reading(case: Case, link: Link, found: Sequence[Stock]) -> Reading:
    sentence = link.sentence
    every = tuple(details(case, sentence, found))
    own = [one for one in every if len(one.homes) < len(found)]
    rest = [t for t in sentence.tokens if not within(own, t)]
    of = {reference: s.event.id for s in found for reference in s.event.references}
    score: dict[str, float] = {}
    best: dict[str, Passage] = {}
    for passage, covered in case.passages.closest(terms_of(rest)):
        score.setdefault(of[passage.reference], covered)
        best.setdefault(of[passage.reference], passage)
    whole: dict[str, float] = {}
    for linked in link.evidence:
        whole.setdefault(of[linked.reference], linked.score)
    return Reading(
        sentence=sentence,
        every=every,
        telling=tuple(one for one in own if one.homes),
        score=score,
        best=best,
        linked=link.evidence,
        whole=whole,
        parts=tuple(
            _told(sentence, part, of, case.passages)
            for part in link.parts
            if part.covered >= SAID and not _is_told(whole, found)
        ),
        compares=any(token.lemma in words("other-events") for token in sentence.tokens),
    )


def _is_told(whole: Mapping[str, float], found: Sequence[Stock]) -> bool:
    """Tell whether the main event's references have the whole sentence, so all of its clauses."""
    return any(whole.get(one.event.id, 0.0) >= ALL for one in found if one.event.main)


def _told(sentence: Sentence, part: Part, of: Mapping[str, str], passages: Passages) -> Told:
    best: dict[str, tuple[Passage, float]] = {}
    for passage, covered in passages.closest(terms_of(within(sentence.tokens, part))):
        event = of[passage.reference]
        if event not in best or covered > best[event][1]:
            best[event] = passage, covered
    return Told(part, best)


def own_event(reading: Reading, detail: Detail, events: Sequence[Event]) -> Event | None:
    """Return the event that the rest of a sentence tells of, where it is none of the detail's.

    None where it may be one of those.
    """
    votes = reading.votes(events, without=detail)
    own = max(events, key=lambda event: (votes[event.id], event.id))
    if not own.main and _keeps_to_main(reading, detail, own, events):
        return None
    if own.id in detail.homes or reading.score.get(own.id, 0.0) < TOLD:
        return None
    return own if votes[own.id] - max(votes[key] for key in detail.homes) >= LEAD else None


def _keeps_to_main(reading: Reading, detail: Detail, own: Event, events: Sequence[Event]) -> bool:
    """Tell whether another detail ties a sentence to the main event, and not to `own`."""
    (main,) = (event for event in events if event.main)
    others = [one for one in reading.telling if one is not detail]
    return main.id in detail.sure and any(
        main.id in one.sure and own.id not in one.sure for one in others
    )


def is_of(reading: Reading, event: Event, main: Event) -> bool:
    """Tell whether all that tells the events apart in a sentence speaks for `event`."""
    there = [one for one in reading.telling if event.id in one.sure and main.id not in one.homes]
    against = [one for one in reading.telling if event.id not in one.homes]
    told = max(reading.score.get(event.id, 0.0), reading.whole.get(event.id, 0.0))
    rival = max(reading.score.get(main.id, 0.0), reading.whole.get(main.id, 0.0))
    return bool(there) and not against and told >= max(TOLD, rival)


def is_worded_as(reading: Reading, event: Event, main: Event) -> bool:
    """Tell whether an event's references say what a sentence says, and the main one's do not."""
    against = [one for one in reading.telling if event.id not in one.homes]
    told, rival = reading.whole.get(event.id, 0.0), reading.whole.get(main.id, 0.0)
    return not against and (
        (told >= LIKE and rival < UNLIKE) or (told >= VERBATIM and told - rival >= LESS)
    )


def is_told_as(reading: Reading, told: Told, event: Event, main: Event) -> bool:
    """Tell whether an event's references say what a clause says, and the main one's do not."""
    own = within(reading.telling, told.part)
    against = [one for one in own if event.id not in one.homes]
    there, rival = told.score(event), told.score(main)
    return not against and (
        (there >= SAID and rival < UNSAID and there - rival >= MORE)
        or (there >= VERBATIM and there - rival >= LESS)
    )


def introduces(reading: Reading, event: Event, main: Event) -> bool:
    """Tell whether a sentence lets its reader know that it speaks of another event."""
    there = [one for one in reading.telling if event.id in one.sure and main.id not in one.homes]
    return any(reading.compares or one.sort is Sort.DATE for one in there)
