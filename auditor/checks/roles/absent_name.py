"""A name that no reference has, in a part of an event to which they give other names.

A part is a role of a class of predicates: the victim of a strike, the buyer in a sale. Names that
different references give to one part, where each speaks of one person, are taken for one person's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.events.find.named_later import named_later
from auditor.checks.names.entities.lexis import references_lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.checks.roles.outcome import Outcome
from auditor.checks.roles.participants import ACTORS, are_one, entity_of
from auditor.checks.roles.reference_frames import ReferenceFrame, at_sentence
from auditor.checks.roles.wording import named_instead
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import is_like, noun_class, word_list
from auditor.model.entity import Entity
from auditor.model.event import Frame, Participant
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.words import NameKind, Stance

SIDES = frozenset({"agent", "patient"})
"""The roles of who does something and of whom it is done to."""

MOST_NAMES = 3
"""More names than this in one part are a list: one more is no conflict. A guess."""


@dataclass(frozen=True, slots=True)
class _Other:
    """Whom a reference names in the part, with what it tells."""

    entity: Entity
    told: ReferenceFrame


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the names of the article that fill a part which the references give to others."""
    later = named_later(case.frames, case.references)
    told = [
        at_sentence(case, frame)
        for frame in (*case.frames, *later)
        if frame.single and case.is_on_main(frame.doc)
    ]
    seen: set[tuple[int, int]] = set()
    for frame in case.frames:
        if frame.doc != "article" or not frame.single or frame.family in word_list("talk"):
            continue
        for who in frame.participants:
            if who.role in SIDES and who.kind in ACTORS and (who.start, who.end) not in seen:
                ruling = _ruling(case, frame, who, told)
                if ruling is not None:
                    seen.add((who.start, who.end))
                    yield ruling


def _ruling(
    case: Case, mine: Frame, who: Participant, told: Sequence[ReferenceFrame]
) -> Ruling | None:
    if not _is_absent(case, who):
        return None
    like = [one for one in told if _tell_of_one_event(case, mine, one.frame, who.role)]
    if any(p.several for one in like for p in one.frame.participants if p.role == who.role):
        return None
    others = _others(case, who, like)
    if not 0 < len(others) <= MOST_NAMES:
        return None
    return named_instead(
        Outcome.CONFLICT,
        who,
        _in_words(others),
        others[0].told.frame.text,
        *(
            evidence(other.told.text, other.told.sentence, Stance.CONTRADICTS, 1.0)
            for other in others
        ),
    )


def _is_absent(case: Case, who: Participant) -> bool:
    """Tell whether the references have nothing of a name."""
    own = entity_of(case, "article", who)
    if own is None or own.beyond("article"):
        return False
    name = Name(who.start, who.end, who.text, who.kind or NameKind.OTHER)
    return standing(name, references_lexis(case)) is Standing.ABSENT


def _others(case: Case, who: Participant, like: Sequence[ReferenceFrame]) -> list[_Other]:
    """Return whom the references name in the part, the fullest name first."""
    others: dict[str, _Other] = {}
    for told in like:
        for other in told.frame.participants:
            entity = entity_of(case, told.reference, other)
            if other.role == who.role and other.kind is who.kind and entity is not None:
                others.setdefault(entity.id, _Other(entity, told))
    return sorted(others.values(), key=lambda one: (-len(one.entity.canonical), one.told.reference))


def _in_words(others: Sequence[_Other]) -> str:
    """Return the names, further ones in parentheses."""
    first, *further = (other.entity.canonical for other in others)
    return f"{first} ({', '.join(further)})" if further else first


def _tell_of_one_event(case: Case, mine: Frame, theirs: Frame, role: str) -> bool:
    """Tell whether two like frames share a participant in another role, by name or as one event."""
    return is_like(theirs.family, mine.family) and any(
        _may_be_one(case, own, theirs.doc, other)
        for own in mine.participants
        for other in theirs.participants
        if own.role == other.role != role
    )


def _may_be_one(case: Case, mine: Participant, document: str, theirs: Participant) -> bool:
    if mine.kind is not None or theirs.kind is not None:
        return are_one(case, mine, document, theirs)
    family = noun_class(mine.called)
    same = bool(family) and family == noun_class(theirs.called)
    return same and not (mine.several or theirs.several)
