"""Edits of a sentence: what they change, how they label it, and where they mark it."""

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from training.rows.edit_borrowed import (
    other_circumstances,
    other_deeds,
    other_doers,
    other_objects,
)
from training.rows.edit_values import wrong_dates, wrong_numbers
from training.rows.edit_words import antonyms, dropped_hedges, negations, opposites
from training.rows.edits import Context, Edit, substitute
from training.rows.numerals import other_digits, respell
from training.rows.rewrites import rewrite
from training.rows.rows import Label
from training.rows.synthesis import BORROWED
from training.rows.tags import Mention, Tagged, Word, tag


def plain(text: str, *mentions: Mention) -> Tagged:
    """A sentence with mentions and no parse."""
    return Tagged(text, (), mentions)


def mention(text: str, part: str, kind: str) -> Mention:
    start = text.index(part)
    return Mention(start, start + len(part), part, kind)


def context(passage: str = "", **more: Any) -> Context:
    return Context(Random(1), passage, **more)


@pytest.mark.parametrize(
    ("text", "changes", "changed", "marked"),
    [
        ("Ann won.", [(0, 3, "Bob")], "Bob won.", ["Bob"]),
        ("Ann beat Bob.", [(9, 12, "Ann"), (0, 3, "Bob")], "Bob beat Ann.", ["Bob", "Ann"]),
        ("He may go.", [(3, 7, "")], "He go.", ["go"]),
        ("He left.", [(7, 7, " on Monday")], "He left on Monday.", [" on Monday"]),
    ],
)
def test_spans_mark_what_was_put_in_or_the_word_after_a_gap(text, changes, changed, marked):
    new, spans = substitute(text, changes)
    assert (new, [new[start:end] for start, end in spans]) == (changed, marked)


def test_a_wrong_number_keeps_its_notation():
    chance = Random(7)
    found = {other_digits("1,250.5", chance) for _ in range(40)}
    assert "1,250.5" not in found
    assert all(
        value.rpartition(".")[2].isdigit() and len(value.rpartition(".")[2]) == 1 for value in found
    )


def test_numbers_and_dates_are_changed_and_labelled_as_contradictions():
    text = "Police held 12 men in March 2019."
    sentence = plain(text, mention(text, "12", "CARDINAL"), mention(text, "March 2019", "DATE"))
    (number,) = wrong_numbers(sentence, context())
    (date,) = wrong_dates(sentence, context())
    for made, kept in ((number, "in March 2019."), (date, "Police held 12 men in ")):
        assert made.label is Label.CONTRADICT
        assert kept in made.text
        assert made.text != text


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("The firm may close.", ["The firm will close."]),
        ("He is accused of fraud.", ["He was convicted of fraud.", "He is guilty of fraud."]),
        ("The alleged thief ran.", ["The thief ran."]),
        ("A study claims the drug works.", ["A study proved that the drug works."]),
        ("The thief ran.", []),
    ],
)
def test_a_dropped_hedge_makes_certain_what_was_not(text, changed):
    found = [made.text for made in dropped_hedges(plain(text), context())]
    assert found == changed


def verb(text: str, word: str, lemma: str, tag: str) -> Word:
    start = text.index(word)
    return Word(start, start + len(word), word, lemma, "VERB", tag, "ROOT", 0, 0, len(text))


def test_a_verb_is_denied_in_its_own_tense():
    text = "Banned drivers returned."
    (made,) = negations(Tagged(text, (verb(text, "returned", "return", "VBD"),), ()), context())
    assert made.text == "Banned drivers did not return."


def test_an_antonym_takes_the_form_of_the_word_it_replaces():
    text = "Shares rose sharply."
    (made,) = antonyms(Tagged(text, (verb(text, "rose", "rise", "VBD"),), ()), context())
    assert (made.text, made.label) == ("Shares fell sharply.", Label.CONTRADICT)


@pytest.mark.parametrize(("written", "other"), [("seven", "7"), ("12", "twelve"), ("250", None)])
def test_small_numbers_are_respelled(written, other):
    assert respell(written) == other


def test_a_rewrite_keeps_the_label_and_marks_nothing():
    text = "Ann Poole won seven medals for the United States."
    sentence = plain(text, mention(text, "Ann Poole", "PERSON"), mention(text, "seven", "CARDINAL"))
    made = rewrite(sentence, context(passage=text))
    assert made is not None
    assert (made.label, made.spans) == (Label.SUPPORT, ())
    assert made.text != text


def test_edits_with_one_seed_are_the_same():
    text = "Police held 12 men."
    sentence = plain(text, mention(text, "12", "CARDINAL"))
    runs = [json.dumps([made.text for made in wrong_numbers(sentence, context())]) for _ in "ab"]
    assert runs[0] == runs[1]


NEAR = (
    "The fire started in the mill in March. The crews thanked the owner. "
    "Ann Poole left Leeds on Monday. A dog, old and lame, barked at the gate."
)


@pytest.fixture(scope="module")
def heard() -> Tagged:
    (found,) = tag([NEAR])
    return found


def borrowed(kind: Callable[[Tagged, Context], Iterator[Edit]], text: str, heard: Tagged):
    """What an edit makes of a sentence beside NEAR; every such edit is unsupported."""
    (sentence,) = tag([text])
    found = list(kind(sentence, context(NEAR, heard=heard)))
    assert all(made.label is Label.NOT_SUPPORT for made in found)
    return [made.text for made in found]


@pytest.mark.parametrize(
    ("kind", "text", "made"),
    [
        (other_doers, "The crews ruined the mill.", []),
        (other_doers, "A storm ruined the town.", ["The fire ruined the town."]),
        (other_doers, "Storms ruined the town.", ["The crews ruined the town."]),
        (other_doers, "Mary Smith ruined the town.", ["Ann Poole ruined the town."]),
        (other_doers, "It ruined the town.", []),
        (other_objects, "A storm hurt the mayor.", ["A storm hurt the owner."]),
        (other_objects, "A storm hurt the owner.", []),
        (other_circumstances, "He slept in the barn.", ["He slept in the mill."]),
        (other_circumstances, "He slept on Tuesday.", ["He slept on Monday."]),
        (other_circumstances, "He slept near the barn.", []),
        (
            other_deeds,
            "The men praised the owner.",
            ["The men thanked the owner.", "The men left the owner."],
        ),
        (other_deeds, "The men thanked the owner.", ["The men left the owner."]),
        (other_deeds, "The men slept.", []),
    ],
)
def test_a_phrase_gives_way_to_one_of_its_sort_that_the_sentence_lacks(kind, text, made, heard):
    assert borrowed(kind, text, heard) == made


def test_without_a_passage_nothing_is_borrowed():
    (sentence,) = tag(["A storm ruined the town."])
    assert [made for kind in BORROWED for made in kind(sentence, context())] == []


def test_a_closed_word_is_turned_round_wherever_it_stands():
    text = "Some left before noon."
    words = tuple(verb(text, part, part.lower(), "IN") for part in ("Some", "before"))
    found = [made.text for made in opposites(Tagged(text, words, ()), context())]
    assert found == ["All left before noon.", "No left before noon.", "Some left after noon."]
