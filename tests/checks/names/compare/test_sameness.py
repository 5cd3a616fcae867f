"""Which names stand in one position of like sentences."""

import pytest

from auditor.checks.names.compare.by_context import IN_STEAD, MOVED
from auditor.checks.names.compare.sameness import (
    NAME_GAP,
    NameInText,
    are_in_one_position,
    slot_of,
    words_around,
)
from tests.case import text


def named(words: str, name: str) -> NameInText:
    read = text("article", words)
    (sentence,) = read.sentences
    return NameInText(read, sentence, next(each for each in read.names if each.text == name))


@pytest.mark.parametrize(
    ("mine", "theirs", "stead", "moved"),
    [
        (
            ("The mill was bought by Larkhill Holdings on Monday.", "Larkhill Holdings"),
            ("The mill was bought by Northfield Brewing on Monday.", "Northfield Brewing"),
            True,
            True,
        ),
        (
            ("The mill was bought by Larkhill Holdings.", "Larkhill Holdings"),
            ("Northfield Brewing sold a farm in May.", "Northfield Brewing"),
            False,
            False,
        ),
        (
            ("Anna Lund closed the old bridge.", "Anna Lund"),
            ("After the flood Karl Berg closed a bridge.", "Karl Berg"),
            True,
            False,
        ),
    ],
)
def test_names_in_one_position_stand_among_the_same_words_or_in_one_slot(
    mine, theirs, stead, moved
):
    pair = named(*mine), named(*theirs)
    assert are_in_one_position(*pair, IN_STEAD) is stead
    assert are_in_one_position(*pair, MOVED) is moved


def test_a_name_is_one_gap_among_the_words_around_it():
    lund = named("The mayor, Anna Lund, closed the bridge.", "Anna Lund")
    assert words_around(lund.sentence, lund.name) == ("mayor", NAME_GAP, "close", "bridge")


@pytest.mark.parametrize(
    ("words", "name", "slot"),
    [
        ("Anna Lund closed the bridge.", "Anna Lund", ("nsubj", "", "close")),
        ("Anna Lund was arrested.", "Anna Lund", ("dobj", "", "arrest")),
        ("The bridge was closed by Anna Lund.", "Anna Lund", ("pobj", "by", "close")),
        ("Anna Lund said nothing.", "Anna Lund", None),
    ],
)
def test_a_name_fills_a_slot_of_the_word_that_it_hangs_on(words, name, slot):
    one = named(words, name)
    assert slot_of(one.sentence, one.name) == slot
