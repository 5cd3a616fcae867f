"""Cutting text at its marks, and finding the words that match."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.render.highlights import matches
from auditor.render.marks import pieces

MARKS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("abc")))


@given(st.text(max_size=40), st.integers(0, 20), MARKS)
def test_pieces_are_the_text_and_each_tag_covers_exactly_its_mark(
    text: str, start: int, marks: list[tuple[int, int, str]]
) -> None:
    marks = [(min(a, b), max(a, b), tag) for a, b, tag in marks]
    cut = pieces(text, start, marks)
    assert "".join(piece.text for piece in cut) == text
    at = start
    for piece in cut:
        for place in range(at, at + len(piece.text)):
            assert set(piece.tags) == {tag for a, b, tag in marks if a <= place < b}
        at += len(piece.text)


@pytest.mark.parametrize(
    ("passage", "sentence", "expected", "marked"),
    [
        ("A ferry struck the bridge.", "The ferry hit bridges.", "", ["ferry", "bridge"]),
        ("It was on Sunday.", "It was on Monday.", "Sunday", ["Sunday"]),
        ("He was in it, and so on.", "He was in it, and so on.", "", []),
        ("Zoë Ångström said so.", "ZOE ANGSTROM denied it.", "", ["Zoë Ångström"]),
        ("He saw Kazim al-Jawari.", "He left.", "Kazim al-Jawari", ["Kazim al-Jawari"]),
        ("The pier, the ferry.", "A ferry at a pier.", "", ["pier", "ferry"]),
        ("", "Anything", "at all", []),
    ],
)
def test_words_match_by_fold_and_function_words_never(
    passage: str, sentence: str, expected: str, marked: list[str]
) -> None:
    found = matches(passage, 100, sentence, expected)
    assert [passage[start - 100 : end - 100] for start, end, _ in found] == marked
