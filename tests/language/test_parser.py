"""The parser: what it says of a text does not hang on what else it parses."""

from itertools import accumulate

import pytest

from auditor.language import parser
from tests.aibot import CASE

TEXTS = tuple(
    block
    for path in (CASE / "refs" / "001.txt", CASE / "refs" / "003.txt")
    for block in path.read_text(encoding="utf-8").split("\n\n")
    if block.strip()
)
ALL = 100_000
"""More tokens than these texts have."""


def parsed(texts: tuple[str, ...], most: int = ALL) -> tuple[parser.Parsed, ...]:
    return tuple(parser.parse(texts, [()] * len(texts), most))


def test_a_text_parses_alike_in_any_company():
    together = parsed(TEXTS)
    assert tuple(one for text in TEXTS for one in parsed((text,))) == together
    assert parsed(TEXTS[::-1])[::-1] == together


@pytest.mark.parametrize("over", [0, 1])
def test_the_text_that_passes_the_bound_is_left_out_and_those_after_it(over):
    taken = list(accumulate(one.counted for one in parsed(TEXTS[:4])))
    assert len(parsed(TEXTS[:4], taken[2] - over)) == 3 - over
