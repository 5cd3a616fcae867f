"""Words that the passages do not bear out: whole words, in runs, never grammar alone."""

import pytest

from auditor.checks.mentions import with_mentions
from auditor.evidence.missing import compared_elsewhere, lacking, without, worst
from auditor.load import document_from_text
from auditor.model.reading import Lack, Reading
from auditor.model.text import Text
from auditor.text.segment import segment

STORY = "The council closed the old stone bridge on Monday after severe flooding."


def text(words: str = STORY) -> Text:
    return with_mentions(segment(document_from_text("article", "article", words)))


def reading(words: str, **chances: float) -> Reading:
    """Return a reading whose pieces are the words of a text; those not named are borne out."""
    lacks, at = [], 0
    for word in words.rstrip(".").split():
        start = words.index(word, at)
        at = start + len(word)
        lacks.append(Lack(start, at, chances.get(word, 0.0)))
    return Reading(0.2, 0.1, 0.7, tuple(lacks))


@pytest.mark.parametrize(
    ("chances", "marked"),
    [
        ({}, []),
        ({"severe": 0.9, "flooding": 0.8}, ["severe flooding"]),
        ({"severe": 0.4, "flooding": 0.8}, ["flooding"]),
        ({"after": 0.9}, []),
        ({"after": 0.9, "severe": 0.9, "flooding": 0.9}, ["severe flooding"]),
        ({"closed": 0.9, "bridge": 0.9}, ["closed", "bridge"]),
        ({"closed": 0.9, "old": 0.9}, ["closed the old"]),
        ({"council": 0.5, "flooding": 0.5}, ["council", "flooding"]),
    ],
)
def test_runs_of_missing_words_are_marked(chances, marked):
    (sentence,) = text().sentences
    found = lacking(sentence, reading(STORY, **chances), 0.5)
    assert [STORY[span.start : span.end] for span in found] == marked


def test_a_word_lacks_as_much_as_its_worst_piece():
    (sentence,) = text().sentences
    start = STORY.index("flooding")
    pieces = Reading(0.2, 0.1, 0.7, (Lack(start, start + 5, 0.1), Lack(start + 5, start + 8, 0.7)))
    assert worst(sentence, pieces) == 0.7
    (span,) = lacking(sentence, pieces, 0.5)
    assert STORY[span.start : span.end] == "flooding"


def test_dates_figures_and_quotes_are_left_to_their_own_checks():
    words = 'On Monday 14 divers said "the bridge will fall" near Selby.'
    (sentence,) = (told := text(words)).sentences
    chances = {"Monday": 0.9, "14": 0.8, '"the': 0.7, "bridge": 0.6, "Selby": 0.5}
    left = without(reading(words, **chances), sentence, compared_elsewhere(told, sentence))
    assert {words[lack.start : lack.end] for lack in left.lacks if lack.chance} == {"Selby"}


def test_places_are_those_of_the_sentence_wherever_it_stands():
    told = text(f"Rain fell all week. {STORY}")
    sentence = told.sentences[1]
    (span,) = lacking(sentence, reading(STORY, severe=0.9), 0.5)
    assert told.document.text[span.start : span.end] == "severe"


def test_nothing_is_worst_where_nothing_was_read():
    (sentence,) = text().sentences
    assert worst(sentence, Reading(0.2, 0.1, 0.7)) == 0.0
