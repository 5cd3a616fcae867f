"""Which event each sentence of the article tells of, by what the references of each hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.checks.events.compare.details import Detail, Sort, details
from auditor.checks.events.find.statements import STATING
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.knowledge.deeds import word_list
from auditor.language.words import terms_of
from auditor.model.event import Event
from auditor.model.evidence import Evidence, Link, Part
from auditor.model.text import Sentence, within

VOTE = 0.15
"""What a telling detail counts beside the share of the sentence that is covered. A guess."""

SAYS_SENTENCE, LACKS_SENTENCE = 0.6, 0.4
"""Score of a passage that says what a sentence says, and of one that does not. Guesses."""

SAYS_CLAUSE, LACKS_CLAUSE, CLAUSE_LEAD = 0.5, 0.35, 0.2
"""The same of a clause, which is shorter, and by how much the one must exceed the other. Guesses:
on 150 faithful summaries beside reports on like events they mark one clause."""

TO_THE_LETTER, LETTER_LEAD = 0.95, 0.4
"""Score of a passage that says it to the letter, and how much less another must say. Guesses."""

LEAST_COVERED = 0.25
"""The least share of a sentence's other words that its event's references must cover. A guess."""

VOTE_LEAD = 0.1
"""How much more must speak for a sentence's event than for the one of a detail. A guess."""


@dataclass(frozen=True, slots=True)
class ClauseByEvent:
    """A clause, with the best passage of each event's references and the share that it covers."""

    part: Part
    best: Mapping[str, tuple[Passage, float]]

    def score(self, event: Event) -> float:
        """Return the share of the clause that the event's best passage covers."""
        return self.best[event.id][1] if event.id in self.best else 0.0


@dataclass(frozen=True, slots=True)
class SentenceByEvent:
    """A sentence of the article with what the references of each event have of it.

    Attributes:
        details: its names, dates and figures.
        telling: those that some events have and others do not.
        covered: by event id, the share of the sentence's other words that the best passage covers.
        best: that passage, by event id.
        linked: the passages linked to the whole sentence, best first.
        whole: by event id, the score of the best of them.
        clauses: those that some passage tells, () where the main event's tell all of it.
        compares: whether the sentence itself sets another event beside its own.
    """

    sentence: Sentence
    details: tuple[Detail, ...]
    telling: tuple[Detail, ...]
    covered: Mapping[str, float]
    best: Mapping[str, Passage]
    linked: tuple[Evidence, ...]
    whole: Mapping[str, float]
    clauses: tuple[ClauseByEvent, ...]
    compares: bool

    def strongest(self, event: Event) -> float:
        """Return the most that a passage of the event's references covers."""
        return max(self.covered.get(event.id, 0.0), self.whole.get(event.id, 0.0))

    def votes(self, events: Sequence[Event], without: Detail) -> dict[str, float]:
        """Return what speaks for each event but for one detail, the main one first among equals."""
        return {
            event.id: self.covered.get(event.id, 0.0)
            + VOTE
            * sum(event.id in detail.held_by for detail in self.telling if detail is not without)
            + (VOTE if event.main else 0.0)
            for event in events
        }


def sentences_by_event(case: Case) -> Iterator[SentenceByEvent]:
    """Yield each sentence that tells something beside the events, in text order."""
    event_of = {reference: event.id for event in case.events for reference in event.references}
    for link in case.links:
        if link.sentence.kind in STATING:
            yield _by_event(case, link, event_of)


def _by_event(case: Case, link: Link, event_of: Mapping[str, str]) -> SentenceByEvent:
    every = tuple(details(case, link.sentence))
    own = [detail for detail in every if len(detail.held_by) < len(case.events)]
    covered: dict[str, float] = {}
    best: dict[str, Passage] = {}
    rest = [token for token in link.sentence.tokens if not within(own, token)]
    for passage, score in case.passages.closest(terms_of(rest)):
        covered.setdefault(event_of[passage.reference], score)
        best.setdefault(event_of[passage.reference], passage)
    whole: dict[str, float] = {}
    for linked in link.evidence:
        whole.setdefault(event_of[linked.reference], linked.score)
    return SentenceByEvent(
        sentence=link.sentence,
        details=every,
        telling=tuple(detail for detail in own if detail.held_by),
        covered=covered,
        best=best,
        linked=link.evidence,
        whole=whole,
        clauses=tuple(_clauses(case, link, event_of)),
        compares=any(token.lemma in word_list("other-events") for token in link.sentence.tokens),
    )


