"""Reasons are found where words say so outright; times, purposes and marks are none."""

import pytest

from auditor.evidence.reasons import reasons
from tests.case import text


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The start was late.", []),
        ("The start was late after a burst pipe.", []),
        ("Because of that the start was late.", []),
        ("The hall has been shut since it flooded in 2019.", []),
        ("The hall has been shut since Monday.", []),
        ("The start was late because of fog, she said.", ["because of fog"]),
        ("Because the hall had flooded, they met outside.", ["Because the hall had flooded"]),
        ("The start was late due partly to fog.", ["due partly to fog"]),
        ("They met owing to a burst pipe in the hall.", ["owing to a burst pipe in the hall"]),
        ("They met outside as a result of the flood.", ["as a result of the flood"]),
        ("They met outside, since the hall was wet.", ["since the hall was wet"]),
        ("The horses had to go for want of a buyer.", ["for want of a buyer"]),
        ("They asked if the hall was wet.", []),
        ("Asked if the hall was wet, she laughed.", []),
        ("Not because of fog but because of ice they stayed.", ["because of ice"]),
        ("The rider fell, so that Hlinka won.", []),
        ("They got him out of the lake.", []),
        ("They moved so that the pair can breed.", ["so that the pair can breed"]),
        ("Heavy snow led to the closure of the line.", ["Heavy snow"]),
        ("Heavy snow led the list.", []),
        ("The fall was caused by a loose step.", ["a loose step"]),
        ("Kovac forced them to leave.", []),
        ("Despite the fog they sailed.", ["Despite the fog"]),
        ("They sailed even though the hall was wet.", ["though the hall was wet"]),
        ("They moved in order to breed.", ["in order to breed"]),
        ("He did it out of pure spite.", ["out of pure spite"]),
        ("They walked out in protest against the rota.", ["in protest against the rota"]),
        ("The park will open if the tree is felled.", ["if the tree is felled"]),
    ],
)
def test_a_reason_is_what_a_word_of_cause_leads_to(sentence, told):
    (one,) = text("article", sentence).sentences
    assert [sentence[found.start : found.end] for found in reasons(one)] == told
