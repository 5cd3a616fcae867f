"""A figure or an age that the references give to another is marked."""

import pytest

from tests.checks.numbers.test_check import loud

POLL = "Mayor Ann Lee won 54 percent of the vote. Tom Ruiz won 46 percent."
TRIAL = (
    "BUDAPEST - Prosecutors on Thursday demanded nine years in prison for Attila Vörösházi.\n\n"
    "Vörösházi, who left office in 2020, has been under house arrest for 16 months."
)
CYCLISTS = (
    "Réka Balogh, 52, broke a collarbone; her daughter Dóra, 24, and Miklós Fehér, 55, had grazes."
)
MATCH = "Sloga Vrelo 0, Radnik Dub 3. The coach of Sloga left at once."


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Tom Ruiz won 46 percent of the vote.", POLL),
        ("Ann Lee won by 54 percent to 46 percent.", POLL),
        ("Réka Balogh, 52, broke a collarbone.", CYCLISTS),
        ("Miklós Fehér, 55, had grazes.", CYCLISTS),
        ("A woman of 52 broke a collarbone.", CYCLISTS),
        ("A 53-year-old man fell.", "A man of 41 fell. Another man, 53, fell too."),
        ("Sloga Vrelo lost 3-0 to Radnik Dub.", MATCH),
        ("Attila Vörösházi should go to jail for nine years, the prosecution said.", TRIAL),
        ("Llaima beat Puelche 81-74.", "Deportes Llaima beat Atlético Puelche 81-74 on Friday."),
        ("Musanze reached 86 percent.", "Burera reached 81 percent, Gakenke 77, Musanze 86."),
    ],
)
def test_a_figure_of_its_owner_is_left_alone(article: str, reference: str) -> None:
    assert loud(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference", "marks"),
    [
        ("Mayor Ann Lee won 46 percent of the vote.", POLL, ["owned: 46 percent"]),
        ("Réka Balogh, 55, broke a collarbone.", CYCLISTS, ["conflict: 55"]),
        ("Sloga Vrelo lost 4-1 to Radnik Dub.", MATCH, ["unfound: 4-1"]),
    ],
)
def test_a_figure_of_another_is_marked(article: str, reference: str, marks: list[str]) -> None:
    assert loud(article, reference) == marks
