"""Which of many references are near an article: those are read closely, the others only searched.

Parsing takes longest, and nobody needs it of reports on something else. Every word of every
reference is looked at; a reference is read where its words are like the article's, where they are
somewhat like it and a paragraph is near to one of its sentences, or where it holds a person or a
quotation of the article that none of those holds.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.language.words import fold, terms
from auditor.model.document import Document
from auditor.model.text import Sentence, Text
from auditor.model.words import NameKind
from auditor.text.blocks import blocks

ALL_READ = 60_000
"""Characters of all references together up to which each is read closely: the references of an
article have some 50,000."""

LIKE = 0.5
"""A reference this like the article, beside the likeliest one, is read. Of four bundles hidden
among 500 reports on other things none of those comes over .48."""

SOMEWHAT_LIKE = 0.2
"""One this like is read where it is near to a sentence as well. Each reference of the bundles and
of 15 stories is at .25 or more."""

LEAST_SHARED = 0.4
"""What a paragraph holds of the weight of a sentence's words where it is near to it: of the other
reports that are somewhat like a bundle's article the nearest holds .39."""

LEAST_SENTENCE = 4
"""Words of a sentence that a paragraph can be near to: fewer stand anywhere. A guess."""

MOST_LIKE = 40
"""References looked at for their likeness; an article is made from some ten. A guess."""

LEAST_NAMED = 2
LEAST_QUOTED = 4
"""Words of a person's name, and of a quotation, that others hardly hold. Guesses."""

MOST_SAYING = 3
"""References read for a person or quotation that none of those alike holds. A guess."""

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_OWNER = re.compile(r"['’]s$")

Counts = Mapping[str, int]
"""How often a text has each of its words, folded."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A reference and its words."""

    document: Document
    counts: Counts


def near(article: Text, references: Sequence[Document]) -> frozenset[str]:
    """Return the ids of the references to read closely, all where there is little to read.

    Args:
        article: with its mentions.
        references: in any order; none gives none.
    """
    if sum(len(document.text) for document in references) <= ALL_READ:
        return frozenset(document.id for document in references)
    held = [_Held(document, _counts(document.text)) for document in references]
    rarity = _rarity(held)
    likest = _by_likeness(_counts_of(article), held, rarity)
    first = likest[0][0] if likest else 0.0
    wanted = [words for sentence in article.sentences if (words := _wanted(sentence, rarity))]
    alike = [
        one
        for likeness, one in likest[:MOST_LIKE]
        if likeness >= LIKE * first
        or (likeness >= SOMEWHAT_LIKE * first and _is_near(one.document, wanted))
    ]
    phrases = frozenset(_phrases(article))
    phrases -= {phrase for one in alike for phrase in _said(one, phrases)}
    saying = Counter[tuple[str, ...]]()
    chosen = {one.document.id for one in alike}
    for _, one in likest:
        said = {p for p in _said(one, phrases) if saying[p] < MOST_SAYING}
        saying.update(said)
        if said:
            chosen.add(one.document.id)
    return frozenset(chosen)


def _rarity(held: Sequence[_Held]) -> dict[str, float]:
    """Return what each word tells: the logarithm of how few references hold it."""
    holding = Counter(word for one in held for word in one.counts)
    return {word: math.log(1 + len(held) / count) for word, count in holding.items()}


def _by_likeness(
    article: Counts, held: Sequence[_Held], rarity: Mapping[str, float]
) -> list[tuple[float, _Held]]:
    """Return the references with the cosine of their words' weights to the article's, best first.

    A word weighs the logarithm of how often it stands there times how rare it is among the
    references (Manning, Raghavan and Schütze 2008, chapter 6).
    """
    wanted = _weights(article, rarity)
    scored = [(_cosine(wanted, _weights(one.counts, rarity)), one) for one in held]
    return sorted(scored, key=lambda pair: -pair[0])


def _wanted(sentence: Sentence, rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the words of a sentence with what they tell, {} where they are too few.

    A word that no reference holds tells as much as the rarest.
    """
    most = max(rarity.values(), default=1.0)
    words = {fold(term.word) for term in terms(sentence)}
    return {word: rarity.get(word, most) for word in words} if len(words) >= LEAST_SENTENCE else {}


def _is_near(document: Document, wanted: Sequence[Mapping[str, float]]) -> bool:
    """Tell whether a paragraph holds enough of the words of a sentence."""
    text = document.text
    for block in blocks(document):
        held = set(_words(text[block.start : block.end]))
        for words in wanted:
            shared = sum(weight for word, weight in words.items() if word in held)
            if shared >= LEAST_SHARED * sum(words.values()):
                return True
    return False


def _weights(counts: Counts, rarity: Mapping[str, float]) -> dict[str, float]:
    return {
        word: (1 + math.log(count)) * rarity[word]
        for word, count in counts.items()
        if word in rarity
    }


def _cosine(wanted: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the cosine but for the length of `wanted`, which is the same for all."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    shared = sum(weight * weights[word] for word, weight in wanted.items() if word in weights)
    return shared / length if length else 0.0


def _counts(text: str) -> Counts:
    counts: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        counts[_folded(word)] += times
    return counts


def _counts_of(article: Text) -> Counts:
    return Counter(fold(term.word) for sentence in article.sentences for term in terms(sentence))


def _phrases(article: Text) -> Iterator[tuple[str, ...]]:
    """Yield the words of its people and quotations that are long enough to be known again."""
    people = (name.text for name in article.names if name.kind is NameKind.PERSON)
    for text, least in (
        *((name, LEAST_NAMED) for name in people),
        *((quote.text, LEAST_QUOTED) for quote in article.quotes),
    ):
        words = tuple(_words(text))
        if len(words) >= least:
            yield words


def _said(one: _Held, phrases: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Return the phrases whose words a reference holds one after the other."""
    likely = [phrase for phrase in phrases if all(word in one.counts for word in phrase)]
    line = f" {' '.join(_words(one.document.text))} " if likely else ""
    return frozenset(phrase for phrase in likely if f" {' '.join(phrase)} " in line)


def _words(text: str) -> Iterator[str]:
    return (_folded(word) for word in _WORD.findall(text))


def _folded(word: str) -> str:
    return fold(_OWNER.sub("", word))
