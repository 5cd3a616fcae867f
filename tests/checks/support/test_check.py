"""What the entailment model doubts becomes a finding on the words that it misses."""

from dataclasses import replace

import pytest

from auditor.checks.support.check import check
from auditor.evidence.case import Case
from auditor.evidence.readings import with_reading
from auditor.knowledge.rules import load_rules, rules_of
from auditor.load import document_from_text
from auditor.model.reading import Lack, Reading
from auditor.pipeline import prepared

RULES = rules_of(load_rules(), "support")
STORY = "The council closed the bridge because of severe flooding."
SOURCE = "The council closed the bridge. Engineers will examine the steel this week."


def case(reading: Reading | None, story: str = STORY, source: str = SOURCE) -> Case:
    article = document_from_text("article", "article.txt", story)
    found = prepared(article, [document_from_text("r1", "source.txt", source)])
    if reading is None:
        return found
    return replace(found, links=tuple(with_reading(link, reading) for link in found.links))


def reading(supports: float, contradicts: float, **chances: float) -> Reading:
    return reading_of(STORY, supports, contradicts, **chances)


def reading_of(story: str, supports: float, contradicts: float, **chances: float) -> Reading:
    lacks = tuple(
        Lack(story.index(word), story.index(word) + len(word), chance)
        for word, chance in chances.items()
    )
    return Reading(supports, contradicts, 1 - supports - contradicts, lacks)


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (None, []),
        (reading(0.97, 0.01, severe=0.1), []),
        (reading(0.5, 0.1, severe=0.3), []),
        (reading(0.02, 0.1, severe=0.9, flooding=0.9), [("reading-words", "severe flooding")]),
        (reading(0.02, 0.6, severe=0.9), [("reading-denied", "severe")]),
        (reading(0.005, 0.1, severe=0.35), [("reading-all", STORY)]),
        (reading(0.01, 0.97, closed=0.9), [("reading-denied", "closed")]),
        (reading(0.001, 0.97, severe=0.3), [("reading-denied", STORY)]),
    ],
)
def test_the_outcome_follows_from_the_reading(read, found):
    assert [(one.rule, one.text) for one in check(case(read), RULES)] == found


def test_words_that_are_nearly_the_whole_sentence_are_the_sentence():
    words = ("council", "closed", "bridge", "because", "severe", "flooding")
    found = list(check(case(reading(0.01, 0.1, **dict.fromkeys(words, 0.9))), RULES))
    assert [(one.rule, one.text) for one in found] == [("reading-all", STORY)]


def test_the_passage_that_comes_closest_is_the_proof():
    (found,) = check(case(reading(0.02, 0.1, severe=0.9)), RULES)
    assert [passage.text for passage in found.evidence] == ["The council closed the bridge."]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The council met in Dushanbe on the flooding of the lake.", []),
        ("The council met in Tashkent on the flooding of the lake.", ["Tajik capital"]),
    ],
)
def test_a_capital_is_not_missing_where_the_passage_names_it(source, found):
    story = "The council met in the Tajik capital on the flooding of the lake."
    read = reading_of(story, 0.02, 0.1, Tajik=0.9, capital=0.9)
    assert [one.text for one in check(case(read, story, source), RULES)] == found
