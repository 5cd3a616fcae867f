"""Support: a share of words without the model, a probability with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.support import coverage, support
from auditor.model.evidence import Evidence, Link
from auditor.model.reading import Lack, Reading
from auditor.model.text import Sentence, Token
from auditor.model.words import SentenceKind, Stance

FIRE = Token(0, 4, "Fire", "fire", "NOUN", "NN", "ROOT", 0, "", False)
SENTENCE = Sentence("s1", 0, 4, "Fire", SentenceKind.PROSE, 0, (FIRE,))
PROBABILITY = st.floats(0, 1)
ODDS = st.floats(-7, 7)


def link(*scores: float) -> Link:
    return Link(
        SENTENCE, tuple(Evidence("r1", n, n, "", Stance.MENTIONS, s) for n, s in enumerate(scores))
    )


def read(supports: float, missing: float = 0.0, company: float = 0.0) -> Reading:
    return Reading(supports, 0.0, 1 - supports, (Lack(0, 4, missing),), company=company)


@pytest.mark.parametrize(
    ("scores", "covered"),
    [
        ((), 0.0),
        ((0.6,), 0.6),
        ((0.6, 0.6), 0.68),
        ((1.0, 1.0), 1.0),
        ((0.3, 0.3, 0.3, 0.9), 0.433),
    ],
)
def test_each_further_passage_fills_a_third_of_what_is_open(scores, covered):
    assert coverage(link(*scores).evidence) == pytest.approx(covered)


@given(PROBABILITY, PROBABILITY, ODDS, ODDS)
def test_support_rises_with_the_support_of_the_rest(supports, missing, low, high):
    low, high = sorted((low, high))
    less, more = (support(SENTENCE, read(supports, missing, rest)) for rest in (low, high))
    assert less <= more


@given(PROBABILITY, PROBABILITY, PROBABILITY, PROBABILITY)
def test_support_rises_with_what_is_read_and_falls_with_what_is_missing(low, high, few, many):
    low, high = sorted((low, high))
    few, many = sorted((few, many))
    at = support(SENTENCE, read(low, few))
    assert at <= support(SENTENCE, read(high, few))
    assert at >= support(SENTENCE, read(low, many))
    assert 0 <= at <= 1
