"""Runs of tokens that may be names: capitalised words and the small words that join them."""

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.names.find.capitals import is_emphasised, opens_plainly
from auditor.checks.names.find.casing import Vocabulary, begins
from auditor.knowledge.currencies import signs
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import is_demonym, is_known
from auditor.model.text import Sentence, Token

_SITE = re.compile(
    r"(?:[a-z0-9-]{2,60}\.){1,3}(?:com|org|net|co\.uk|gov|edu|io|info|news|tv|uk|eu|de|fr|in|au)",
    re.IGNORECASE,
)
"""Names of sites, which may be written small."""

_COUNT = re.compile(r"[A-Z][A-Za-z]{0,2}\d[\d,.]*")
_SUM = re.compile(
    r"[A-Z]{3}\d+(?:,\d{3})*\.\d+|[A-Za-z]{0,3}[$£¢₵]\d[\d,.]*[a-z]{0,2}"
    r"|[A-Z][a-z]{0,2}(?:\d[\d,.]*(?:bn|mn|tn)|\d{1,3}(?:,\d{3})+)"
)
"""A sum behind the code, letters or sign of its currency; ``MH370`` and ``R12`` are none."""

_SIGNED = re.compile(r"(?P<sign>[A-Za-z]{2,4})\d[\d,.]*[a-z]{0,2}")

Run = tuple[int, int]
"""First and last token of a run, both included."""

CLOSED = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT", "SYM"})
"""Parts of speech whose words are no names, whatever their case."""

MEASURED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
"""Entity types that are measured, not named."""

HYPHENS = frozenset({"-", "–", "‑", "‐"})
"""Marks that join the parts of a name."""

_AFTER_PARTICLE = HYPHENS | {"'", "’"}
"""Marks that join a particle to what follows."""

_QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'"}
"""The closing mark of each opening one."""

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


@cache
def _numerals() -> frozenset[str]:
    words = lexicon("magnitudes")
    return frozenset({*words["units"], *words["tens"]})


@cache
def _magnitudes() -> frozenset[str]:
    """Return the words that make a sum of a count before them."""
    rows = (*lexicon("magnitudes")["scales"], *lexicon("magnitudes")["attached"])
    return frozenset(row.split()[1] for row in rows)


def runs(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Run]:
    """Yield the longest runs of a sentence in text order, not overlapping."""
    n, tokens = 0, sentence.tokens
    while n < len(tokens):
        first = _first_name_word(sentence, n, vocabulary)
        if first is None:
            n += 1
            continue
        last = first
        while (further := _next_name_word(sentence, last, vocabulary)) is not None:
            last = further
        yield n, last
        n = last + 1


def _first_name_word(sentence: Sentence, n: int, vocabulary: Vocabulary) -> int | None:
    """Return the index of the first capitalised word of a run that begins at token `n`."""
    if _is_name_word(sentence, n, vocabulary):
        return n
    small = sentence.tokens[n].text
    if small not in words_of("opening"):
        return None
    after = _over_particles(sentence, n)
    if small in words_of("hyphened") and not _has_hyphen(sentence.tokens, n + 1):
        return None
    return after if after is not None and _is_name_word(sentence, after, vocabulary) else None


def _has_hyphen(tokens: tuple[Token, ...], n: int) -> bool:
    """Tell whether token `n`, which a text cut short lacks, is a hyphen."""
    return n < len(tokens) and tokens[n].text in HYPHENS


def _over_particles(sentence: Sentence, n: int) -> int | None:
    """Return the index after particles at `n` and their hyphens, None where no particle stands."""
    tokens, at = sentence.tokens, n
    while at < len(tokens) and tokens[at].text.lower() in words_of("particles") and at < n + 4:
        at += 1
        if at < len(tokens) and tokens[at].text in _AFTER_PARTICLE and touches(tokens, at - 1):
            at += 1
    return at if n < at < len(tokens) else None


def touches(tokens: tuple[Token, ...], n: int) -> bool:
    """Tell whether no space stands between tokens `n` and ``n + 1``."""
    return n + 1 < len(tokens) and tokens[n].end == tokens[n + 1].start


def _next_name_word(sentence: Sentence, last: int, vocabulary: Vocabulary) -> int | None:
    """Return the index of the word that carries a run on after token `last`, None at its end."""
    tokens, at = sentence.tokens, last + 1
    if at >= len(tokens):
        return None
    if tokens[at].text in HYPHENS:
        return _over_hyphen(sentence, last, vocabulary)
    if _is_name_word(sentence, at, vocabulary) or _is_numeral(tokens, at):
        return at
    if tokens[at].text in _QUOTES:
        return _over_nickname(sentence, at, vocabulary)
    if (after := _over_particles(sentence, at)) is not None and tokens[at].text[0].islower():
        return after if _is_name_word(sentence, after, vocabulary) else None
    return _over_link(sentence, last, vocabulary)


