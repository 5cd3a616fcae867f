"""The words of a sentence that carry its content, folded so that spellings compare equal."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from auditor.model.text import Sentence, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
"""Parts of speech that carry content; the rest is grammar."""

EXACT_POS = frozenset({"PROPN", "NUM"})
"""Parts of speech whose words stand for one thing alone: a like word is another thing."""

EMPTY = frozenset(
    {"be", "have", "do", "say", "make", "get", "go", "also", "very", "more", "most", "much", "many"}
    | {"so", "then", "there", "here", "now", "just", "only", "even", "still", "such", "other"}
    | {"own", "well", "first", "not"}
)
"""Content words by tag that tell nothing of what a sentence is about."""

_CALENDAR = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})

_stemmer = Stemmer.Stemmer("english")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word.

    Attributes:
        key: equal for all inflections and spellings of the word.
        word: the word in lower case, as the vectors know it.
        exact: whether only the same key will do: names, figures, days.
    """

    key: str
    word: str
    exact: bool


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without case, accents, typographic marks and dots: ``U.S.`` is ``us``."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if char.isalnum())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the folded stem of a word (Snowball English)."""
    return str(_stemmer.stemWord(fold(word)))


def terms(sentence: Sentence) -> tuple[Term, ...]:
    """Return a sentence's content words in text order."""
    return terms_of(sentence.tokens)


def terms_of(tokens: Iterable[Token]) -> tuple[Term, ...]:
    """Return the content words among the tokens, in text order."""
    return tuple(term for token in tokens if (term := _term(token)))


def _term(token: Token) -> Term | None:
    if token.pos not in CONTENT or token.lemma in EMPTY or not fold(token.text):
        return None
    exact = token.pos in EXACT_POS or token.entity in _CALENDAR
    return Term(stem(token.text), token.text.lower(), exact)
