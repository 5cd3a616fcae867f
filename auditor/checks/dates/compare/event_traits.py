"""What tells one event from another of the same kind: who, whom, where, which of several."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.checks.dates.find.calendar_words import ordinals
from auditor.knowledge.deeds import class_words, word_list
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import holders_of
from auditor.language.tree import VERBS, climb
from auditor.language.words import fold, stem
from auditor.model.date import Grain
from auditor.model.text import Token

SUBJECTS = frozenset({"nsubj", "agent", "poss"})
OBJECTS = frozenset({"dobj", "nsubjpass"})

NOT_NAMES = frozenset({"GPE", "NORP", "LOC", "DATE", "TIME", "CARDINAL", "PERCENT", "MONEY"})
PHASES = ("beginning", "continuing", "ending")


@cache
def _common() -> frozenset[str]:
    """Return common nouns for persons, bodies and places."""
    return frozenset(word for words in lexicon("name-nouns").values() for word in words)


@dataclass(frozen=True, slots=True)
class Traits:
    """What sets an event apart within its kind.

    Attributes:
        actors: folded words of the persons and bodies that act.
        targets: folded words of the names that something is done to.
        subjects: stems of the common nouns that act.
        cities: cities and regions that the sentence names.
        order: its ordinals: the first leg is not the second.
        title: the head of the name that a year is part of (``the 2019 World Cup``).
        phase: words for a stretch of an event: its beginning is not its end.
        is_compared: whether the date stands in a comparison (``up from 58 in 2014``).
    """

    actors: frozenset[str]
    targets: frozenset[str]
    subjects: frozenset[str]
    cities: frozenset[str]
    order: frozenset[str]
    title: frozenset[str]
    phase: frozenset[str]
    is_compared: bool

    def clashes(self, other: "Traits") -> bool:
        """Tell whether the events must be two."""
        return (
            _parts(self.actors, other.actors)
            or _parts(self.targets, other.targets)
            or _parts(self.cities, other.cities)
            or _parts(self.order, other.order)
            or bool(self.title and other.title)
            or self.phase != other.phase
            or self.is_compared != other.is_compared
        )

    def is_apart(self, other: "Traits") -> bool:
        """Tell whether the events may well be two."""
        return self.order != other.order or _parts(self.subjects, other.subjects)


def traits(
    tokens: tuple[Token, ...],
    at: int,
    grain: Grain,
    first: int = 0,
    named: frozenset[int] = frozenset(),
) -> Traits:
    """Return what sets the event at token `at` apart.

    Args:
        tokens: of its sentence.
        at: its word.
        grain: of its date.
        first: the token that opens its clause.
        named: where the tokens of names start, of persons, bodies and things.
    """
    verb = next((n for n in climb(tokens, at) if tokens[n].pos in VERBS), at)
    if tokens[at].head != verb or tokens[at].dep not in OBJECTS | SUBJECTS:
        verb = at  # of the fallout from a strike nobody struck
    heads = {tokens[at].lemma}
    if not _acts_on(tokens, at, verb):
        heads.add(tokens[verb].lemma)
    return Traits(
        actors=frozenset(_names(tokens, {verb, at}, SUBJECTS, first, named)),
        targets=frozenset(_names(tokens, {verb}, OBJECTS, first, named)),
        subjects=frozenset(_nouns(tokens, at)),
        cities=frozenset(fold(t.text) for t in tokens if _is_place(tokens, t)),
        order=frozenset(t.lemma for t in tokens if t.lemma in ordinals() and t.pos == "ADJ"),
        title=frozenset(
            [fold(tokens[at].text)] if grain is Grain.YEAR and tokens[at].pos == "PROPN" else []
        ),
        phase=frozenset(phase for phase in PHASES if heads & class_words(phase)),
        is_compared=_is_compared(tokens, at),
    )


def _parts(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether both name something and share nothing."""
    return bool(mine and theirs and not mine & theirs)


def _acts_on(tokens: tuple[Token, ...], at: int, verb: int) -> bool:
    """Tell whether an event does what its verb says to another: the strike ended talks."""
    acts = tokens[at].dep == "nsubj" and tokens[at].head == verb != at
    return acts and any(token.head == verb and token.dep == "dobj" for token in tokens)


def _names(
    tokens: tuple[Token, ...],
    above: set[int],
    roles: frozenset[str],
    first: int,
    named: frozenset[int],
) -> Iterator[str]:
    """Yield the words of the names that stand in one of the roles, peoples and places left out.

    The word that opens the clause has a capital whatever it is: ``Court convicts Petrov``.
    """
    for n, token in enumerate(tokens):
        if _role(tokens, n, above) not in roles or n in above:
            continue
        is_name = (
            token.pos == "PROPN"
            or token.start in named
            or (token.pos == "NOUN" and n > first and token.text[0].isupper())
        )
        if n == first > 0 and token.text.lower() in _common():
            continue
        if is_name and token.entity not in NOT_NAMES and len(token.text) > 2:
            yield from (
                fold(part.text)
                for m, part in enumerate(tokens)
                if m == n or (part.head == n and part.dep == "compound" and part.text[0].isupper())
            )


def _role(tokens: tuple[Token, ...], n: int, above: set[int]) -> str:
    """Return the label of a token below one of the tokens `above`, "" for others.

    Behind ``by`` stands who acts, be it a verb’s or a noun’s: ``Friday’s defeat by Hull``.
    """
    token = tokens[n]
    if token.head in above:
        return token.dep
    by = tokens[token.head]
    acts = token.dep == "pobj" and by.lemma == "by" and by.head in above
    return "agent" if acts else ""


def _is_place(tokens: tuple[Token, ...], token: Token) -> bool:
    """Tell whether a token says where: in Kabul, but not the Kabul that says something."""
    above = tokens[token.head]
    where = token.dep == "pobj" and above.lemma in {"in", "at", "near", "outside", "around"}
    return where and token.pos == "PROPN" and bool(holders_of(token.text))


def _nouns(tokens: tuple[Token, ...], verb: int) -> Iterator[str]:
    for token in tokens if tokens[verb].pos in VERBS else ():
        if token.head == verb and token.dep in {"nsubj", "nsubjpass"} and token.pos == "NOUN":
            yield stem(token.lemma)


def _is_compared(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether the date hangs on a figure after ``from``, ``against`` or the like."""
    counted = tokens[at].pos == "NUM" or any(
        token.head == at and token.pos == "NUM" for token in tokens
    )
    for n in climb(tokens, at) if counted else ():
        if tokens[n].pos in VERBS and tokens[n].lemma != "compare":
            return False
        if tokens[n].lemma in word_list("comparing"):
            return True
    return False
