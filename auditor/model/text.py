"""A document cut into sentences, with the mentions found in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Protocol, TypeVar

from auditor.model.date import Date
from auditor.model.document import Document
from auditor.model.name import Name
from auditor.model.number import Number
from auditor.model.quote import Quote
from auditor.model.words import Ground, SentenceKind


class Spanned(Protocol):
    """Anything with a place in a document's text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


S = TypeVar("S", bound=Spanned)

MANY = 32
"""So many mentions are looked up by their order instead of one by one. A guess."""


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
class SetAside:
    """Characters ``start:end`` of a reference that are no evidence.

    Attributes:
        told: what an editor is told of them: hidden words, an instruction, a notice.
        sentences: those that lie there, in text order.
        way: how something is hidden, as a sentence goes on; "" where nothing is.
        by: the id of the reference that has them corrected, "" elsewhere.
    """

    start: int
    end: int
    ground: Ground
    told: str
    sentences: tuple[Sentence, ...] = ()
    way: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its sentences and mentions, each in text order.

    Sentences do not overlap. Text that belongs to no sentence is white space or markup, or was left
    out.

    Attributes:
        left_out: what of the document was not looked at, and why (`auditor/text/limits.py`).
        set_aside: what of a reference is no evidence (`auditor/text/heeded.py`); its document has
            spaces in their place.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    numbers: tuple[Number, ...] = ()
    quotes: tuple[Quote, ...] = ()
    left_out: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


RECALLED = 2
"""Sentences back to which a pronoun, or what a sentence leaves unsaid, may look. A guess."""


def around(text: Text, sentence: Sentence, before: int = 1, after: int = 1) -> tuple[Sentence, ...]:
    """Return a sentence of a text with so many of those before and after it, in text order."""
    at = bisect_left(text.sentences, sentence.start, key=attrgetter("start"))
    return text.sentences[max(0, at - before) : at + 1 + after]


def opens_in_capitals(sentence: Sentence, span: Spanned) -> bool:
    """Tell whether all is in capitals up to the end of a span: ``DUBLIN, April 10 —``."""
    return sentence.text[: span.end - sentence.start].isupper()


def within(mentions: Iterable[S], span: Spanned) -> tuple[S, ...]:
    """Return the mentions that overlap `span`, in the order given."""
    if isinstance(mentions, tuple) and len(mentions) >= MANY:
        order = _order_of(_Itself(mentions))
        if order is not None:
            last = bisect_left(order.starts, span.end)
            first = bisect_right(order.reach, span.start)
            mentions = mentions[first:last]
    return tuple(m for m in mentions if m.start < span.end and span.start < m.end)


@dataclass(frozen=True, slots=True)
class _Order:
    """Where mentions in text order begin, and how far they and those before them reach."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]


class _Itself:
    """A tuple known by its identity: a key of a cache that keeps it alive."""

    __slots__ = ("mentions",)

    def __init__(self, mentions: tuple[Spanned, ...]) -> None:
        self.mentions = mentions

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.mentions is other.mentions

    def __hash__(self) -> int:
        return id(self.mentions)


@lru_cache(maxsize=64)
def _order_of(itself: _Itself) -> _Order | None:
    """Return the order of mentions, None where they are in none."""
    starts = tuple(mention.start for mention in itself.mentions)
    if any(after < before for before, after in pairwise(starts)):
        return None
    return _Order(starts, tuple(accumulate((m.end for m in itself.mentions), max)))
