"""What GitHub takes of a SARIF file."""

import pytest

from auditor.render.sarif_limits import kept, told_limits


@pytest.mark.parametrize(
    ("results", "ranks", "taken"),
    [
        ([], [], ()),
        ([{}] * 3, [2, 0, 1], (0, 1, 2)),
        ([{}] * 25_001, [3, *[0] * 25_000], tuple(range(1, 25_001))),
        ([{}] * 25_001, [0] * 25_001, tuple(range(25_000))),
        ([{"x": "y" * 10_000_000}] * 3, [1, 0, 0], (1, 2)),
        ([{"x": "y" * 10_000_000}, {}, {"x": "y" * 20_000_000}], [0, 1, 2], (0, 1)),
    ],
)
def test_the_gravest_are_kept_in_their_order(results, ranks, taken):
    assert kept(results, ranks) == taken


LEFT_OUT = (
    "1 of 25,001 findings are left out, the least grave: GitHub takes 25,000 results and 10 MB. "
    "The JSON report has all."
)
SHOWN = "GitHub shows the gravest 5,000 of these 25,000 findings."


@pytest.mark.parametrize(
    ("found", "taken", "told"),
    [
        (5_000, 5_000, []),
        (25_000, 25_000, [("note", SHOWN)]),
        (25_001, 25_000, [("warning", LEFT_OUT), ("note", SHOWN)]),
    ],
)
def test_what_is_left_out_is_told(found, taken, told):
    assert list(told_limits(found, taken, 0)) == told
