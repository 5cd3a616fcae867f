"""The predicate classes of ``rules/lexicon/en/predicates.toml``, by word."""

from collections.abc import Mapping
from functools import cache

from auditor.knowledge.lexicon import lexicon

WORD_LISTS = frozenset(
    {"harm", "mutual", "shared", "other-events", "unreal", "light", "talk", "lasting"}
)
"""Keys of the lexicon that are no class of predicates."""

SHORTEST_DOER = 5
"""Letters of a noun for who does something. A guess."""


@cache
def _classes(suffix: str) -> Mapping[str, str]:
    """Return the class of each word in the lists whose key ends so; "" for the verbs."""
    classes: dict[str, str] = {}
    for key, words in lexicon("predicates").items():
        name = key.removesuffix(suffix) if suffix else key
        plain = not key.endswith(("-nouns", "-converse"))
        if key not in WORD_LISTS and (plain if not suffix else name != key):
            classes |= dict.fromkeys(words, name)
    return classes


def verb_class(lemma: str) -> tuple[str, bool]:
    """Return a verb's class, or itself, and whether its sides are exchanged in that class."""
    converse = _classes("-converse").get(lemma)
    return (converse, True) if converse else (_classes("").get(lemma, lemma), False)


def noun_class(lemma: str) -> str:
    """Return the class of a noun for an event, "" for other nouns."""
    return _classes("-nouns").get(lemma, "")


@cache
def agent_noun(lemma: str) -> str:
    """Return the class of what a ``director`` or ``owner`` does, "" for other nouns.

    Only verbs in a class of their own count: an ``officer`` does not office.
    """
    if len(lemma) < SHORTEST_DOER or not lemma.endswith(("er", "or")):
        return ""
    base = lemma[:-2]
    verbs = (base, base + "e", base[:-1] if base[-1] == base[-2] else base)
    families = (verb_class(verb)[0] for verb in verbs if verb_class(verb)[0] != verb)
    return next((family for family in families if family not in word_list("talk")), "")


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one of the word lists that are no class."""
    return frozenset(lexicon("predicates")[name])


def is_harm(family: str) -> bool:
    """Tell whether the patient of the class is somebody's victim."""
    return family in word_list("harm")


def is_like(one: str, two: str) -> bool:
    """Tell whether two classes may tell of one event, as a strike and a killing do."""
    return one == two or (is_harm(one) and is_harm(two))
