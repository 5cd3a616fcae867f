"""The evidence for a hypothesis: its sentences, in document order, within a budget."""

import pytest

from training.rows.evidence import length, passage, sentences, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ("It rained.", "It stopped.")),
        (
            "Mr. Smith of the U.S. Army left. He won.",
            ("Mr. Smith of the U.S. Army left.", "He won."),
        ),
        ("He said: “It is over.” She left.", ("He said: “It is over.”", "She left.")),
        ("Storm hits coast\nTwo died.", ("Storm hits coast", "Two died.")),
        ("It cost 3.5 million.", ("It cost 3.5 million.",)),
        ("", ()),
    ],
)
def test_sentences_end_at_stops_and_line_breaks_but_not_after_abbreviations(text, expected):
    assert sentences(text) == expected


def test_terms_leave_out_function_words_and_fold_endings():
    assert terms("The companies launched two rockets") == ("compani", "launch", "two", "rocket")


def test_a_short_text_is_its_own_evidence():
    assert passage("One fell.\nTwo rose.", "Three.") == "One fell. Two rose."


def test_evidence_keeps_document_order_and_leaves_out_what_does_not_speak_to_the_hypothesis():
    filler = [f"Weather stayed mild over area {n} during that long autumn." for n in range(30)]
    text = " ".join(
        [
            "The council met on Monday.",
            *filler[:15],
            "Mayor Ann Poole resigned.",
            *filler[15:],
            "Poole had claimed false expenses.",
        ]
    )
    found = passage(text, "Poole resigned after false expenses claims.", budget=30)
    first, second = (
        found.index("Mayor Ann Poole resigned."),
        found.index("Poole had claimed false expenses."),
    )
    assert first < second
    assert length(found) <= 30


def test_the_best_sentence_is_taken_even_when_it_alone_exceeds_the_budget():
    text = "Nothing here. " + " ".join(["The bridge collapsed while"] + ["cars"] * 60) + "."
    assert "bridge collapsed" in passage(text, "The bridge collapsed.", budget=20)
