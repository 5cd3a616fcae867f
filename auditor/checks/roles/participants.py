"""Who bears the name of a participant."""

from auditor.evidence.case import Case
from auditor.model.entity import Entity
from auditor.model.event import Participant
from auditor.model.words import NameKind

ACTORS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
"""Kinds of names whose bearers do something."""


def entity_of(case: Case, document: str, who: Participant) -> Entity | None:
    """Return the entity that a participant of a document's frame names, None for a plain noun."""
    n = case.entities.indices.get((document, who.start)) if who.kind else None
    return None if n is None else case.entities.entities[n]


def is_named(case: Case, document: str, who: Participant, entity: Entity) -> bool:
    """Tell whether a participant of a document's frame names an entity."""
    named = entity_of(case, document, who)
    return named is not None and named.id == entity.id


def are_one(case: Case, mine: Participant, document: str, theirs: Participant) -> bool:
    """Tell whether a participant of the article and one of a document name one entity."""
    entity = entity_of(case, "article", mine)
    return entity is not None and is_named(case, document, theirs, entity)
