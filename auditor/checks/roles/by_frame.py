"""Parts of what happened that the article gives to one and the references to another.

The article's frame and one of a reference have the same predicate and share another participant;
in one part they name different people or bodies. Both names stand in the references, so none of
them may give that part to the article's: no frame, by name or by a pronoun near its name, and no
passage that says about as much of the clause.
"""

from collections.abc import Iterator, Sequence

from auditor.checks.events.compare.same_occasion import are_one_occasion
from auditor.checks.events.find.statements import core, described, is_certain
from auditor.checks.names.compare.nested_places import may_hold
from auditor.checks.names.entities.likeness import are_like, is_person, may_be_one
from auditor.checks.roles.outcome import Outcome
from auditor.checks.roles.participants import ACTORS, entity_of, is_named
from auditor.checks.roles.parts import GivenPart, given_parts
from auditor.checks.roles.reference_frames import ReferenceFrame, reference_frames
from auditor.checks.roles.said_of import SAID_OF_BOTH, connection, share, topic_of
from auditor.checks.roles.wording import named_instead
from auditor.evidence.align import SUPPORTING
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import word_list
from auditor.language.words import stem, terms_of
from auditor.model.entity import Entity
from auditor.model.event import Frame
from auditor.model.ruling import Ruling
from auditor.model.text import RECALLED, Sentence, within
from auditor.model.words import Stance


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names of the article whose part the references give to another."""
    seen: set[int] = set()
    for part in given_parts(case):
        if part.who.start not in seen and (part.is_where or not part.is_shared):
            ruling = _ruling(case, part)
            if ruling is not None:
                seen.add(part.who.start)
                yield ruling


def _ruling(case: Case, part: GivenPart) -> Ruling | None:
    like = [told for told in reference_frames(case) if told.frame.family == part.frame.family]
    if not like or any(_gives(case, part, told) for told in like):
        return None
    elsewhere = [told.sentence for told in like if _clashes(case, part, told.frame)]
    for told in like:
        others = _others(case, part, told) if case.is_on_main(told.reference) else ()
        ties = set(_ties(case, part, told)) if others else set()
        if not ties or not are_one_occasion(case, part.sentence, told.text, told.sentence):
            continue
        covered = _covered(case, part, told, elsewhere)
        if covered:
            return named_instead(
                _outcome(part, ties),
                part.who,
                " and ".join(dict.fromkeys(other.canonical for other in others)),
                told.frame.text,
                evidence(told.text, told.sentence, Stance.CONTRADICTS, covered),
            )
    return None


def _outcome(part: GivenPart, ties: set[str]) -> Outcome:
    if part.is_where:
        return Outcome.ELSEWHERE
    sure = "name" in ties and is_person(part.entity)
    return Outcome.MISGIVEN if sure else Outcome.MISGIVEN_LIKELY


def _gives(case: Case, part: GivenPart, told: ReferenceFrame) -> bool:
    """Tell whether a reference may give the part to the article's name."""
    frame, role = told.frame, part.who.role
    if _clashes(case, part, frame):
        return False
    if any(is_named(case, frame.doc, who, part.entity) for who in frame.participants):
        return True
    unnamed = any(who.role == role and who.kind is None for who in frame.participants)
    return (role in frame.pronouns or unnamed) and told.is_near(part.entity, RECALLED)


def _clashes(case: Case, part: GivenPart, theirs: Frame) -> bool:
    """Tell whether both frames name others in another role, and nobody in common."""
    for role in {who.role for who in part.frame.participants} - {part.who.role}:
        mine = _bearers(case, part.frame, role)
        others = _bearers(case, theirs, role)
        if mine and others and not mine.keys() & others.keys():
            return True
    return False


def _bearers(case: Case, frame: Frame, role: str) -> dict[str, Entity]:
    """Return whom a frame names in a role, by the ids of the entities."""
    filling = [entity_of(case, frame.doc, who) for who in frame.participants if who.role == role]
    return {entity.id: entity for entity in filling if entity is not None}


def _others(case: Case, part: GivenPart, told: ReferenceFrame) -> tuple[Entity, ...]:
    """Return whom a reference's frame has in the part, () where that denies nothing.

    It denies nothing where it also leaves the part to a noun or pronoun, may mean the article's
    name, or names no more than the article's sentence does. Whom the article speaks of most is
    taken for what its pronoun means.
    """
    frame, role = told.frame, part.who.role
    fillers = [who for who in frame.participants if who.role == role]
    if not frame.single or role in frame.pronouns or _clashes(case, part, frame):
        return ()
    if not fillers or any(who.kind is None or who.several for who in fillers):
        return ()
    if told.is_near(part.entity, 0):
        return ()
    beside = _bearers(case, part.frame, role)
    others = [one for key, one in _bearers(case, frame, role).items() if key not in beside]
    meant = part.frame.pronouns.count(role)
    if len(others) <= meant or any(_denies_nothing(case, part, other) for other in others):
        return ()
    spoken_of = sorted(others, key=lambda one: -len(one.within("article")))[:meant]
    return tuple(other for other in others if other not in spoken_of)


def _denies_nothing(case: Case, part: GivenPart, other: Entity) -> bool:
    """Tell whether another may have the part beside the article's name, or be the same."""
    return (
        part.names_too(other)
        or not are_like(part.entity, other)
        or may_be_one(other, part.entity)
        or (part.is_where and may_hold(case, other, part.entity))
    )


def _ties(case: Case, part: GivenPart, told: ReferenceFrame) -> Iterator[str]:
    """Yield what ties two frames in their other roles: a ``name`` or a ``noun`` in both.

    The noun must mean a certain thing in both: many take a seat, one takes the call. A name may
    be a ``pronoun`` of theirs that stands near it.
    """
    mutual = part.frame.predicate in word_list("mutual")
    for mine in part.frame.participants:
        if mine.role == part.who.role:
            continue
        entity = entity_of(case, "article", mine)
        open_to = entity if mine.role in told.frame.pronouns else None
        if open_to is not None and told.is_near(open_to, RECALLED):
            yield "pronoun"
        if mutual and mine.kind in ACTORS:
            continue
        for theirs in told.frame.participants:
            if mine.role != theirs.role:
                continue
            if entity is not None and is_named(case, told.reference, theirs, entity):
                yield "name"
            elif (
                mine.kind is theirs.kind is None
                and stem(mine.called) == stem(theirs.called)
                and is_certain(part.sentence, mine)
                and is_certain(told.sentence, theirs)
            ):
                yield "noun"


def _covered(
    case: Case, part: GivenPart, told: ReferenceFrame, elsewhere: Sequence[Sentence]
) -> float:
    """Return the share of the rest of a clause that a reference's sentence has.

    0 where the references say about as much of the article's name, except in the sentences
    `elsewhere`, which have it on another occasion.
    """
    about = described(part.sentence, part.who)
    rest = [t for t in core(part.sentence, part.frame) if not within([part.who], t)]
    rest = [t for t in rest if t not in about]
    said = terms_of(t for t in rest if not within(case.article.names, t))
    predicate = stem(part.frame.text)
    score = share(said, told.sentence, case.passages, predicate)
    if score < SUPPORTING:
        return 0.0
    known = connection(case, topic_of(part.entity, about), said, told.sentence, elsewhere)
    if known >= SAID_OF_BOTH * score:
        return 0.0
    return share(terms_of(rest), told.sentence, case.passages, predicate)
