"""The pairs have the form that they must have, and the table counts hits and false marks."""

import pytest

from auditor.api import Auditor
from benchmarks.pairs.__main__ import row
from benchmarks.pairs.pairs import PARTS, Pair, kinds_of, read

SIZES = {"later": {"certainty": 40, "sides": 20, "internal": 60, "sequel": 12}}


@pytest.mark.parametrize(
    ("part", "kind"), [(part, kind) for part in PARTS for kind in kinds_of(part)]
)
def test_each_kind_has_its_pairs_with_their_wrong_words(part: str, kind: str) -> None:
    pairs = tuple(read(kind, part))
    assert len({pair.id for pair in pairs}) == len(pairs) == SIZES.get(part, {}).get(kind, 75)
    assert all(pair.words in pair.wrong and pair.reports for pair in pairs)
    assert not any(pair.wrong == pair.faithful for pair in pairs)


def test_a_row_counts_hits_and_false_marks() -> None:
    report = "A fire in Larvik destroyed 23 houses on Tuesday, the mayor said."
    right = Pair(
        "a-1", (report,), "A fire destroyed 19 houses in Larvik.", "19", "It burned in Larvik."
    )
    false = Pair(
        "a-2",
        (report,),
        "A fire burned in Larvik.",
        "fire",
        "A fire destroyed 32 houses in Larvik.",
    )
    told = row(Auditor(model=False), "a", (right, false)).split(" | ")
    assert told == [
        "| a",
        "2",
        "1/2 = 0.50 (0.12–0.88)",
        "1/2 = 0.50 (0.12–0.88)",
        "1",
        "number-conflict 1 |",
    ]
