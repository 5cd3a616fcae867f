"""What a text says that the bearer of a name is: title, noun before it, apposition after it."""

from auditor.checks.names.find.cutting import CutName
from auditor.model.text import Sentence, Token

ROLE_TOKENS = 6
"""The longest role in tokens, besides what ``of`` adds. A guess."""

_HYPHENS = frozenset({"-", "–"})
"""Marks inside a role."""


def role_of(sentence: Sentence, name: CutName) -> str:
    """Return a role in lower case, "" where the sentence states none."""
    before = _nouns_before(sentence, name)
    if name.title or before:
        return " ".join(part for part in (before, name.title) if part)
    return _appositive(sentence, name) or _apposed(sentence, name)


def _nouns_before(sentence: Sentence, name: CutName) -> str:
    """Return the small nouns and adjectives right before the name: ``fire chief``."""
    tokens = sentence.tokens
    n = name.first - 1 - len(name.title.split())
    taken: list[Token] = []
    while n >= 0 and len(taken) < ROLE_TOKENS and _is_noun_part(tokens[n], bool(taken)):
        taken.insert(0, tokens[n])
        n -= 1
    if not taken or (taken[-1].pos != "NOUN" and not name.title):
        return ""
    return _joined(taken)


def _is_noun_part(token: Token, further: bool) -> bool:
    if token.text in _HYPHENS:
        return further
    if token.entity in {"DATE", "TIME"}:
        return False
    return (
        token.text[0].isalpha()
        and token.pos in {"NOUN", "ADJ"}
        and (further or token.pos == "NOUN")
    ) or (token.pos == "PROPN" and token.text.islower())


def _appositive(sentence: Sentence, name: CutName) -> str:
    """Return the noun phrase in apposition after the name: ``X, head of the agency``."""
    for n in range(name.last + 1, min(name.last + 12, len(sentence.tokens))):
        token = sentence.tokens[n]
        if token.dep == "appos" and name.first <= token.head <= name.last and token.pos == "NOUN":
            return _phrase(sentence, n)
    return ""


def _apposed(sentence: Sentence, name: CutName) -> str:
    """Return the noun that the name stands in apposition to: ``the group's founder, X``."""
    for token in sentence.tokens[name.first : name.last + 1]:
        head = sentence.tokens[token.head]
        if token.dep == "appos" and head.pos == "NOUN" and token.head < name.first:
            return _phrase(sentence, token.head)
    return ""


def _phrase(sentence: Sentence, head: int) -> str:
    """Return a noun with the words before it that belong to it, and an ``of`` phrase after it."""
    tokens = sentence.tokens
    first = head
    while (
        first > 0
        and head - first < ROLE_TOKENS
        and tokens[first - 1].head == head
        and (tokens[first - 1].dep in {"compound", "amod", "nmod"})
    ):
        first -= 1
    last = head
    if head + 1 < len(tokens) and tokens[head + 1].text == "of":
        last = _end_of_phrase(tokens, head + 1)
    return _joined(list(tokens[first : last + 1]))


def _end_of_phrase(tokens: tuple[Token, ...], of: int) -> int:
    last = of
    while (
        last + 1 < len(tokens)
        and last - of < ROLE_TOKENS
        and (
            tokens[last + 1].pos in {"DET", "ADJ", "NOUN", "PROPN"}
            or tokens[last + 1].text in _HYPHENS
        )
    ):
        last += 1
    return last if last > of else of - 1


def _joined(tokens: list[Token]) -> str:
    """Return the words in lower case, without the marks of hyphenation apart."""
    return " ".join(token.text.lower() for token in tokens).replace(" - ", "-")
