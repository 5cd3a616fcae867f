"""Countries, their peoples, capitals, regions and cities, as news English names them."""

import re
from functools import cache

from auditor.knowledge.lexicon import lexicon
from auditor.language.words import fold

_CAPITAL = re.compile(
    r"(?:the )?(?:capital of (?P<of>[\w .-]+)|(?P<whose>[\w .-]+?)(?:['’]s)? capital)"
)


def key(name: str) -> str:
    """Return a name's words folded and joined, a leading article left out."""
    words = [folded for word in name.replace("-", " ").split() if (folded := fold(word))]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@cache
def _owners_of(files: tuple[str, ...]) -> dict[str, frozenset[str]]:
    by_name: dict[str, set[str]] = {}
    for file in files:
        for owner, names in lexicon(file).items():
            for name in names:
                by_name.setdefault(key(name), set()).add(owner)
    return {name: frozenset(owners) for name, owners in by_name.items()}


def countries_of(name: str) -> frozenset[str]:
    """Return the countries, states or regions that a name or demonym names; empty for others."""
    return _owners_of(("countries", "states", "demonyms")).get(key(name), frozenset())


def is_demonym(name: str) -> bool:
    """Tell whether a name is a people's or an adjective of a country."""
    return key(name) in _owners_of(("demonyms",))


def holders_of(name: str) -> frozenset[str]:
    """Return the countries or states of which a name is the capital, a region or a city."""
    return _owners_of(("capitals", "places")).get(key(name), frozenset())


def is_known(name: str) -> bool:
    """Tell whether a name is a country, people, capital, region or city of the world lists."""
    return bool(countries_of(name) or holders_of(name))


def is_capital(name: str) -> bool:
    """Tell whether a name is a seat of government, which often stands for the government."""
    return key(name) in _owners_of(("capitals",))


def capitals_called(words: str) -> frozenset[str]:
    """Return the capitals that words describe: ``the Tajik capital``, ``capital of Tajikistan``."""
    described = _CAPITAL.fullmatch(words.strip())
    country = (described["of"] or described["whose"]) if described else ""
    capitals = lexicon("capitals")
    return frozenset(name for one in countries_of(country) for name in capitals.get(one, ()))


def countries_meant(name: str) -> frozenset[str]:
    """Return the countries that a name may stand for: its own, or those whose capital it is."""
    return countries_of(name) or (holders_of(name) if is_capital(name) else frozenset())


@cache
def coded(name: str) -> frozenset[str]:
    """Return the country that a code in capitals names, as in lists of results: ``(NED)``."""
    held = lexicon("country_codes").items() if name.isupper() else ()
    return frozenset(country for country, codes in held if name in codes)


UNITED_KINGDOM = frozenset({"United Kingdom", "England", "Scotland", "Wales", "Northern Ireland"})
"""The kingdom and its countries, which the lists keep apart."""


@cache
def related(name: str) -> frozenset[str]:
    """Return every country or state that a text speaks of by a name: its own and what holds it."""
    own = countries_of(name) | holders_of(name)
    states = frozenset(lexicon("states"))
    wider = frozenset({"United States"}) if own & states else frozenset[str]()
    britain = frozenset({"United Kingdom"}) if own & UNITED_KINGDOM else frozenset[str]()
    return own | wider | britain


@cache
def with_regions(name: str) -> frozenset[str]:
    """Return `related` and the regions of the world that hold these: ``Bishkek``, Central Asia."""
    own = related(name)
    return own | {region for region, held in lexicon("regions").items() if own & set(held)}
