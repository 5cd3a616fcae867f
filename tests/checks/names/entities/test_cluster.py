"""Which names of an article and its references are one person, body or place."""

import pytest

from auditor.model.entity import Entities
from tests.case import case


def entities(article: str, reference: str) -> Entities:
    return case(article, reference).entities


@pytest.mark.parametrize(
    ("article", "reference", "same"),
    [
        ("Anna Lund spoke.", "Ms Lund spoke.", True),
        ("Bill Turner spoke.", "William Turner spoke.", True),
        ("A. Lund spoke.", "Anna Lund spoke.", True),
        ("Muhammad Karimi spoke.", "Mohammed Karimi spoke.", True),
        ("Abu Baqir al-Karimi spoke.", "Abu Baqer al-Karimi spoke.", True),
        ("Abu Karam al-Saadi spoke.", "They met Wisam “Abu Karam” al-Saadi there.", True),
        ("The WFP spoke.", "The World Food Programme spoke.", True),
        ("The American fleet left.", "The fleet of the United States left.", True),
        ("Northfield Brewing spoke.", "Northfield Brewing Ltd spoke.", True),
        ("Anna Lund spoke.", "Karin Lund spoke.", False),
        ("Norfolk Police spoke.", "Suffolk Police spoke.", False),
        ("Sussex Police spoke.", "It happened in Sussex.", False),
        ("Georgetown University spoke.", "The town of Georgetown spoke.", False),
        ("The Austrian fleet left.", "The fleet of Australia left.", False),
    ],
)
def test_names_of_one_thing_meet(article: str, reference: str, same: bool) -> None:
    found = entities(article, reference)
    first = found.entities[0]
    assert bool(first.beyond("article")) is same


def test_two_people_with_one_surname_stay_two() -> None:
    found = entities("Anna Lund met Karin Lund.", "Ms Lund spoke.")
    assert [entity.forms for entity in found.entities] == [
        ("Anna Lund",),
        ("Karin Lund",),
        ("Lund",),
    ]


def test_a_surname_belongs_to_the_last_full_name_before_it() -> None:
    found = entities("Anna Lund left. Karin Lund came. Lund spoke.", "Nobody spoke.")
    assert [len(entity.appearances) for entity in found.entities] == [1, 2]


def test_an_entity_is_found_by_a_place_in_a_document() -> None:
    found = entities("Anna Lund left.", "Then Ms Lund left.")
    entity = found.at("r1", 0, 20)
    assert entity is not None
    assert entity.canonical == "Anna Lund"
