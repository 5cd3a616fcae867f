"""Who bears the name of a participant, and whether two names may be one bearer's."""

from auditor.entities.spelling import skeleton
from auditor.model.case import Case
from auditor.model.entity import Entity
from auditor.model.event import Participant
from auditor.model.words import NameKind
from auditor.terms import fold


def bearer(case: Case, document: str, who: Participant) -> Entity | None:
    """Return the entity that a participant of a document's frame names, None for a plain noun."""
    place = case.entities.places.get((document, who.start)) if who.kind else None
    return None if place is None else case.entities.entities[place]


def are_like(one: Entity, two: Entity) -> bool:
    """Tell whether two entities can have one part: both people, or both bodies.

    What the name finder once took for either counts as either.
    """
    mine, other = ({seen.name.kind for seen in entity.appearances} for entity in (one, two))
    if NameKind.PERSON in mine or NameKind.PERSON in other:
        return NameKind.PERSON in mine & other
    return NameKind.ORGANISATION in mine | other and bool(
        other & {NameKind.ORGANISATION, NameKind.OTHER}
        and mine & {NameKind.ORGANISATION, NameKind.OTHER}
    )


def is_person(entity: Entity) -> bool:
    """Tell whether the name finder takes an entity for a person anywhere."""
    return any(seen.name.kind is NameKind.PERSON for seen in entity.appearances)


def may_be_one(one: Entity, two: Entity) -> bool:
    """Tell whether two entities share a word of their names but for spelling."""
    mine, other = (
        {skeleton(fold(word)) for form in entity.forms for word in form.split() if len(word) > 2}
        for entity in (one, two)
    )
    return bool(mine & other)
