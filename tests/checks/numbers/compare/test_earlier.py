"""A figure that the references have for an earlier year alone is no figure of now."""

import pytest

from tests.checks.numbers.test_check import loud

PROBE = (
    "Petrel passed Tamsin at a distance of 1,140 km on Tuesday. Tamsin is 6 km wide.\n\n"
    "At Pelle, in February 2023, Petrel had been 2,300 km away."
)
FLIGHTS = (
    "The authority expects 52 flights home for Skerrywing.\n\n"
    "When Lomond Jet failed in 2019, people had to wait. It took 41 flights then."
)


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Petrel flew past Tamsin at a distance of 1,140 km.", PROBE),
        ("In 2023 Petrel flew past Pelle at a distance of 2,300 km.", PROBE),
        ("Petrel flew past Pelle at a distance of 2,300 km. It was 2023.", PROBE),
        ("Petrel flew past Tamsin, 6 km wide.", PROBE.replace("Tamsin is", "In 1978 Tamsin was")),
        ("Its probe flew past a rock at a distance of 2,300 km.", PROBE),
        ("The authority plans 52 flights home for Skerrywing.", FLIGHTS),
        (
            "The authority plans 41 flights home for Skerrywing.",
            FLIGHTS.replace(" It took", "\n\nIt took"),
        ),
        (
            "The authority plans 41 flights home for Skerrywing.",
            f"{FLIGHTS}\n\nSkerrywing itself had planned 41 flights this week.",
        ),
    ],
)
def test_a_figure_that_may_be_of_now_is_left_alone(article: str, reference: str) -> None:
    assert not [mark for mark in loud(article, reference) if mark.startswith("earlier")]


@pytest.mark.parametrize(
    ("article", "reference", "marks"),
    [
        ("Petrel flew past Tamsin at a distance of 2,300 km.", PROBE, ["earlier: 2,300 km"]),
        (
            "The authority plans 41 flights home for Skerrywing.",
            FLIGHTS,
            ["earlier: 41"],
        ),
    ],
)
def test_a_figure_of_an_earlier_year_is_marked(
    article: str, reference: str, marks: list[str]
) -> None:
    assert loud(article, reference) == marks
