"""What the article says of one person and a passage, in other words, of another.

No predicate need be the same: the passage has most of the words, one other person alone, and him
in the same part; and of the article's person no sentence of the references says much of it.
"""

from collections.abc import Iterator, Sequence

from auditor.checks.events.compare.same_occasion import are_one_occasion
from auditor.checks.events.find.statements import core, described, preposition
from auditor.checks.names.compare.nested_places import may_hold
from auditor.checks.names.entities.likeness import are_like, is_description, may_be_one
from auditor.checks.roles.bearers import bearer
from auditor.checks.roles.by_frame import Part, has_certain, is_named, is_shared, is_where, parts
from auditor.checks.roles.said_of import about, connection, share, share_of
from auditor.checks.roles.wrong_part import Misgiven
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.language.words import terms_of
from auditor.model.entity import Entity
from auditor.model.text import Sentence, Text, Token, within
from auditor.model.words import Stance

TOLD = 0.6
"""Share of what is said of a person that a passage has when it says the same. A guess."""

LESS = 0.6
"""What the references say of the article's person must be less than this share of it. A guess."""

FEW, SOME, MANY = 2, 3, 4
"""Words that say something of one person alone: 2 of a certain thing, 4 of what many may do or say,
else 3. Guesses."""

CLOSEST = 6
"""Passages that are looked at."""


def retold(case: Case) -> Iterator[Misgiven]:
    """Yield the people of the article of whom the references say it of another."""
    seen: set[int] = set()
    for part in parts(case):
        if part.who.start not in seen:
            found = next(_retold(case, part), None)
            if found is not None:
                seen.add(part.who.start)
                yield found


def _retold(case: Case, part: Part) -> Iterator[Misgiven]:
    rest = [t for t in _said(part) if not within(case.article.quotes, t)]
    wanted = terms_of(t for t in rest if not within(case.article.names, t))
    if len(wanted) < _enough(part):
        return
    for passage, _ in case.passages.closest(terms_of(rest))[:CLOSEST]:
        if not case.is_on_main(passage.reference):
            continue
        text = case.texts[passage.reference]
        score = share(wanted, passage.sentence, case.passages)
        other = _other(case, part, text, passage.sentence) if score >= TOLD else None
        if other is None or not any(
            share_of(wanted, terms_of(words), case.passages) >= TOLD
            for words in _statements(case, part, text, passage.sentence, other)
        ):
            continue
        if not are_one_occasion(case, part.sentence, text, passage.sentence):
            continue
        whom = about(part.entity, described(part.sentence, part.who))
        known = connection(case, whom, wanted, passage.sentence)
        if known < LESS * score:
            proof = evidence(text, passage.sentence, Stance.CONTRADICTS, score)
            yield Misgiven(
                part.who,
                part.who.text,
                is_where(part),
                other.canonical,
                part.frame.text,
                False,
                proof,
            )


def _enough(part: Part) -> int:
    if is_shared(part.frame) and not is_where(part):
        return MANY
    return FEW if has_certain(part) else SOME


def _said(part: Part) -> Iterator[Token]:
    """Yield what is said of a person; of a speaker, all that he says."""
    own = described(part.sentence, part.who)
    words = part.sentence.tokens if _speaks(part) else core(part.sentence, part.frame)
    return (t for t in words if t not in own and not within([part.who], t))


def _speaks(part: Part) -> bool:
    return part.frame.family == "saying" and part.who.role == "agent"


def _other(case: Case, part: Part, text: Text, sentence: Sentence) -> Entity | None:
    """Return the one other person of a passage, None where he has another part."""
    found = {
        entity.id: entity
        for name in within(text.names, sentence)
        if (entity := case.entities.of(text.document.id, name)) and are_like(entity, part.entity)
    }
    if is_where(part):
        found = dict(_places(case, part, text, sentence))
    if part.entity.id in found:
        return None
    others = [one for one in found.values() if not is_named(part, one)]
    if len(others) != 1 or may_be_one(others[0], part.entity):
        return None
    other = others[0]
    if is_description(case, other) or (is_where(part) and may_hold(case, other, part.entity)):
        return None
    return other


def _statements(
    case: Case, part: Part, text: Text, sentence: Sentence, other: Entity
) -> Iterator[Sequence[Token]]:
    """Yield the words of a passage that say something of another in the article's part.

    What a clause inside his says of something else is not said of him: he sat for a painting that
    was on the cover.
    """
    if is_where(part):
        yield sentence.tokens
    for role, speaks, words in _roles(case, text, sentence, other):
        if (role, speaks) == (part.who.role, _speaks(part)):
            yield words


def _places(case: Case, part: Part, text: Text, sentence: Sentence) -> Iterator[tuple[str, Entity]]:
    """Yield the places behind the same preposition, by the ids of their entities."""
    for name in within(text.names, sentence):
        entity = case.entities.of(text.document.id, name)
        if entity is None or not are_like(entity, part.entity):
            continue
        if preposition(sentence, name) == part.who.role or entity.id == part.entity.id:
            yield entity.id, entity


def _roles(
    case: Case, text: Text, sentence: Sentence, entity: Entity
) -> Iterator[tuple[str, bool, Sequence[Token]]]:
    """Yield the roles of an entity in a passage, whether a speaker's, and what is said there."""
    for frame in case.frames:
        if frame.doc == text.document.id and frame.sentence == sentence.id:
            for one in frame.participants:
                who = bearer(case, frame.doc, one)
                if who is not None and who.id == entity.id:
                    speaks = frame.family == "saying"
                    yield one.role, speaks, sentence.tokens if speaks else core(sentence, frame)
    for name in within(entity.within(text.document.id), sentence):
        before = [t.lemma for t in sentence.tokens if t.end <= name.start]
        if before[-1:] == ["by"]:
            yield "agent", False, sentence.tokens
