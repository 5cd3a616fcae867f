import random

import pytest

from benchmarks.quotes.spoil import SPOILERS

QUOTE = "The town will not get the 40 boats, which everybody wanted, because it is old"


@pytest.mark.parametrize(
    ("way", "spoilt"),
    [
        ("fair ellipsis", "The town will not get the 40 boats … because it is old"),
        (
            "unfair ellipsis",
            "The town will … get the 40 boats, which everybody wanted, because it is old",
        ),
        (
            "negation",
            "The town will get the 40 boats, which everybody wanted, because it is old",
        ),
        (
            "number",
            "The town will not get the 50 boats, which everybody wanted, because it is old",
        ),
        (
            "wording",
            "The town will not get the 40 boats, which everybody wanted, since it is old",
        ),
    ],
)
def test_each_way_spoils_what_it_says(way, spoilt):
    assert SPOILERS[way][0](QUOTE, random.Random(1)) == spoilt


def test_words_that_give_nothing_to_work_on_are_left_alone():
    ways = ("fair ellipsis", "unfair ellipsis", "number", "name", "hedge")
    assert [SPOILERS[way][0]("so it goes", random.Random(1)) for way in ways] == [None] * 5
