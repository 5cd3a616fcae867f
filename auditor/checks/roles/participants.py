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
    """Tell whether a participant of the article and one of a document name one entity.

    A name that opens a sentence may not have been told from a noun: the same words are enough.
    """
    entity = entity_of(case, "article", mine)
    if entity is not None and is_named(case, document, theirs, entity):
        return True
    unlike = mine.kind is not None and theirs.kind is not None
    return not unlike and mine.text == theirs.text and mine.text[:1].isupper()


def are_alike(mine: Participant, theirs: Participant) -> bool:
    """Tell whether two participants are described by the same noun, and by no name."""
    if mine.kind is not None or theirs.kind is not None:
        return False
    return bool(mine.called) and mine.called == theirs.called and mine.several == theirs.several
