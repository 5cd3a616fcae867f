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
        names: those of each document by its id, in text order.
    """

    id: str
    canonical: str
    kind: NameKind
    forms: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    names: Mapping[str, tuple[Name, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Put the names in order by their documents."""
        names: dict[str, list[Name]] = {}
        for seen in self.appearances:
            names.setdefault(seen.document, []).append(seen.name)
        object.__setattr__(self, "names", {key: tuple(own) for key, own in names.items()})

    def within(self, document: str) -> tuple[Name, ...]:
        """Return its names in one document, in text order."""
        return self.names.get(document, ())

    def beyond(self, document: str) -> tuple[Appearance, ...]:
        """Return its appearances in all other documents."""
        return tuple(seen for seen in self.appearances if seen.document != document)


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of a case.

    Attributes:
        indices: index into `entities` by document id and start of the name.
    """

    entities: tuple[Entity, ...] = ()
    indices: Mapping[tuple[str, int], int] = field(default_factory=dict)

    def of(self, document: str, name: Name) -> Entity | None:
        """Return the entity that a name of a document names, None for a name never clustered."""
        n = self.indices.get((document, name.start))
        return None if n is None else self.entities[n]

    def at(self, document: str, start: int, end: int) -> Entity | None:
        """Return the entity whose name overlaps ``start:end`` of a document."""
        for entity in self.entities:
            if any(name.start < end and start < name.end for name in entity.within(document)):
                return entity
        return None

    def same(self, first: tuple[str, Name], second: tuple[str, Name]) -> bool:
        """Tell whether two names, each with the id of its document, name one entity."""
        own, theirs = self.of(*first), self.of(*second)
        return own is not None and theirs is not None and own.id == theirs.id
