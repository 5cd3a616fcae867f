"""Titles in descriptions: ``former deputy mayor of Hexley`` is a weakened ``mayor``."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.titles import one_form
from auditor.model.text import Sentence, Token

BEFORE = 4
"""Words before a title that may weaken it. A guess."""

RUNNING = 7
"""Words before a title in which somebody may run for it or be chosen. A guess."""


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A title that a description gives.

    Attributes:
        words: the title, in the form that all its forms share (`titles.toml`, ``equal``).
        stated: the title as the description has it.
        is_weak: whether the description says that its bearer does not hold it: former, deputy.
    """

    words: str
    stated: str
    is_weak: bool


@cache
def _known() -> tuple[str, ...]:
    """Return the titles that one does not share with one's neighbour, the longest first."""
    titles = lexicon("titles")
    shared = {*titles["honorifics"], *titles["shared"]}
    return tuple(sorted({*titles["offices"], *titles["ranks"]} - shared, key=len, reverse=True))


@cache
def _weakening() -> frozenset[str]:
    return frozenset(lexicon("titles")["weakening"])


def title_of(description: str) -> HeldTitle | None:
    """Return the title that a description ends with before ``of``; None where it has none."""
    words = description.partition(" of ")[0].replace("-elect", " elect").split()
    weak = any(word in _weakening() or word.startswith("ex-") for word in words)
    while words and words[-1] in _weakening():
        words = words[:-1]
    core = " ".join(words)
    for title in _known():
        if core == title or core.endswith(" " + title):
            return HeldTitle(one_form(title), title, weak)
    if len(words) > 1 and words[-1] in lexicon("titles")["of-something"]:
        stated = " ".join(words[-2:])
        return HeldTitle(stated, stated, weak)
    return None


@cache
def forms_of(title: str) -> tuple[str, ...]:
    """Return all forms of a title, the longest first: a set's order differs from run to run."""
    forms = {title, *(one for one in _known() if one_form(one) == title)}
    return tuple(sorted(forms, key=lambda one: (-len(one), one)))


def mentions(sentence: Sentence, title: str) -> Iterator[tuple[int, bool]]:
    """Yield the last token of each mention of a title, and whether it is weakened there.

    It is by a word before or behind it (``former``, ``elect``), by ``'s office`` behind it, and
    where somebody is chosen or runs for it.
    """
    tokens = sentence.tokens
    low = [token.text.lower() for token in tokens]
    for form in forms_of(title):
        words = form.split()
        for n in range(len(low) - len(words) + 1):
            if low[n : n + len(words)] == words:
                yield n + len(words) - 1, _is_weakened(tokens, low, n, n + len(words))


def _before(tokens: tuple[Token, ...], low: list[str], first: int) -> Iterator[str]:
    """Yield the words before a title, the nearest first, up to a verb: that tells of another.

    ``Opposition candidate Ann Lee beat Mayor Tom Ruiz``
    """
    for n in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if tokens[n].pos == "VERB":
            return
        yield low[n]


def _is_weakened(tokens: tuple[Token, ...], low: list[str], first: int, end: int) -> bool:
    before = list(_before(tokens, low, first))
    if _weakening() & set(before) or any(word.startswith("ex-") for word in before):
        return True
    behind = low[end : end + 3]
    if _weakening() & set(behind[:2]) or {"'s", "’s"} & set(behind[:1]):
        return True
    for n in range(first - 1, max(-1, first - RUNNING), -1):
        if tokens[n].pos == "PUNCT":
            return False
        if tokens[n].lemma.lower() in lexicon("titles")["running"]:
            return bool({"for", "as", "to", "become", "be"} & set(low[n:first]))
    return False
