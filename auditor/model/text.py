"""A document cut into sentences, with the mentions found in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from auditor.model.date import Date
from auditor.model.document import Document
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.quote import Quote
from auditor.model.words import SentenceKind


class Spanned(Protocol):
    """Anything with a place in a document's text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, with what the parser says of it.

    Attributes:
        start, end: in code points of the document's text.
        text: the characters there.
        lemma: lower-cased base form.
        pos: Universal Dependencies coarse tag (``NOUN``, ``PROPN`` …).
        tag: Penn Treebank tag (``NNS``, ``VBD`` …).
        dep: dependency label in the scheme of spaCy's English models (``nsubj``, ``dobj`` …).
        head: index into the sentence's tokens; a root points at itself.
        entity: OntoNotes entity type (``PERSON``, ``GPE`` …), "" outside entities.
        opens: whether an entity begins here.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit that gets a verdict: characters ``start:end`` of its document.

    Attributes:
        id: ``s1``, ``s2`` … in text order, unique within the document.
        paragraph: index of the block of text that it stands in; headings open a new one.
    """

    id: str
    start: int
    end: int
    text: str
    kind: SentenceKind
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its sentences and mentions, each in text order.

    Sentences do not overlap. Text that belongs to no sentence is white space or markup.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    numbers: tuple[Number, ...] = ()
    quotes: tuple[Quote, ...] = ()


def within(mentions: Iterable[S], span: Spanned) -> tuple[S, ...]:
    """Return the mentions that overlap `span`, in the order given."""
    return tuple(m for m in mentions if m.start < span.end and span.start < m.end)
