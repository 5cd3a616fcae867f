"""What the article says of one person and a passage, in other words, of another.

No predicate need be the same: the passage has most of the words, one other person alone, and him
in the same part; and of the article's person no sentence of the references says much of it.
"""

from collections.abc import Iterator, Sequence

from auditor.checks.events.compare.same_occasion import are_one_occasion
from auditor.checks.events.find.statements import core, described, preposition
from auditor.checks.names.compare.nested_places import may_hold
from auditor.checks.names.entities.likeness import are_like, is_description, may_be_one
from auditor.checks.roles.outcome import Outcome
from auditor.checks.roles.participants import is_named
from auditor.checks.roles.parts import GivenPart, given_parts
from auditor.checks.roles.said_of import SAID_OF_BOTH, connection, share, share_of, topic_of
from auditor.checks.roles.wording import named_instead
from auditor.evidence.align import SUPPORTING
from auditor.evidence.case import Case
from auditor.evidence.passages import Passage
from auditor.evidence.proof import evidence
from auditor.language.words import Term, terms_of
from auditor.model.entity import Entity
from auditor.model.event import Frame, Participant
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import Stance

WORDS_OF_CERTAIN, WORDS, WORDS_OF_SHARED = 2, 3, 4
"""Words that say something of one person alone: 2 of a certain thing, 4 of what many may do or say,
else 3. Guesses."""

CLOSEST = 6
"""Passages that are looked at. A guess."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names of the article of which the references say it of another."""
    seen: set[int] = set()
    for part in given_parts(case):
        if part.who.start not in seen:
            ruling = next(_rulings(case, part), None)
            if ruling is not None:
                seen.add(part.who.start)
                yield ruling


def _rulings(case: Case, part: GivenPart) -> Iterator[Ruling]:
    rest = [t for t in _said_of_him(part) if not within(case.article.quotes, t)]
    wanted = terms_of(t for t in rest if not within(case.article.names, t))
    if len(wanted) < _enough(part):
        return
    for passage, _ in case.passages.closest(terms_of(rest))[:CLOSEST]:
        if not case.is_on_main(passage.reference):
            continue
        text, sentence = case.texts[passage.reference], passage.sentence
        score = share(wanted, sentence, case.passages)
        other = _told_of(case, part, passage, wanted) if score >= SUPPORTING else None
        if other is None or not are_one_occasion(case, part.sentence, text, sentence):
            continue
        topic = topic_of(part.entity, described(part.sentence, part.who))
        if connection(case, topic, wanted, sentence) < SAID_OF_BOTH * score:
            proof = evidence(text, sentence, Stance.CONTRADICTS, score)
            outcome = Outcome.ELSEWHERE if part.is_where else Outcome.MISGIVEN_LIKELY
            yield named_instead(outcome, part.who, other.canonical, part.frame.text, proof)


def _enough(part: GivenPart) -> int:
    """Return how many words must be said, lest many be such of whom they are true."""
    if part.is_shared and not part.is_where:
        return WORDS_OF_SHARED
    return WORDS_OF_CERTAIN if part.is_in_certain_thing else WORDS


def _said_of_him(part: GivenPart) -> Iterator[Token]:
    """Yield what is said of whom the part is given to; of a speaker, all that he says."""
    own = described(part.sentence, part.who)
    speaks = _speaks(part.frame, part.who)
    words = part.sentence.tokens if speaks else core(part.sentence, part.frame)
    return (token for token in words if token not in own and not within([part.who], token))


def _speaks(frame: Frame, who: Participant) -> bool:
    return frame.family == "saying" and who.role == "agent"


def _told_of(
    case: Case, part: GivenPart, passage: Passage, wanted: Sequence[Term]
) -> Entity | None:
    """Return the one other of whom a passage says most of the wanted words in the same part."""
    text, sentence = case.texts[passage.reference], passage.sentence
    other = _one_other(case, part, text, sentence)
    if other is None:
        return None
    says = any(
        share_of(wanted, terms_of(words), case.passages) >= SUPPORTING
        for words in _statements(case, part, text, sentence, other)
    )
    return other if says else None


def _one_other(case: Case, part: GivenPart, text: Text, sentence: Sentence) -> Entity | None:
    """Return the one other person or place of a passage, None where the article's is in it."""
    like = _like(case, part, text, sentence)
    others = [entity for entity in like.values() if not part.names_too(entity)]
    if part.entity.id in like or len(others) != 1:
        return None
    (other,) = others
    if may_be_one(other, part.entity) or is_description(case, other):
        return None
    return None if part.is_where and may_hold(case, other, part.entity) else other


def _like(case: Case, part: GivenPart, text: Text, sentence: Sentence) -> dict[str, Entity]:
    """Return who in a passage can have the part, by id; places behind the same preposition.

    The article's own place counts wherever it stands.
    """
    like: dict[str, Entity] = {}
    for name in within(text.names, sentence):
        entity = case.entities.of(text.document.id, name)
        if entity is None or not are_like(entity, part.entity):
            continue
        own = entity.id == part.entity.id
        if own or not part.is_where or preposition(sentence, name) == part.who.role:
            like[entity.id] = entity
    return like


def _statements(
    case: Case, part: GivenPart, text: Text, sentence: Sentence, other: Entity
) -> Iterator[Sequence[Token]]:
    """Yield the words of a passage that say something of another in the article's part.

    What a clause inside his says of something else is not said of him: he sat for a painting that
    was on the cover.
    """
    if part.is_where:
        yield sentence.tokens
    role, speaks = part.who.role, _speaks(part.frame, part.who)
    for frame in case.frames:
        if frame.doc == text.document.id and frame.sentence == sentence.id:
            for who in frame.participants:
                saying = frame.family == "saying"
                if is_named(case, frame.doc, who, other) and (who.role, saying) == (role, speaks):
                    yield sentence.tokens if saying else core(sentence, frame)
    if role == "agent" and not speaks and _is_behind_by(text, sentence, other):
        yield sentence.tokens


def _is_behind_by(text: Text, sentence: Sentence, entity: Entity) -> bool:
    """Tell whether a passage has an entity right behind ``by``."""
    return any(
        [token.lemma for token in sentence.tokens if token.end <= name.start][-1:] == ["by"]
        for name in within(entity.within(text.document.id), sentence)
    )
