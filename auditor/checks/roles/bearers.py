"""Who bears the name of a participant, and whether two names may be one bearer's."""

from auditor.evidence.case import Case
from auditor.model.entity import Entity
from auditor.model.event import Participant


def bearer(case: Case, document: str, who: Participant) -> Entity | None:
    """Return the entity that a participant of a document's frame names, None for a plain noun."""
    place = case.entities.places.get((document, who.start)) if who.kind else None
    return None if place is None else case.entities.entities[place]
