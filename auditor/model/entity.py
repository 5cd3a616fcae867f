"""Who or what the names of an article and its references name, across all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.model.name import Name
from auditor.model.words import NameKind


@dataclass(frozen=True, slots=True)
class Appearance:
    """A name in one document: `document` is its id (``article``, ``r1``)."""

    document: str
    name: Name


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place or people, with every name that stands for it.

    Attributes:
        id: ``n1``, ``n2`` … in the order of first appearance, the article first.
        canonical: its longest name as first written.
        forms: its different names as written, in order of appearance.
        appearances: in document order, the article first.
    """

    id: str
    canonical: str
    kind: NameKind
    forms: tuple[str, ...]
    appearances: tuple[Appearance, ...]

    def within(self, document: str) -> tuple[Name, ...]:
        """Return its names in one document, in text order."""
        return tuple(seen.name for seen in self.appearances if seen.document == document)

    def beyond(self, document: str) -> tuple[Appearance, ...]:
        """Return its appearances in all other documents."""
        return tuple(seen for seen in self.appearances if seen.document != document)


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of a case.

    Attributes:
        places: index into `entities` by document id and start of the name.
    """

    entities: tuple[Entity, ...] = ()
    places: Mapping[tuple[str, int], int] = field(default_factory=dict)

    def of(self, document: str, name: Name) -> Entity | None:
        """Return the entity that a name of a document names, None for a name never clustered."""
        place = self.places.get((document, name.start))
        return None if place is None else self.entities[place]

    def at(self, document: str, start: int, end: int) -> Entity | None:
        """Return the entity whose name overlaps ``start:end`` of a document."""
        for entity in self.entities:
            if any(name.start < end and start < name.end for name in entity.within(document)):
                return entity
        return None

    def same(self, one: tuple[str, Name], two: tuple[str, Name]) -> bool:
        """Tell whether two names, each with the id of its document, name one entity."""
        first, second = self.of(*one), self.of(*two)
        return first is not None and second is not None and first.id == second.id
