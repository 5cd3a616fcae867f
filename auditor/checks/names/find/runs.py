"""Runs of tokens that may be names: capitalised words and the small words that join them."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.names.find.capitals import is_emphasised, opens_plainly
from auditor.checks.names.find.casing import Vocabulary, begins
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import is_known
from auditor.model.text import Sentence, Token

_SITE = re.compile(
    r"(?:[a-z0-9-]{2,60}\.){1,3}(?:com|org|net|co\.uk|gov|edu|io|info|news|tv|uk|eu|de|fr|in|au)",
    re.IGNORECASE,
)

Run = tuple[int, int]
"""First and last token of a run, both included."""

CLOSED = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM"})
"""Parts of speech whose words are no names, whatever their case."""

NOT_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
"""Entity types that are measured, not named."""

HYPHENS = frozenset({"-", "–", "‑", "‐"})
_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
NICKNAME_TOKENS = 3
"""The longest nickname in quotation marks inside a name, in tokens besides the marks."""


@cache
def words_of(group: str) -> frozenset[str]:
    """Return a list of ``rules/lexicon/en/name-words.toml``."""
    return frozenset(lexicon("name-words")[group])


@cache
def _calendar() -> frozenset[str]:
    lists = lexicon("calendar")
    return frozenset(
        w for key in ("months", "weekdays") for entry in lists[key] for w in entry.split()
    )


def runs(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Run]:
    """Yield the longest runs of a sentence in text order, not overlapping."""
    i, tokens = 0, sentence.tokens
    while i < len(tokens):
        first = _start(sentence, i, vocabulary)
        if first is None:
            i += 1
            continue
        last = first
        while (further := _next(sentence, last, vocabulary)) is not None:
            last = further
        yield i, last
        i = last + 1


def _start(sentence: Sentence, i: int, vocabulary: Vocabulary) -> int | None:
    """Return the place of the first capitalised word of a run that begins at token `i`."""
    if _is_name_word(sentence, i, vocabulary):
        return i
    small = sentence.tokens[i].text
    if small not in words_of("opening"):
        return None
    j = _over_particles(sentence, i)
    if small in words_of("hyphened") and sentence.tokens[i + 1].text not in HYPHENS:
        return None
    return j if j is not None and _is_name_word(sentence, j, vocabulary) else None


def _over_particles(sentence: Sentence, i: int) -> int | None:
    """Return the place after a particle at `i` and its hyphen, None where no particle stands."""
    tokens, j = sentence.tokens, i
    while j < len(tokens) and tokens[j].text.lower() in words_of("particles") and j < i + 4:
        j += 1
        if j < len(tokens) and tokens[j].text in HYPHENS | {"'", "’"} and touches(tokens, j - 1):
            j += 1
    return j if i < j < len(tokens) else None


def touches(tokens: tuple[Token, ...], i: int) -> bool:
    """Tell whether no space stands between tokens `i` and ``i + 1``."""
    return i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start


def _next(sentence: Sentence, last: int, vocabulary: Vocabulary) -> int | None:
    """Return the place of the word that carries a run on after token `last`, None at its end."""
    tokens, j = sentence.tokens, last + 1
    if j >= len(tokens):
        return None
    if tokens[j].text in HYPHENS:
        return _over_hyphen(sentence, last, vocabulary)
    if _is_name_word(sentence, j, vocabulary) or _is_numeral(tokens, j):
        return j
    if tokens[j].text in _QUOTES:
        return _over_nickname(sentence, j, vocabulary)
    if (after := _over_particles(sentence, j)) is not None and tokens[j].text[0].islower():
        return after if _is_name_word(sentence, after, vocabulary) else None
    return _over_link(sentence, last, vocabulary)


def _is_numeral(tokens: tuple[Token, ...], j: int) -> bool:
    """Tell whether a bare number ends a name: ``Apollo 11``, ``Channel 4``."""
    return (
        tokens[j].text.isdigit()
        and len(tokens[j].text) < 3
        and tokens[j].dep == "nummod"
        and (tokens[j].head == j - 1 and tokens[j].entity not in NOT_NAMES | {""})
    )


def _over_hyphen(sentence: Sentence, last: int, vocabulary: Vocabulary) -> int | None:
    tokens, j = sentence.tokens, last + 2
    if j >= len(tokens) or not (touches(tokens, last) and touches(tokens, last + 1)):
        return None
    left, right = tokens[last], tokens[j]
    if left.text.lower() in words_of("particles"):
        return j if right.text[:1].isupper() else None
    if right.text.lower() in words_of("after_hyphen"):
        return None
    if right.text[:1].islower():
        return j if left.entity == right.entity == "PERSON" and not right.opens else None
    if (is_known(left.text) or is_known(right.text)) and (
        right.opens or left.entity != right.entity
    ):
        return None
    return j if _is_name_word(sentence, j, vocabulary) else None


def _over_nickname(sentence: Sentence, j: int, vocabulary: Vocabulary) -> int | None:
    """Return the place of the word after a quoted nickname that stands inside a name."""
    tokens = sentence.tokens
    close = _QUOTES[tokens[j].text]
    for k in range(j + 2, min(j + NICKNAME_TOKENS + 3, len(tokens) - 1)):
        if tokens[k].text != close:
            continue
        if not all(
            token.text[0].isupper() or token.text in HYPHENS or token.text in words_of("particles")
            for token in tokens[j + 1 : k]
        ):
            return None
        after = k + 1
        if tokens[after].text[0].islower():
            after = _over_particles(sentence, after) or after
        return after if _is_name_word(sentence, after, vocabulary) else None
    return None


def _over_link(sentence: Sentence, last: int, vocabulary: Vocabulary) -> int | None:
    """Return the place of the name word after ``of``, ``&`` or ``and`` in a body's name."""
    tokens, j = sentence.tokens, last + 1
    link = tokens[j].text.lower()
    k = j + 1
    if link in {"of", "for", "and"} and k < len(tokens) and tokens[k].text == "the":
        k += 1
    if k >= len(tokens) or not _is_name_word(sentence, k, vocabulary):
        return None
    whole = all(token.entity and not token.opens for token in tokens[j : k + 1])
    if link == "&":
        return k
    if link == "of":
        return k if whole or tokens[last].text.lower() in words_of("before_of") else None
    if link in {"and", "for", "on", "in"}:
        return k if whole and tokens[last].entity in {"ORG", "FAC", "LAW"} else None
    return None


def _is_name_word(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    token = sentence.tokens[i]
    if _SITE.fullmatch(token.text):
        return True
    if not any(char.isupper() for char in token.text) or not token.text[0].isalnum():
        return False
    low = token.text.lower()
    if low in words_of("nothing") or (low.rstrip(".") in _calendar() and token.entity != "PERSON"):
        return False
    if token.text[0].isdigit() or not token.text[0].isupper():
        return token.pos == "PROPN"
    if is_emphasised(sentence, i):
        return False
    if begins(sentence, i):
        return _names_at_start(sentence, i, vocabulary)
    return token.pos not in CLOSED or (bool(token.entity) and token.entity not in NOT_NAMES)


def _names_at_start(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word with a capital that it owes to its place is a name."""
    token = sentence.tokens[i]
    low = token.text.lower()
    if token.pos in CLOSED:
        return False
    if low in vocabulary.names:
        return low not in vocabulary.small or token.pos == "PROPN"
    if low in vocabulary.small:
        return False
    if is_known(token.text) or token.entity not in NOT_NAMES | {""}:
        return True
    return token.pos == "PROPN" and not opens_plainly(sentence, i)
