"""Which acronym can stand for which name."""

import pytest

from auditor.checks.names.find.aliases import abbreviates


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("PMF", "Popular Mobilization Forces", True),
        ("AMD", "Advanced Micro Devices", True),
        ("MoD", "Ministry of Defence", True),
        ("BBC", "British Council", False),
        ("Ada", "Anna Dora Astrup", False),
    ],
)
def test_an_acronym_is_made_of_the_first_letters(short: str, long: str, fits: bool) -> None:
    assert abbreviates(short, long) is fits
