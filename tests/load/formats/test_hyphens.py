"""Hyphens at the ends of lines: the setter's go, those of words stay."""

import pytest

from auditor.load.formats.hyphens import spellings


@pytest.mark.parametrize(
    ("before", "after", "others", "whole"),
    [
        ("The govern-", "ment said", "", "The government said"),
        ("the Iran-", "backed group", "", "the Iran-backed group"),
        ("a long-", "term lease", "", "a long-term lease"),
        ("a re-", "opened road", "it re-opened", "a re-opened road"),
        ("a re-", "opened road", "it reopened", "a reopened road"),
        ("a grain-", "store fire", "grain in a store", "a grain-store fire"),
        ("a US-", "led force", "", "a US-led force"),
        ("the co\xad", "operation of", "", "the cooperation of"),
        ("in Bagh-", "dad on", "", "in Baghdad on"),
        ("rose 3-", "fold in", "", None),
        ("said Lind -", "who spoke", "", None),
        ("the Smith-", "Jones deal", "", None),
        ("no hyphen", "at all", "", None),
    ],
)
def test_a_word_that_the_end_of_a_line_parts_is_whole_again(before, after, others, whole):
    assert spellings([before, after, others]).joined(before, after) == whole
