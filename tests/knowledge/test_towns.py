"""Towns are found by the country or state that holds them."""

import pytest

from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import key
from auditor.knowledge.towns import towns_of


@pytest.mark.parametrize(
    ("town", "owner"),
    [
        ("Szeged", "Hungary"),
        ("CEBU CITY", "Philippines"),
        ("Bibione", "Italy"),
        ("Llanelli", "Wales"),
        ("Llanelli", "United Kingdom"),
        ("Amarillo", "Texas"),
        ("Amarillo", "United States"),
    ],
)
def test_a_town_belongs_to_the_country_and_to_the_state_that_hold_it(town, owner):
    assert key(town) in towns_of(owner)


def test_a_town_belongs_to_no_other_country_and_an_unknown_country_has_none():
    assert key("Szeged") not in towns_of("Italy")
    assert towns_of("Atlantis") == frozenset()


def test_nearly_every_country_of_the_lexicon_has_towns():
    without = [owner for owner in lexicon("countries") if not towns_of(owner)]
    assert set(without) <= {
        *("Africa", "Asia", "South Asia", "Southeast Asia", "East Asia", "Central Asia"),
        *("East Africa", "West Africa", "North Africa", "North America", "South America"),
        *("Central America", "Eastern Europe", "Caribbean", "Balkans", "Europe", "Korea"),
        *("European Union", "Latin America", "Middle East", "Gulf", "Scandinavia", "Soviet Union"),
    }
