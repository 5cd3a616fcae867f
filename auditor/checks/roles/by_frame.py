"""Parts of what happened that the article gives to one and the references to another.

The article's frame and one of a reference have the same predicate and share another participant;
in one part they name different people or bodies. Both names stand in the references, so none of
them may give that part to the article's: no frame, by name or by a pronoun near its name, and no
passage that says about as much of the clause.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.events.compare.same_occasion import are_one_occasion
from auditor.checks.events.find.statements import core, described, is_certain, preposition
from auditor.checks.names.compare.nested_places import may_hold
from auditor.checks.names.entities.likeness import are_like, is_person, may_be_one
from auditor.checks.roles.bearers import bearer
from auditor.checks.roles.said_of import about, connection, share
from auditor.checks.roles.wrong_part import Misgiven
from auditor.evidence.case import Case, once
from auditor.evidence.proof import evidence
from auditor.knowledge.predicates import word_list
from auditor.language.words import stem, terms_of
from auditor.model.entity import Entity
from auditor.model.event import Frame, Participant
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind, SentenceKind, Stance

KINDS = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})

ACTORS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})

WHERE = frozenset({"in", "at", "near", "from", "to", "off", "outside", "through", "into"})
"""Prepositions that give a place its part."""

TOLD = 0.5
"""Share of a clause's other words that a passage covers when it tells the same. A guess."""

SAID = 0.6
"""The same without its names. A guess."""

ALSO = 0.7
"""What is said of the name to this share of what theirs says supports it. A guess."""

BACK = 2
"""Sentences before a pronoun in which it may find its name. A guess."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the article gives to whom, a name that stands in the references too."""

    frame: Frame
    who: Participant
    entity: Entity
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Told:
    """A frame of a reference with its place."""

    frame: Frame
    text: Text
    sentence: Sentence


def misgivens(case: Case) -> Iterator[Misgiven]:
    """Yield the names of the article whose part the references give to another."""
    places = {(t.document.id, s.id): (t, s) for t in case.references for s in t.sentences}
    theirs = [_Told(f, *places[f.doc, f.sentence]) for f in case.frames if f.doc != "article"]
    seen: set[int] = set()
    for part in parts(case):
        if part.who.start not in seen and (is_where(part) or not is_shared(part.frame)):
            found = _misgiven(case, part, theirs)
            if found is not None:
                seen.add(part.who.start)
                yield found


@once
def parts(case: Case) -> tuple[Part, ...]:
    """Return what the article gives to names that stand in the references too."""
    return tuple(_parts(case))


def _parts(case: Case) -> Iterator[Part]:
    own = {link.sentence.id: link.sentence for link in case.links if link.sentence.kind in KINDS}
    for mine in case.frames:
        if mine.doc != "article" or not mine.single:
            continue
        for who in mine.participants if mine.sentence in own else ():
            entity = bearer(case, "article", who)
            acts = who.kind in ACTORS or (who.kind is NameKind.PLACE and who.role in WHERE)
            if entity is None or not acts or not entity.beyond("article"):
                continue
            if not within(case.article.quotes, who):
                yield Part(mine, who, entity, own[mine.sentence])
        yield from _nested(case, mine, own.get(mine.sentence))


def _nested(case: Case, frame: Frame, sentence: Sentence | None) -> Iterator[Part]:
    """Yield the places that say where a noun of a frame is: ``at the hospital in X``."""
    if sentence is None:
        return
    own = core(sentence, frame)
    for name in within(case.article.names, sentence):
        entity, role = case.entities.of("article", name), preposition(sentence, name)
        if name.kind is not NameKind.PLACE or entity is None or role not in WHERE:
            continue
        if within(frame.participants, name) or not within(own, name):
            continue
        if entity.beyond("article") and not within(case.article.quotes, name):
            who = Participant(name.start, name.end, name.text, role, name.kind)
            yield Part(frame, who, entity, sentence)


def is_where(part: Part) -> bool:
    """Tell whether the part is that of a place where something is done."""
    return part.who.kind is NameKind.PLACE


def is_shared(frame: Frame) -> bool:
    """Tell whether many may do so at once: ``welcome``, ``take part``."""
    phrases = {f"{frame.predicate} {one.called}" for one in frame.participants}
    return bool({frame.predicate, frame.family, *phrases} & word_list("shared"))


def _misgiven(case: Case, part: Part, theirs: Sequence[_Told]) -> Misgiven | None:
    like = [told for told in theirs if _is_like(part, told.frame)]
    if not like or any(_gives(case, part, told) for told in like):
        return None
    others_told = [told.sentence for told in like if _clashes(case, part, told.frame)]
    for told in like:
        others = _others(case, part, told) if case.is_on_main(told.text.document.id) else ()
        ties = list(_ties(case, part, told))
        if (
            not others
            or not ties
            or not are_one_occasion(case, part.sentence, told.text, told.sentence)
        ):
            continue
        covered = _covered(case, part, told, others_told)
        if covered < TOLD:
            continue
        return Misgiven(
            part.who,
            part.who.text,
            is_where(part),
            " and ".join(dict.fromkeys(other.canonical for other in others)),
            told.frame.text,
            "name" in ties and is_person(part.entity),
            evidence(told.text, told.sentence, Stance.CONTRADICTS, covered),
        )
    return None