def _clauses(case: Case, link: Link, event_of: Mapping[str, str]) -> Iterator[ClauseByEvent]:
    """Yield the clauses of a sentence that some passage tells."""
    for part in link.parts:
        if part.covered < SAYS_CLAUSE:
            continue
        best: dict[str, tuple[Passage, float]] = {}
        for passage, score in case.passages.closest(terms_of(within(link.sentence.tokens, part))):
            event = event_of[passage.reference]
            if event not in best or score > best[event][1]:
                best[event] = passage, score
        yield ClauseByEvent(part, best)


def own_event(told: SentenceByEvent, detail: Detail, events: Sequence[Event]) -> Event | None:
    """Return the event that the rest of a sentence tells of, where it is none of the detail's.

    None where it may be one of those.
    """
    votes = told.votes(events, without=detail)
    own = max(events, key=lambda event: (votes[event.id], event.id))
    if not own.main and _keeps_to_main(told, detail, own, events):
        return None
    if own.id in detail.held_by or told.covered.get(own.id, 0.0) < LEAST_COVERED:
        return None
    lead = votes[own.id] - max(votes[key] for key in detail.held_by)
    return own if lead >= VOTE_LEAD else None


def _keeps_to_main(
    told: SentenceByEvent, detail: Detail, own: Event, events: Sequence[Event]
) -> bool:
    """Tell whether another detail ties a sentence to the main event, and not to `own`."""
    main = next(event for event in events if event.main)
    others = [other for other in told.telling if other is not detail]
    return main.id in detail.held_whole_by and any(
        main.id in other.held_whole_by and own.id not in other.held_whole_by for other in others
    )


def is_of(told: SentenceByEvent, event: Event, main: Event) -> bool:
    """Tell whether all that tells the events apart in a sentence speaks for `event`."""
    return (
        bool(_only_of(told, event, main))
        and not _against(told.telling, event)
        and told.strongest(event) >= max(LEAST_COVERED, told.strongest(main))
    )


def _only_of(told: SentenceByEvent, event: Event, main: Event) -> tuple[Detail, ...]:
    """Return the details that an event's references have and the main one's do not."""
    return tuple(
        detail
        for detail in told.telling
        if event.id in detail.held_whole_by and main.id not in detail.held_by
    )


def _against(telling: Sequence[Detail], event: Event) -> bool:
    """Tell whether some detail stands only in references on other events."""
    return any(event.id not in detail.held_by for detail in telling)


def is_worded_as(told: SentenceByEvent, event: Event, main: Event) -> bool:
    """Tell whether an event's references say what a sentence says, and the main one's do not."""
    there, on_main = told.whole.get(event.id, 0.0), told.whole.get(main.id, 0.0)
    return not _against(told.telling, event) and (
        (there >= SAYS_SENTENCE and on_main < LACKS_SENTENCE)
        or (there >= TO_THE_LETTER and there - on_main >= LETTER_LEAD)
    )


def is_told_as(told: SentenceByEvent, clause: ClauseByEvent, event: Event, main: Event) -> bool:
    """Tell whether an event's references say what a clause says, and the main one's do not."""
    there, on_main = clause.score(event), clause.score(main)
    lead = there - on_main
    return not _against(within(told.telling, clause.part), event) and (
        (there >= SAYS_CLAUSE and on_main < LACKS_CLAUSE and lead >= CLAUSE_LEAD)
        or (there >= TO_THE_LETTER and lead >= LETTER_LEAD)
    )


def introduces(told: SentenceByEvent, event: Event, main: Event) -> bool:
    """Tell whether a sentence lets its reader know that it speaks of another event."""
    return any(told.compares or detail.sort is Sort.DATE for detail in _only_of(told, event, main))
