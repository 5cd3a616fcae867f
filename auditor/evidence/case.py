"""An article beside its references: what the checkers ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from auditor.evidence.passages import Passages
from auditor.model.document import Document
from auditor.model.entity import Entities
from auditor.model.event import Event, Frame
from auditor.model.evidence import Evidence, Link
from auditor.model.finding import Problem
from auditor.model.text import Sentence, Text, within

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """The article, the references that were read, and a link for each article sentence, by place.

    What more than one checker asks is worked out once: it stands here, or is kept by the case
    (`once`), which therefore equals itself alone.

    Attributes:
        passages: those of all references, searchable.
        searched: references that are near the article in no word that counts, and were not read
            closely (`auditor/evidence/retrieval.py`).
        copies: references that are one text, the ids of each group.
        problems: what could not be read or compared before the checkers look.
        texts: every text by the id of its document.
    """

    article: Text
    references: tuple[Text, ...]
    links: tuple[Link, ...]
    passages: Passages
    entities: Entities = field(default_factory=Entities)
    frames: tuple[Frame, ...] = ()
    events: tuple[Event, ...] = ()
    searched: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    texts: Mapping[str, Text] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Put the texts in order by their ids."""
        texts = {text.document.id: text for text in (self.article, *self.references)}
        object.__setattr__(self, "texts", texts)

    @property
    def main(self) -> Event | None:
        """Return the event that the article is about, None where none is told apart."""
        return next((event for event in self.events if event.main), None)

    def is_on_main(self, document: str) -> bool:
        """Tell whether a document is a reference on the main event."""
        return self.main is not None and document in self.main.references

    def on(self, event: Event) -> tuple[Text, ...]:
        """Return the references on an event, in loading order."""
        return tuple(text for text in self.references if text.document.id in event.references)

    def sentence_at(self, passage: Evidence) -> Sentence:
        """Return the sentence of a reference that a passage is."""
        return within(self.texts[passage.reference].sentences, passage)[0]


def once(work: Callable[[Case], Found]) -> Callable[[Case], Found]:
    """Let what follows from a case alone be worked out once; the last case's is remembered."""
    return lru_cache(maxsize=1)(work)