def _is_numeral(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a bare number ends a name: ``Apollo 11``, not ``Chelsea 2-1``."""
    return (
        tokens[at].text.isdigit()
        and not _has_hyphen(tokens, at + 1)
        and len(tokens[at].text) < 3
        and tokens[at].dep == "nummod"
        and (tokens[at].head == at - 1 and tokens[at].entity not in MEASURED | {""})
    )


def _over_hyphen(sentence: Sentence, last: int, vocabulary: Vocabulary) -> int | None:
    tokens, after = sentence.tokens, last + 2
    if after >= len(tokens) or not (touches(tokens, last) and touches(tokens, last + 1)):
        return None
    left, right = tokens[last], tokens[after]
    if left.text.lower() in words_of("particles"):
        return after if right.text[:1].isupper() else None
    if right.text.lower() in words_of("after_hyphen"):
        return None
    if right.text[:1].islower():
        return after if left.entity == right.entity == "PERSON" and not right.opens else None
    if (is_known(left.text) or is_known(right.text)) and (
        right.opens or left.entity != right.entity
    ):
        return None
    return after if _is_name_word(sentence, after, vocabulary) else None


def _over_nickname(sentence: Sentence, opening: int, vocabulary: Vocabulary) -> int | None:
    """Return the index of the word after a quoted nickname that stands inside a name."""
    tokens = sentence.tokens
    close = _QUOTES[tokens[opening].text]
    for end in range(opening + 2, min(opening + NICKNAME_TOKENS + 3, len(tokens) - 1)):
        if tokens[end].text != close:
            continue
        if not all(
            token.text[0].isupper() or token.text in HYPHENS or token.text in words_of("particles")
            for token in tokens[opening + 1 : end]
        ):
            return None
        after = end + 1
        if tokens[after].text[0].islower():
            after = _over_particles(sentence, after) or after
        return after if _is_name_word(sentence, after, vocabulary) else None
    return None


def _over_link(sentence: Sentence, last: int, vocabulary: Vocabulary) -> int | None:
    """Return the index of the name word after ``of``, ``&`` or ``and`` in a body's name."""
    tokens, at = sentence.tokens, last + 1
    link = tokens[at].text.lower()
    after = at + 1
    if link in {"of", "for", "and"} and after < len(tokens) and tokens[after].text == "the":
        after += 1
    if after >= len(tokens) or not _is_name_word(sentence, after, vocabulary):
        return None
    whole = all(token.entity and not token.opens for token in tokens[at : after + 1])
    if link == "&":
        return after
    if link == "of":
        return after if whole or tokens[last].text.lower() in words_of("before_of") else None
    if link in {"and", "for", "on", "in"}:
        return after if whole and tokens[last].entity in {"ORG", "FAC", "LAW"} else None
    return None


def _is_name_word(sentence: Sentence, n: int, vocabulary: Vocabulary) -> bool:
    token = sentence.tokens[n]
    if _SITE.fullmatch(token.text):
        return True
    if not any(char.isupper() for char in token.text) or not token.text[0].isalnum():
        return False
    if _is_currency(sentence, n):
        return False
    low = token.text.lower()
    if low in words_of("nothing") or (low.rstrip(".") in _calendar() and token.entity != "PERSON"):
        return False
    if token.text[0].isdigit() or not token.text[0].isupper():
        return token.pos == "PROPN"
    if is_emphasised(sentence, n):
        return False
    if begins(sentence, n):
        return _names_at_start(sentence, n, vocabulary)
    return token.pos not in CLOSED or (bool(token.entity) and token.entity not in MEASURED)


def _is_currency(sentence: Sentence, n: int) -> bool:
    """Tell whether a code stands with a sum of money: ``USD 85m``, ``12,000 GBP``, ``XYZ2.4``."""
    own = sentence.tokens[n].text
    if _SUM.fullmatch(own) or ((sum_ := _SIGNED.fullmatch(own)) and sum_["sign"] in signs()):
        return True
    beside = (*sentence.tokens[max(0, n - 1) : n], *sentence.tokens[n + 1 : n + 2])
    if _COUNT.fullmatch(own) and beside[-1].text.lower() in _magnitudes():
        return True
    words = (token.text.lower() for token in beside)
    return own in signs() and any(w[0].isdigit() or w in _magnitudes() | {":"} for w in words)


def _goes_on(sentence: Sentence, n: int) -> bool:
    """Tell whether another capitalised word follows: ``Seven Network``, not ``Seventeen voted``."""
    return any(token.text[0].isupper() for token in sentence.tokens[n + 1 : n + 2])


def _names_at_start(sentence: Sentence, n: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word with a capital that it owes to its place is a name."""
    token = sentence.tokens[n]
    low = token.text.lower()
    if token.pos in CLOSED or (low in _numerals() and not _goes_on(sentence, n)):
        return False
    if low in vocabulary.names:
        return low not in vocabulary.small or token.pos == "PROPN"
    if low in vocabulary.small:
        return False
    if is_known(token.text):
        return True
    if token.pos == "ADJ" and any(is_demonym(t.text) for t in sentence.tokens[n + 1 : n + 2]):
        return False  # "Temporary British approval"
    if token.entity not in MEASURED | {""}:
        return True
    return token.pos == "PROPN" and not opens_plainly(sentence, n)
