"""Which of many references are near an article: those are read closely, the others only searched.

Parsing takes longest, and nobody needs it of reports on something else. Every word of every
reference is looked at; a reference is read where its words are like the article's, where it is the
likeliest that holds one of its names, or where it holds one of its quotations to the letter.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.language.words import fold, terms
from auditor.model.document import Document
from auditor.model.text import Text

ALL_READ = 60_000
"""Characters of all references together up to which each is read closely: the references of an
article have some 50,000."""

NEAR = 0.2
"""A reference this like the article, beside the likeliest one, is read. In 4 bundles and 15 stories
hidden among 2,000 reports on other things, each reference was at .27 or more."""

MOST_NEAR = 40
"""References read for their likeness; an article is made from some ten. A guess."""

LEAST_QUOTED = 4
"""Words of a quotation that no report on something else holds by chance. A guess."""

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
    likest = _by_likeness(_counts_of(article), held)
    first = likest[0][0] if likest else 0.0
    alike = [one for likeness, one in likest[:MOST_NEAR] if likeness >= NEAR * first]
    known = {word for one in alike for word in one.counts}
    ranked = [one for _, one in likest]
    named = (_first_with(ranked, name) for name in sorted(_names(article) - known))
    quoted = (one for words in _long_quotes(article) for one in ranked if _says(one, words))
    return frozenset(one.document.id for one in (*alike, *filter(None, named), *quoted))


def _by_likeness(article: Counts, held: Sequence[_Held]) -> list[tuple[float, _Held]]:
    """Return the references with the cosine of their words' weights to the article's, best first.

    A word weighs the logarithm of how often it stands there times how rare it is among the
    references (Manning, Raghavan and Schütze 2008, chapter 6).
    """
    holding = Counter(word for one in held for word in one.counts)
    rarity = {word: math.log(1 + len(held) / count) for word, count in holding.items()}
    wanted = _weights(article, rarity)
    scored = [(_cosine(wanted, _weights(one.counts, rarity)), one) for one in held]
    return sorted(scored, key=lambda pair: -pair[0])


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


def _names(article: Text) -> set[str]:
    """Return the words of proper names that the article holds."""
    tokens = (token for sentence in article.sentences for token in sentence.tokens)
    return {fold(token.text) for token in tokens if token.pos == "PROPN"} - {""}


def _first_with(ranked: Sequence[_Held], word: str) -> _Held | None:
    return next((one for one in ranked if word in one.counts), None)


def _long_quotes(article: Text) -> Iterator[tuple[str, ...]]:
    """Yield the words of each quotation that is long enough to be known again."""
    for quote in article.quotes:
        words = tuple(_words(quote.text))
        if len(words) >= LEAST_QUOTED:
            yield words


def _says(one: _Held, words: Sequence[str]) -> bool:
    """Tell whether a reference holds the words one after the other."""
    if not all(word in one.counts for word in words):
        return False
    return f" {' '.join(words)} " in f" {' '.join(_words(one.document.text))} "


def _words(text: str) -> Iterator[str]:
    return (_folded(word) for word in _WORD.findall(text))


def _folded(word: str) -> str:
    return fold(_OWNER.sub("", word))
