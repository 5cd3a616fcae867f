"""Edits of a sentence: what they change, how they label it, and where they mark it."""

import json
from random import Random
from typing import Any

import pytest

from training.edit_doers import misgiven, wrong_doer
from training.edit_values import wrong_dates, wrong_numbers
from training.edit_words import antonyms, dropped_hedges, negations
from training.edits import Context, substitute
from training.numerals import other_digits, respell
from training.rewrites import rewrite
from training.rows import Label, Row
from training.tags import Mention, Tagged, Word


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


def told(doer: str, tag: str, deed: str) -> Tagged:
    """A sentence of a doer, whose last word is a noun, and a deed, whose first word is the verb."""
    text = f"{doer} {deed}"
    verb = len(doer) + 1
    parts = [*doer.split(), deed.split()[0]]
    found, at = [], 0
    for place, part in enumerate(parts):
        start = text.index(part, at)
        at = start + len(part)
        last, is_verb = place == len(parts) - 2, place == len(parts) - 1
        pos = "VERB" if is_verb else ("PROPN" if "NNP" in tag else "NOUN") if last else "DET"
        dep = "ROOT" if is_verb else "nsubj" if last else "det"
        left = 0 if last or is_verb else start
        right = verb - 1 if last else at
        head = len(parts) - 1 if last or is_verb else len(parts) - 2
        found.append(Word(start, at, part, part.lower(), pos, tag, dep, head, left, right))
    return Tagged(text, tuple(found), ())


FIRE = told("A fire", "NN", "ruined the mill.")


@pytest.mark.parametrize(
    ("other", "made"),
    [
        (told("The owner", "NN", "thanked them."), "The owner ruined the mill."),
        (told("Smith", "NNP", "left."), "Smith ruined the mill."),
        (told("The crews", "NNS", "left."), None),
        (told("The fire", "NN", "spread."), None),
        (told("A man, drunk and tired, whom nobody in the whole town knew", "NN", "left."), None),
    ],
)
def test_a_deed_goes_to_another_doer_of_the_same_number_whom_the_sentence_lacks(other, made):
    found = wrong_doer(FIRE, other)
    assert (found.text if found else None) == made
    assert found is None or found.label is Label.NOT_SUPPORT


def test_only_doers_of_the_same_text_are_exchanged():
    owner = told("The owner", "NN", "left.")
    rows = [Row(text, "", Label.SUPPORT, "text") for text in ("one", "one", "two")]
    found = list(misgiven(rows, [FIRE, owner, told("A dog", "NN", "barked.")], Random(1)))
    assert [row.hypothesis for row in found] == ["The owner ruined the mill.", "A fire left."]
    assert {(row.premise, row.source) for row in found} == {("one", "edit:doer:text")}
