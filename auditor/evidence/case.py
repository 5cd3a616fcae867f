"""An article beside its references: what the checkers look at."""

from dataclasses import dataclass, field

from auditor.model.entity import Entities
from auditor.model.event import Event, Frame
from auditor.model.evidence import Link
from auditor.model.text import Text


@dataclass(frozen=True, slots=True)
class Case:
    """The article, every reference, and a link for each article sentence in text order."""

    article: Text
    references: tuple[Text, ...]
    links: tuple[Link, ...]
    entities: Entities = field(default_factory=Entities)
    frames: tuple[Frame, ...] = ()
    events: tuple[Event, ...] = ()
