"""Frames: who did what to whom, as the parse tells it."""

import pytest

from auditor.checks.events.find.frames import frames_of
from tests.case import text


def told(words: str) -> set[tuple[str, str, str]]:
    """Return class, role and words of every named participant in the frames of a text."""
    return {
        (frame.family, who.role, who.text)
        for frame in frames_of(text("r1", words))
        for who in frame.participants
        if who.kind is not None
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Petrelli acquired Norvia in May.", {("acquiring", "agent", "Petrelli")}),
        ("Maria Keller was sued by Jonas Brandt.", {("suing", "patient", "Maria Keller")}),
        ("Maria Keller was sued by Jonas Brandt.", {("suing", "agent", "Jonas Brandt")}),
        (
            "The strike killed the commander, Omar al-Fassi.",
            {("killing", "patient", "Omar al-Fassi")},
        ),
        ("Police praised the arrest of Jonas Brandt.", {("arresting", "patient", "Jonas Brandt")}),
        ("Jonas Brandt, who shot Maria Keller, fled.", {("shooting", "agent", "Jonas Brandt")}),
        (
            "Derby County beat Hull City on Saturday.",
            {("defeating", "agent", "Derby County"), ("defeating", "patient", "Hull City")},
        ),
        (
            "Hull City lost to Derby County on Saturday.",
            {("defeating", "agent", "Derby County"), ("defeating", "patient", "Hull City")},
        ),
        ("It was Jonas Brandt who answered the door.", {("answer", "agent", "Jonas Brandt")}),
        ("It was Jonas Brandt whom she accused.", {("accusing", "patient", "Jonas Brandt")}),
        ("The one who fled was Jonas Brandt.", {("fleeing", "agent", "Jonas Brandt")}),
        (
            "Keller stays and will be head of the unit, reporting to Jonas Brandt.",
            {("reporting-to", "agent", "Keller"), ("reporting-to", "to", "Jonas Brandt")},
        ),
        ("He and Jonas Brandt Jr. were arrested.", {("arresting", "patient", "Jonas Brandt")}),
        (
            "Maria Keller, along with Jonas Brandt, was given the keys.",
            {("give", "to", "Maria Keller"), ("give", "to", "Jonas Brandt")},
        ),
        (
            "Maria Keller and an aide, Jonas Brandt, were arrested.",
            {("arresting", "patient", "Jonas Brandt")},
        ),
    ],
)
def test_who_did_what_to_whom(words, expected):
    assert expected <= told(words)


@pytest.mark.parametrize(
    ("words", "single"),
    [
        ("The strike killed Omar al-Fassi.", True),
        ("The strike did not kill Omar al-Fassi.", False),
        ("The strike may kill Omar al-Fassi.", False),
        ("They plan to kill Omar al-Fassi.", False),
        ("If the strike killed Omar al-Fassi, it failed.", False),
    ],
)
def test_what_did_not_happen_is_not_told_as_one_event(words, single):
    frames = frames_of(text("r1", words))
    assert [f.single for f in frames if f.predicate == "kill"] == [single]
