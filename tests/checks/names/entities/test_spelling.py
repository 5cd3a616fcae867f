"""Which words are one name in two spellings, and which are a slip of the pen."""

import pytest

from auditor.checks.names.entities.spelling import is_slip, is_variant


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
