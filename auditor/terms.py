"""The words of a sentence that carry its content, folded so that spellings compare equal."""

import unicodedata
from functools import lru_cache

from auditor.model.text import Sentence, Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
"""Parts of speech that carry content; the rest is grammar."""

_EMPTY = frozenset(
    {"be", "have", "do", "say", "make", "get", "go", "also", "very", "more", "most", "much", "many"}
    | {"so", "then", "there", "here", "now", "just", "only", "even", "still", "such", "other"}
    | {"own", "well", "first", "not"}
)
"""Content words by tag that tell nothing of what a sentence is about."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word without case, accents, typographic marks and dots: ``U.S.`` is ``us``."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if char.isalnum())


def terms(sentence: Sentence) -> tuple[str, ...]:
    """Return the folded base forms of a sentence's content words, in text order."""
    return tuple(term for token in sentence.tokens if (term := term_of(token)))


def term_of(token: Token) -> str:
    """Return the folded base form of a token, "" where it carries no content."""
    if token.pos not in CONTENT:
        return ""
    term = fold(token.text if token.pos in {"PROPN", "NUM"} else token.lemma)
    return "" if term in _EMPTY else term
