"""Who fills a part of an event: the article's name beside those that the references have.

A part is a role of a class of predicates: the victim of a strike, the buyer in a sale. Names that
different references give to one part, where each speaks of one person, are taken for one person's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.checks.events.find.named_later import named_later
from auditor.checks.names.entities.lexis import Lexis, references_lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.checks.roles.bearers import bearer
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.predicates import is_like, noun_class, words
from auditor.model.entity import Entity
from auditor.model.event import Frame, Participant
from auditor.model.evidence import Evidence
from auditor.model.name import Name
from auditor.model.text import Sentence, Text
from auditor.model.words import NameKind, Stance

PARTS = frozenset({"agent", "patient"})

ACTORS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})

MOST = 3
"""More names than this in one part are a list: one more is no conflict. A guess."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A name that fills a part to which the references give others.

    Attributes:
        expected: the names of the references, the fullest first, further ones in parentheses.
        told: the predicate of the references.
        evidence: one passage for each name.
    """

    who: Participant
    expected: str
    told: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Filler:
    entity: Entity
    frame: Frame
    text: Text
    sentence: Sentence


def conflicts(case: Case) -> Iterator[Conflict]:
    """Yield the names of the article that fill a part which the references give to others."""
    places = {(t.document.id, s.id): (t, s) for t in case.references for s in t.sentences}
    later = named_later(case.frames, case.references)
    theirs = [f for f in (*case.frames, *later) if case.is_on_main(f.doc) and f.single]
    held = references_lexis(case)
    seen: set[tuple[int, int]] = set()
    for mine in case.frames:
        if mine.doc != "article" or not mine.single or mine.family in words("talk"):
            continue
        for who in mine.participants:
            if who.role in PARTS and who.kind in ACTORS and (who.start, who.end) not in seen:
                found = _conflict(case, mine, who, theirs, places, held)
                if found is not None:
                    seen.add((who.start, who.end))
                    yield found


def _conflict(
    case: Case,
    mine: Frame,
    who: Participant,
    theirs: Sequence[Frame],
    places: Mapping[tuple[str, str], tuple[Text, Sentence]],
    held: Lexis,
) -> Conflict | None:
    own = bearer(case, "article", who)
    if own is None or own.beyond("article") or _is_held(who, held):
        return None
    like = [f for f in theirs if is_like(f.family, mine.family) and _meets(case, mine, f, who.role)]
    if any(p.several for f in like for p in f.participants if p.role == who.role):
        return None
    found: dict[str, _Filler] = {}
    for frame in like:
        for other in frame.participants:
            entity = bearer(case, frame.doc, other)
            if other.role == who.role and other.kind is who.kind and entity is not None:
                found.setdefault(
                    entity.id, _Filler(entity, frame, *places[frame.doc, frame.sentence])
                )
    if not 0 < len(found) <= MOST:
        return None
    fillers = sorted(found.values(), key=lambda one: (-len(one.entity.canonical), one.frame.doc))
    return Conflict(who, _expected(fillers), fillers[0].frame.text, tuple(_proof(fillers)))


def _is_held(who: Participant, held: Lexis) -> bool:
    name = Name(who.start, who.end, who.text, who.kind or NameKind.OTHER)
    return standing(name, held) is not Standing.ABSENT


def _expected(fillers: Sequence[_Filler]) -> str:
    first, *others = (one.entity.canonical for one in fillers)
    return f"{first} ({', '.join(others)})" if others else first


def _proof(fillers: Sequence[_Filler]) -> Iterator[Evidence]:
    for one in fillers:
        yield evidence(one.text, one.sentence, Stance.CONTRADICTS, 1.0)


def _meets(case: Case, mine: Frame, theirs: Frame, role: str) -> bool:
    """Tell whether two frames share a participant in another role, by name or as one event."""
    return any(
        _is_one(case, one, theirs.doc, two)
        for one in mine.participants
        for two in theirs.participants
        if one.role == two.role != role
    )


def _is_one(case: Case, mine: Participant, document: str, theirs: Participant) -> bool:
    if mine.kind is None and theirs.kind is None:
        family = noun_class(mine.called)
        return (
            bool(family)
            and family == noun_class(theirs.called)
            and not (mine.several or theirs.several)
        )
    one = bearer(case, "article", mine)
    two = bearer(case, document, theirs)
    return one is not None and two is not None and one.id == two.id
