"""Things that have an age: what names them in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import is_known
from auditor.language.tree import children, climb
from auditor.language.words import fold
from auditor.model.text import Token

LEXICON = "beginnings"

NAMING = frozenset({"poss", "compound", "nmod", "appos", "amod"})
"""How a name hangs on the noun that it names: ``Norda’s plant``, ``the firm Norda``."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a text calls a thing.

    Attributes:
        groups: numbers of the groups of `beginnings.toml` that its nouns belong to.
        names: folded words of the names beside them.
        definite: whether it is a known one: named, ``the``, ``its``.
    """

    groups: frozenset[int]
    names: frozenset[str]
    definite: bool

    def may_be(self, other: "Thing") -> bool:
        """Tell whether both may be one thing: by name, or by noun where one is not named."""
        if self.names and other.names:
            alike = not (self.groups and other.groups) or bool(self.groups & other.groups)
            return alike and bool(self.names & other.names)
        return self.definite and bool(self.groups & other.groups)


@cache
def groups() -> dict[str, frozenset[int]]:
    """Return the numbers of the groups that each noun belongs to."""
    numbers_of: dict[str, set[int]] = {}
    for n, group in enumerate(lexicon(LEXICON)["things"]):
        for noun in group.split():
            numbers_of.setdefault(noun, set()).add(n)
    return {noun: frozenset(numbers) for noun, numbers in numbers_of.items()}


@cache
def governing() -> frozenset[int]:
    """Return the numbers of the groups of those that hold an office."""
    return frozenset(n for noun in lexicon(LEXICON)["governing"] for n in groups()[noun])


def listed(key: str) -> frozenset[str]:
    """Return a list of the lexicon of beginnings."""
    return frozenset(lexicon(LEXICON)[key])


def thing_at(tokens: Sequence[Token], at: int) -> Thing:
    """Return what the noun or name at a place names, with the names that belong to it."""
    nouns = {tokens[n].lemma for n in _nouns(tokens, at)}
    known = groups()
    known_groups = frozenset().union(*(known.get(noun, frozenset()) for noun in nouns))
    # of a country's governments its name tells none from another
    led = bool(known_groups & governing())
    names = frozenset(
        fold(token.text) for token in _names(tokens, at) if not (led and is_known(token.text))
    )
    return Thing(known_groups, names, bool(names) or _is_definite(tokens, at))


def subject_of(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the place of a verb's subject, the nearest: a dateline may pass for another."""
    subjects = children(tokens, verb, "nsubj", "nsubjpass")
    return min(subjects, key=lambda n: (n > verb, abs(verb - n)), default=None)


def theme_of(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the place of what began by the verb, None where the verb is none of beginning."""
    lemma, subject = tokens[verb].lemma, subject_of(tokens, verb)
    if subject is not None and tokens[subject].dep == "nsubjpass":
        return subject if lemma in listed("given") else None
    if tokens[verb].dep == "acl" and tokens[verb].tag == "VBN":
        return tokens[verb].head if lemma in listed("given") else None
    made = next(children(tokens, verb, "dobj"), None)
    if made is not None:
        return made if lemma in listed("given") else None
    clausal = next(children(tokens, verb, "xcomp", "ccomp"), None) is not None
    return subject if lemma in listed("own") and not clausal else None


def _nouns(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Yield the noun and those that it is put beside: ``Norda, a firm``, ``the firm Norda``."""
    if tokens[at].pos in {"NOUN", "PROPN"}:
        yield at
    for n in children(tokens, at, "appos", "compound"):
        if tokens[n].pos == "NOUN":
            yield n
    if tokens[at].dep == "appos":
        yield tokens[at].head


def _names(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    tops = {at}
    if tokens[at].dep == "appos" and tokens[tokens[at].head].pos == "PROPN":
        tops.add(tokens[at].head)
    for n, token in enumerate(tokens):
        if token.head == at and token.dep in NAMING:
            tops.add(n)
        if token.dep == "pobj" and tokens[token.head].head == at and _is_of(tokens[token.head]):
            tops.add(n)
    for n, token in enumerate(tokens):
        if token.pos == "PROPN" and len(token.text) > 2 and _hangs(tokens, n, tops):
            yield token


def _is_of(token: Token) -> bool:
    return token.lemma == "of"


def _hangs(tokens: Sequence[Token], n: int, tops: set[int]) -> bool:
    """Tell whether a word is one of those or a part of its name."""
    for up in climb(tokens, n):
        if up in tops:
            return True
        if tokens[up].dep not in {"compound", "poss", "flat"}:
            return False
    return False


def _is_definite(tokens: Sequence[Token], at: int) -> bool:
    return any(
        token.head == at
        and (token.lemma in {"the", "this", "that"} or token.dep == "poss" or token.tag == "PRP$")
        for token in tokens
    )
