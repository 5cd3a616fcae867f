"""Saved pages are read at least as well as ``benchmarks/RESULTS.md`` says."""

from pathlib import Path

import pytest

from benchmarks.pages.__main__ import HALVES, PAGES
from benchmarks.pages.readers import Extract, ours
from benchmarks.pages.scores import Gold, PageScore, gold, score

GOLD = Gold("Bridge closes", "2031-05-14", ("Nora Quist",), ("It closed.", "It will open."))


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (
            Extract(
                ("Bridge closes", "It closed.", "It will open."), "2031-05-14", ("NORA QUIST",)
            ),
            PageScore(1.0, True, True),
        ),
        (Extract(("It closed.", "It opens."), "", ()), PageScore(2 * 3 / 9, False, False)),
        (
            Extract(("It closed.", "It will open.", "Sign up!"), "2031-05-15", ("Nora", "Quist")),
            PageScore(2 * 5 / 12, False, False),
        ),
        (Extract((), "", ()), PageScore(0.0, False, False)),
    ],
)
def test_a_page_is_scored_by_its_words_its_day_and_its_writers(
    read: Extract, expected: PageScore
) -> None:
    assert score(read, GOLD) == expected


def test_saved_pages_are_read_as_whoever_wrote_them_says() -> None:
    scores = [score(ours(path), gold(path)) for half in HALVES for path in pages(half)]
    assert len(scores) >= 25
    assert sum(one.words for one in scores) / len(scores) >= 0.95
    assert sum(one.is_day_right for one in scores) / len(scores) >= 0.92
    assert sum(one.is_byline_right for one in scores) / len(scores) >= 0.85


def pages(half: str) -> list[Path]:
    return sorted((PAGES / half).glob("*.html"))
