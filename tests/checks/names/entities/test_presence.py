"""How much of a name the references hold."""

import pytest

from auditor.checks.names.entities.lexis import lexis
from auditor.checks.names.entities.presence import Standing, standing
from tests.case import text

REFERENCE = (
    "Anna Lund and Alan Thompson of the World Food Programme met Buddhists in Norway. The plane "
    "was downed near Northfield Brewing."
)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Anna Lund spoke.", Standing.WHOLE),
        ("Anne Lund spoke.", Standing.WHOLE),
        ("Hanna Lund spoke.", Standing.PART),
        ("Anna Berg spoke.", Standing.ABSENT),
        ("Alan Thomsson left.", Standing.MISSPELT),
        ("The WFP spoke.", Standing.WHOLE),
        ("They met Buddhism.", Standing.WHOLE),
        ("The Norwegian fleet left.", Standing.WHOLE),
        ("The Portuguese fleet left.", Standing.ABSENT),
        ("Northfeild Brewing closed.", Standing.WHOLE),
        ("Larkhill Brewing closed.", Standing.PART),
        ("They met the Larkhill Institute.", Standing.ABSENT),
        ("A jet of North Field Brewing burned.", Standing.WHOLE),
    ],
)
def test_a_name_is_held_whole_in_part_misspelt_or_not_at_all(article, expected):
    (name,) = text("article", article).names
    assert standing(name, lexis([text("r1", REFERENCE)])) is expected
