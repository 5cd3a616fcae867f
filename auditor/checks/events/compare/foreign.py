"""Words that only the references on another event have, in a sentence or clause that is its own."""

from collections.abc import Iterable, Iterator, Sequence

from auditor.checks.events.compare.outcome import Outcome
from auditor.checks.events.compare.proof import both_sides
from auditor.checks.events.compare.which_event import ClauseByEvent, SentenceByEvent, is_told_as
from auditor.checks.events.compare.wording import fields
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.language.words import CONTENT, stem, terms
from auditor.model.event import Event
from auditor.model.evidence import Evidence, Part
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Spanned, Token, within
from auditor.model.words import Stance

FEWEST_FOREIGN = 2
"""Words that only another event's references have; one alone may be chance. A guess."""


def foreign_details(
    case: Case, told: SentenceByEvent, other: Event, main: Event
) -> Iterator[Ruling]:
    """Yield the details of a sentence on another event that the main one's references lack."""
    for detail in told.telling:
        if other.id in detail.held_whole_by and main.id not in detail.held_by:
            proof = both_sides(case, told, detail, other, main)
            yield _foreign(case, (detail.start, detail.end), other, main, *proof)


def foreign_words(case: Case, told: SentenceByEvent, other: Event, main: Event) -> Iterator[Ruling]:
    """Yield the words of a sentence that only the other event's passages have.

    From the first that no reference of the main event has, to the last that the other's passage
    has.
    """
    near = _keys(case.sentence_at(passage) for passage in _linked(told, main))
    linked = next(_linked(told, other))
    text, sentence = case.texts[linked.reference], case.sentence_at(linked)
    theirs = _keys([sentence])
    shared = [t for t in told.sentence.tokens if t.pos in CONTENT and stem(t.text) in theirs]
    only = [token for token in shared if stem(token.text) not in near]
    if len(only) >= FEWEST_FOREIGN:
        anywhere = _keys(held for reference in case.on(main) for held in reference.sentences)
        strange = [token for token in only if stem(token.text) not in anywhere]
        offsets = (strange or only)[0].start, shared[-1].end
        proof = evidence(text, sentence, Stance.MENTIONS, 1.0)
        yield _foreign(case, offsets, other, main, proof)


def _linked(told: SentenceByEvent, event: Event) -> Iterator[Evidence]:
    """Yield the passages of an event's references that are linked to a sentence, best first."""
    return (passage for passage in told.linked if passage.reference in event.references)


def _keys(sentences: Iterable[Sentence]) -> set[str]:
    """Return the keys of all content words of the sentences."""
    return {term.key for sentence in sentences for term in terms(sentence)}


def foreign_clauses(
    case: Case, told: SentenceByEvent, events: Sequence[Event], marked: Sequence[Spanned]
) -> Iterator[Ruling]:
    """Yield the clauses that only another event's references tell, outside quotes and marks.

    Of those that lie in each other the one that is told most otherwise stands.
    """
    main = case.main
    if told.compares or main is None:
        return
    foreign = [
        (clause.score(main) - clause.score(event), clause.part.start, event, clause)
        for event in events
        for clause in told.clauses
        if is_told_as(told, clause, event, main)
        and not within(marked, clause.part)
        and not within(case.article.quotes, clause.part)
        and not _looks_back(told.sentence, clause, event)
    ]
    taken: list[Part] = []
    for _, _, event, clause in sorted(foreign, key=lambda row: row[:2]):
        if not within(taken, clause.part):
            taken.append(clause.part)
            offsets = clause.part.start, clause.part.end
            yield _foreign(case, offsets, event, main, _proof(case, clause, event))


def _looks_back(sentence: Sentence, clause: ClauseByEvent, event: Event) -> bool:
    """Tell whether a clause puts before its sentence what a reference told as news.

    The past perfect does: ``who had won in May``, where the reference has ``won``. Of six such
    clauses of twins three were wrong, as chance would have it.
    """
    passage, _ = clause.best[event.id]
    own = (t for t in sentence.tokens if clause.part.start <= t.start < clause.part.end)
    theirs = _past_perfects(passage.sentence, passage.sentence.tokens)
    return bool(_past_perfects(sentence, own) - theirs)


def _past_perfects(sentence: Sentence, among: Iterable[Token]) -> set[str]:
    """Return the verbs in the past perfect, but for what is said: ``said that it had burned``."""
    helped = (
        sentence.tokens[token.head]
        for token in among
        if token.lemma == "have" and token.tag == "VBD" and token.dep == "aux"
    )
    return {verb.lemma for verb in helped if verb.dep != "ccomp"}


def _proof(case: Case, clause: ClauseByEvent, event: Event) -> Evidence:
    passage, score = clause.best[event.id]
    return evidence(case.texts[passage.reference], passage.sentence, Stance.MENTIONS, score)


def _foreign(
    case: Case, offsets: tuple[int, int], other: Event, main: Event, *proof: Evidence
) -> Ruling:
    start, end = offsets
    words = case.article.document.text[start:end]
    return Ruling(Outcome.FOREIGN, start, end, fields(words, main, other), evidence=proof)
