"""What of a name tells who is meant: its words folded, common words of bodies left out."""

from dataclasses import dataclass
from functools import cache

from auditor.checks.names.entities.spelling import is_variant, plain
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of

_SPLIT = str.maketrans(dict.fromkeys('-–—‑/“”"‘’()&,', " ") | {"'": "", "’": ""})
"""Marks that part the words of a name, and apostrophes, which do not."""


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(lexicon("name-words")[name])


@dataclass(frozen=True, slots=True)
class Form:
    """A name reduced to its telling words, in order.

    Attributes:
        words: folded, particles and generational suffixes left out; never ().
        sole: the key under which equal names meet: the country or alias group where one is
            known, else the words.
    """

    words: tuple[str, ...]
    sole: str


@cache
def form(text: str) -> Form:
    """Return the form of a name as written."""
    parts = [part for part in text.translate(_SPLIT).split() if plain(part)]
    telling = [part for part in parts if not _is_small(part)] or parts
    words = tuple(plain(part.removesuffix("'s")) for part in telling) or (text,)
    return Form(words, _known_key(text) or " ".join(words))


def _is_small(part: str) -> bool:
    low = part.lower()
    return (
        (low in _words_of("particles") and low not in {"abu", "ben"})
        or low in _words_of("suffixes")
        or low in {"the", "of", "and"}
    )


def _known_key(text: str) -> str:
    """Return the key of a country or alias group that the name belongs to, "" for others."""
    group = _aliases().get(" ".join(plain(word) for word in text.replace("-", " ").split()))
    if group:
        return f"alias {group}"
    owners = countries_of(text)
    return "country " + ", ".join(sorted(owners)) if owners else ""


@cache
def _aliases() -> dict[str, str]:
    return {
        " ".join(plain(word) for word in name.replace("-", " ").split()): group
        for group, names in lexicon("aliases").items()
        for name in names
    }


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    full_names: dict[str, set[str]] = {}
    for full, shorts in lexicon("nicknames").items():
        family = {plain(full), *(plain(short) for short in shorts)}
        for name in family:
            full_names.setdefault(name, set()).add(plain(full))
    return {name: frozenset(fulls) for name, fulls in full_names.items()}


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name of the list, full or as a pet form."""
    return plain(word) in _nicknames()


def is_given_match(one: str, two: str) -> bool:
    """Tell whether two given names can be one person's: equal, variant, initial, pet form."""
    if is_variant(one, two):
        return True
    if min(len(one), len(two)) == 1:
        return one[0] == two[0]
    pets = _nicknames()
    return bool(pets.get(one, frozenset()) & pets.get(two, frozenset()))


def persons_agree(one: Form, two: Form) -> bool:
    """Tell whether two full names can be one person's: one surname, given names that match.

    Every given name of the shorter name must match one of the longer's, in order.
    """
    if not is_variant(one.words[-1], two.words[-1]):
        return False
    short, long = sorted((one.words[:-1], two.words[:-1]), key=len)
    rest = iter(long)
    return all(any(is_given_match(given, other) for other in rest) for given in short)


def distinctive(name: Form) -> tuple[str, ...]:
    """Return the words that tell a body or place from others of its sort; () where none does."""
    telling = [word for word in name.words if word not in _words_of("generic")]
    telling = [word for word in telling if not countries_of(word)]
    own = [word for word in telling if word not in _words_of("bodies") | _words_of("lands")]
    return tuple(own or telling)


def is_one_of_many(name: Form) -> bool:
    """Tell whether a name is a country or region and a sort of body of which it has many."""
    return name.words[-1] in _words_of("many") and bool(countries_of(" ".join(name.words[:-1])))


def bodies_agree(one: Form, two: Form) -> bool:
    """Tell whether two names of bodies or places differ only in spelling and legal form.

    ``Acme Ltd`` and ``Acme`` agree; ``Acme Bank`` and ``Acme Airlines``, or ``Acme``, do not.
    """
    mine, other = ([w for w in each.words if w not in _words_of("legal")] for each in (one, two))
    if len(mine) != len(other) or not (distinctive(one) or len(mine) > 1):
        return False
    return bool(mine) and all(
        is_variant(a, b) or _is_plural(a, b) for a, b in zip(mine, other, strict=True)
    )


def _is_plural(one: str, two: str) -> bool:
    return one + "s" == two or two + "s" == one
