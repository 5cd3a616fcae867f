"""Which names of an article and its references are one person, body or place."""

from dataclasses import replace

import pytest

from auditor.checks.names.entities import cluster
from auditor.checks.names.entities.spelling import is_slip, is_variant
from auditor.checks.names.find.find import find_names
from auditor.load import document_from_text
from auditor.model.entity import Entities
from auditor.model.text import Text
from auditor.text.segment import segment


def text(content: str, name: str) -> Text:
    found = segment(document_from_text(name, name, content, None))
    return replace(found, names=find_names(found))


def entities(article: str, reference: str) -> Entities:
    return cluster(text(article, "article"), [text(reference, "r1")])


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


@pytest.mark.parametrize(
    ("one", "two", "variant"),
    [
        ("Hezbollah", "Hizbollah", True),
        ("Baqir", "Baqer", True),
        ("Gaddafi", "Gadhafi", True),
        ("Kyiv", "Kiev", True),
        ("Zelensky", "Zelenskiy", True),
        ("Sussex", "Surrey", False),
        ("Terry", "Tory", False),
        ("Norfolk", "Suffolk", False),
        ("Ali", "Eli", False),
    ],
)
def test_spellings_of_one_name_are_told_from_other_names(one: str, two: str, variant: bool) -> None:
    assert is_variant(one, two) is variant


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("Thomsson", "Thompson", True),
        ("Thompson", "Thomson", True),
        ("Sussex", "Surrey", False),
        ("Hill", "Hall", False),
        ("Norfolk", "Suffolk", False),
    ],
)
def test_a_slip_is_one_letter_in_a_long_word(one: str, two: str, slip: bool) -> None:
    assert is_slip(one, two) is slip
