"""Which entity of a case is a person of the fact base."""

from auditor.checks.names.entities.forms import form
from auditor.checks.names.entities.spelling import is_variant
from auditor.knowledge.facts import KnownPerson, known_people
from auditor.model.entity import Entity


def known_person(entity: Entity) -> KnownPerson | None:
    """Return the person of the fact base whom an entity's full names name, None for others."""
    for person in known_people():
        if any(names_person(text, person) for text in entity.forms):
            return person
    return None


def names_person(text: str, person: KnownPerson) -> bool:
    """Tell whether a full name is one of a known person's names in some spelling."""
    words = form(text).words
    return len(words) > 1 and any(_is_same(words, form(name).words) for name in person.names)


def _is_same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return len(one) == len(two) and all(is_variant(a, b) for a, b in zip(one, two, strict=True))
