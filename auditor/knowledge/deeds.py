"""The classes of deeds of ``rules/lexicon/en/deeds.toml``, by word, and what is true of them."""

from collections.abc import Iterator, Mapping
from functools import cache

from auditor.knowledge.lexicon import lexicon

OTHERS = ("-nouns", "-converse", "-states")
"""Endings of the keys that hold other words of a class than its verbs."""

SHORTEST_DOER = 5
"""Letters of a noun for who does something. A guess."""


@cache
def _classes(ending: str) -> Mapping[str, str]:
    """Return the class of each word in the lists whose key ends so; "" for the verbs."""
    return {
        word: key.removesuffix(ending)
        for key, words in lexicon("deeds").items()
        if (key.endswith(ending) if ending else not key.endswith(OTHERS))
        for word in words
    }


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
    """Return a list of ``deed-lists.toml`` as it stands: names of classes, and words."""
    return frozenset(lexicon("deed-lists")[name])


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a list of ``deed-lists.toml``, for a class all of its words."""
    return frozenset(word for entry in lexicon("deed-lists")[name] for word in _words(entry))


@cache
def occasions() -> tuple[frozenset[str], ...]:
    """Return the words for each kind of event: those of a class, and of classes that are one."""
    classes = (key for key in lexicon("deeds") if not key.endswith(OTHERS))
    return tuple(
        frozenset(word for entry in kind.split() for word in _words(entry))
        for kind in (*lexicon("deed-lists")["occasions"], *classes)
    )


@cache
def fates() -> Mapping[str, frozenset[str]]:
    """Return for each word what it says that happened to people, keys of ``fates.toml``."""
    fates_of: dict[str, set[str]] = {}
    for fate, entries in lexicon("fates").items():
        for entry in entries:
            for word in _words(entry):
                fates_of.setdefault(word, set()).add(fate)
    return {word: frozenset(found) for word, found in fates_of.items()}


def class_words(name: str) -> frozenset[str]:
    """Return all words of a class, of one side or the other."""
    return frozenset(_words(name))


def _words(entry: str) -> Iterator[str]:
    """Yield the words of a class, or the word itself where no class is called so."""
    deeds = lexicon("deeds")
    if entry in deeds:
        for ending in ("", *OTHERS):
            yield from deeds.get(entry + ending, ())
    else:
        yield entry


def is_harm(family: str) -> bool:
    """Tell whether the patient of the class is somebody's victim."""
    return family in word_list("harm")


def is_like(one: str, two: str) -> bool:
    """Tell whether two classes may tell of one event, as a strike and a killing do."""
    return one == two or (is_harm(one) and is_harm(two))
