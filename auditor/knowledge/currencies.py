"""Currencies: their codes and signs, and which names of money leave its country open."""

import re
from collections.abc import Mapping
from functools import cache

from auditor.knowledge.lexicon import lexicon

PARTS = frozenset({"CENT", "PENCE"})
"""Units of money that are parts of several currencies."""

_WORDS = re.compile(r"[^\W\d]*[$£]|[^\W\d](?:[^\W\d]|\.)*")
"""What of an amount names its currency: ``C$``, ``kr``, ``U.S.``, ``dollars``."""


@cache
def currencies() -> frozenset[str]:
    """Return all units of money: the codes of ISO 4217, and `PARTS`."""
    return PARTS.union(lexicon("currencies"), lexicon("currency_signs"))


@cache
def signs() -> Mapping[str, str]:
    """Return the currency of each sign or code that stands before an amount."""
    return {sign: code for code, row in lexicon("currency_signs").items() for sign in row}


@cache
def letters() -> Mapping[str, str]:
    """Return the currency of each letter that stands for it where the amount has a scale."""
    return {letter: code for code, row in lexicon("currency_letters").items() for letter in row}


@cache
def codes() -> frozenset[str]:
    """Return the codes that stand before an amount: ``NOK``."""
    return frozenset(signs()) & currencies()


def meant(unit: str, words: str, beside: str) -> str:
    """Return the currency that an amount's words mean beside an amount in another.

    ``$300,000`` in a report from Toronto is ``CAD 300,000``; ``US$300,000`` isn't. Where the words
    name a country, or the two are not called alike, it is `unit` itself.
    """
    pair = {unit, beside}
    alike = (family for family in lexicon("currency-families") if pair <= _called(family))
    return beside if any(_is_bare(words, family) for family in alike) else unit


def _is_bare(words: str, family: str) -> bool:
    """Tell whether an amount's words say a family's name or sign, and no country or code.

    So does a mere figure, which has its unit from another: ``from 4,800 to 1,900 pounds``.
    """
    own = [word.lower() for word in _WORDS.findall(words)]
    bare = lexicon("currency-families")[family]
    if not own:
        return True
    return any(word in bare for word in own) and not any(word in _countries() for word in own)


@cache
def _called(family: str) -> frozenset[str]:
    """Return the currencies that bear a family's name or sign."""
    bare = set(lexicon("currency-families")[family])
    names = {
        code
        for code, row in lexicon("currencies").items()
        if bare & {name.split()[-1] for name in row}
    }
    return frozenset(names | {code for sign, code in signs().items() if sign.lower() in bare})


@cache
def _countries() -> frozenset[str]:
    """Return the words, codes and signs that say whose money it is."""
    names = [name.split() for row in lexicon("currencies").values() for name in row]
    families = {word for row in lexicon("currency-families").values() for word in row}
    return (
        frozenset(
            {word for name in names for word in name[:-1]}
            | {code.lower() for code in codes()}
            | {sign.lower() for sign in signs()}
        )
        - families
    )