def _is_like(part: Part, theirs: Frame) -> bool:
    """Tell whether two frames have one predicate."""
    return part.frame.family == theirs.family


def _gives(case: Case, part: Part, told: _Told) -> bool:
    """Tell whether a reference may give the part to the article's name."""
    if _clashes(case, part, told.frame):
        return False
    if any(_is(case, told.frame, one, part.entity) for one in told.frame.participants):
        return True
    role = part.who.role
    open_ = role in told.frame.pronouns or any(
        one.role == role and one.kind is None for one in told.frame.participants
    )
    return open_ and _is_near(told, part.entity, BACK)


def _is(case: Case, frame: Frame, who: Participant, entity: Entity) -> bool:
    found = bearer(case, frame.doc, who)
    return found is not None and found.id == entity.id


def _is_near(told: _Told, entity: Entity, back: int) -> bool:
    """Tell whether a reference's sentence or one shortly before it has a name of an entity."""
    n = told.text.sentences.index(told.sentence)
    names = entity.within(told.text.document.id)
    return any(within(names, one) for one in told.text.sentences[max(0, n - back) : n + 1])


def _clashes(case: Case, part: Part, theirs: Frame) -> bool:
    """Tell whether both frames name others in another role, and nobody in common."""
    for role in {one.role for one in part.frame.participants} - {part.who.role}:
        mine = _bearers(case, part.frame, role)
        other = _bearers(case, theirs, role)
        if mine and other and not mine & other:
            return True
    return False


def _bearers(case: Case, frame: Frame, role: str) -> frozenset[str]:
    found = (bearer(case, frame.doc, one) for one in frame.participants if one.role == role)
    return frozenset(one.id for one in found if one is not None)


def _others(case: Case, part: Part, told: _Told) -> tuple[Entity, ...]:
    """Return whom a reference's frame has in the part, () where that denies nothing.

    It denies nothing where it also leaves the part to a noun or pronoun, may mean the article's
    name, or names no more than the article's sentence does. Whom the article speaks of most is
    taken for what its pronoun means.
    """
    frame, role = told.frame, part.who.role
    fillers = [one for one in frame.participants if one.role == role]
    if not frame.single or role in frame.pronouns or _clashes(case, part, frame):
        return ()
    if not fillers or any(one.kind is None or one.several for one in fillers):
        return ()
    if _is_near(told, part.entity, 0):
        return ()
    beside = _bearers(case, part.frame, role)
    found = {one.id: one for p in fillers if (one := bearer(case, frame.doc, p)) is not None}
    others = tuple(one for key, one in found.items() if key not in beside)
    meant = part.frame.pronouns.count(role)
    if len(others) <= meant or any(
        is_named(part, one)
        or not are_like(part.entity, one)
        or may_be_one(one, part.entity)
        or (is_where(part) and may_hold(case, one, part.entity))
        for one in others
    ):
        return ()
    told_of = sorted(others, key=lambda one: -len(one.within("article")))[:meant]
    return tuple(one for one in others if one not in told_of)


def has_certain(part: Part) -> bool:
    """Tell whether the part is one in a certain thing: ``named the gunman``, ``led the talks``."""
    return any(
        one.role != part.who.role and one.kind is None and is_certain(part.sentence, one)
        for one in part.frame.participants
    )


def is_named(part: Part, entity: Entity) -> bool:
    """Tell whether the article's sentence names an entity."""
    return bool(within(entity.within("article"), part.sentence))


def _ties(case: Case, part: Part, told: _Told) -> Iterator[str]:
    """Yield what ties two frames in their other roles: a ``name`` or a ``noun`` in both.

    The noun must mean a certain thing in both: many take a seat, one takes the call. A name may
    be a ``pronoun`` of theirs that stands near it.
    """
    mutual = part.frame.predicate in word_list("mutual")
    for one in part.frame.participants:
        meant = bearer(case, "article", one) if one.role in told.frame.pronouns else None
        if meant is not None and one.role != part.who.role and _is_near(told, meant, BACK):
            yield "pronoun"
        for two in told.frame.participants:
            if one.role != two.role or one.role == part.who.role:
                continue
            if mutual and one.kind in ACTORS:
                continue
            entity = bearer(case, "article", one)
            if entity is not None and _is(case, told.frame, two, entity):
                yield "name"
            elif (
                one.kind is two.kind is None
                and stem(one.called) == stem(two.called)
                and is_certain(part.sentence, one)
                and is_certain(told.sentence, two)
            ):
                yield "noun"


def _covered(case: Case, part: Part, told: _Told, others: Sequence[Sentence]) -> float:
    """Return the share of the rest of a clause that a reference's sentence has.

    0 where the references say about as much of the article's name, except in the sentences
    `others`, which have it on another occasion.
    """
    rest = [t for t in core(part.sentence, part.frame) if not within([part.who], t)]
    rest = [t for t in rest if t not in described(part.sentence, part.who)]
    said = terms_of(t for t in rest if not within(case.article.names, t))
    predicate = stem(part.frame.text)
    score = share(said, told.sentence, case.passages, predicate)
    if score < SAID:
        return 0.0
    whom = about(part.entity, described(part.sentence, part.who))
    known = connection(case, whom, said, told.sentence, others)
    if known >= ALSO * score:
        return 0.0
    return share(terms_of(rest), told.sentence, case.passages, predicate)
