"""Edited passages: the same sentence, now borne out and now not."""

from random import Random

from training.rows.counterfactual import counterfactuals
from training.rows.rows import Label, Row

OPPOSITES = {("v", "win"): ("lose",)}


def made(premise: str, said: str) -> list[tuple[Row, ...]]:
    return list(
        counterfactuals([Row(premise, said, Label.SUPPORT, "set", ())], OPPOSITES, Random(1))
    )


def test_two_names_change_places_in_all_forms_and_the_sentence_is_wrong_of_the_new_passage():
    passage = "Mary Poole leads the council. Anna Hart runs the school. Poole resigned on Monday."
    turned = "Anna Hart leads the council. Mary Poole runs the school. Hart resigned on Monday."
    said, edited = "Mayor Poole stepped down.", "Mayor Hart stepped down."
    kind = "counterfactual:PERSON:set"
    assert made(passage, said) == [
        (
            Row(passage, said, Label.SUPPORT, kind, ()),
            Row(passage, edited, Label.NOT_SUPPORT, kind, ((6, 10),), twin=True),
            Row(turned, edited, Label.SUPPORT, kind, ()),
            Row(turned, said, Label.NOT_SUPPORT, kind, ((6, 11),), twin=True),
        )
    ]


def test_a_name_that_the_sentence_has_too_is_not_exchanged():
    passage = "Mary Poole leads the council. Anna Hart runs the school."
    assert made(passage, "Anna Hart and Mary Poole hold offices.") == []


def test_a_shared_word_is_turned_into_its_opposite():
    passage, turned = "The town won the final.", "The town lost the final."
    kind = "counterfactual:antonym:set"
    assert made(passage, "They win cups.") == [
        (
            Row(passage, "They win cups.", Label.SUPPORT, kind, ()),
            Row(turned, "They win cups.", Label.NOT_SUPPORT, kind, ((5, 8),), twin=True),
        )
    ]
    assert made(passage, "That final was won at home.") == [
        (
            Row(passage, "That final was won at home.", Label.SUPPORT, kind, ()),
            Row(
                passage,
                "That final was lost at home.",
                Label.NOT_SUPPORT,
                kind,
                ((15, 19),),
                twin=True,
            ),
            Row(turned, "That final was lost at home.", Label.SUPPORT, kind, ()),
            Row(
                turned,
                "That final was won at home.",
                Label.NOT_SUPPORT,
                kind,
                ((15, 18),),
                twin=True,
            ),
        )
    ]


def test_a_sentence_that_shares_nothing_to_turn_is_left_out():
    assert made("The town won the final.", "Nobody was hurt.") == []
