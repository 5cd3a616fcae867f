"""An article beside its references: what the checkers look at."""

from dataclasses import dataclass, field

from auditor.model.entity import Entities
from auditor.model.event import Event, Frame
from auditor.model.reading import Reading
from auditor.model.text import Sentence, Text
from auditor.model.words import Stance


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a reference that was linked to a sentence or a finding.

    Attributes:
        reference: id of the reference (``r1``).
        start, end: in code points of that reference's text.
        score: how close the passage is, in [0, 1].
    """

    reference: str
    start: int
    end: int
    text: str
    stance: Stance
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """An article sentence with the passages closest to it, best first; () where none is close.

    Attributes:
        reading: what the entailment model makes of the best passages together; None where it was
            not asked.
    """

    sentence: Sentence
    evidence: tuple[Evidence, ...]
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The article, every reference, and a link for each article sentence in text order."""

    article: Text
    references: tuple[Text, ...]
    links: tuple[Link, ...]
    entities: Entities = field(default_factory=Entities)
    frames: tuple[Frame, ...] = ()
    events: tuple[Event, ...] = ()
