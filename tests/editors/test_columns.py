"""Places are counted as the protocol counts them, whatever the letters and the line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.editors.columns import Extent, extent, offset, rows

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
TEXTS = st.text(st.sampled_from("aé€😀\ud83d\u2028\x0c\r\n"))


@pytest.mark.parametrize(
    ("text", "words", "utf8", "utf16", "utf32"),
    [
        ("He said two.", "two", (0, 8, 0, 11), (0, 8, 0, 11), (0, 8, 0, 11)),
        ("é two", "two", (0, 3, 0, 6), (0, 2, 0, 5), (0, 2, 0, 5)),
        ("“two” – three", "three", (0, 14, 0, 19), (0, 8, 0, 13), (0, 8, 0, 13)),
        ("😀 two", "two", (0, 5, 0, 8), (0, 3, 0, 6), (0, 2, 0, 5)),
        ("😀\n👩‍👩‍👧 two", "two", (1, 19, 1, 22), (1, 9, 1, 12), (1, 6, 1, 9)),
        ("a\r\ntwo", "two", (1, 0, 1, 3), (1, 0, 1, 3), (1, 0, 1, 3)),
        ("a\rtwo", "two", (1, 0, 1, 3), (1, 0, 1, 3), (1, 0, 1, 3)),
        ("a\u2028two", "two", (0, 4, 0, 7), (0, 2, 0, 5), (0, 2, 0, 5)),
        ("a\x0ctwo\x85", "two", (0, 2, 0, 5), (0, 2, 0, 5), (0, 2, 0, 5)),
        ("\ud83d two", "two", (0, 4, 0, 7), (0, 2, 0, 5), (0, 2, 0, 5)),
        ("one\ntwo", "one\ntwo", (0, 0, 1, 3), (0, 0, 1, 3), (0, 0, 1, 3)),
    ],
)
def test_columns_count_units_of_the_encoding(text, words, utf8, utf16, utf32):
    start = text.index(words)
    found = [extent(rows(text, e), start, start + len(words)) for e in ENCODINGS]
    assert found == [Extent(*utf8), Extent(*utf16), Extent(*utf32)]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [(0, 0, 0), (0, 1, 0), (0, 2, 1), (0, 3, 2), (0, 99, 2), (1, 0, 4), (1, 9, 5), (7, 0, 5)],
)
def test_a_place_inside_a_letter_or_past_an_end_is_taken_for_the_nearest(line, column, expected):
    assert offset(rows("😀a\r\nb", "utf-16"), line, column) == expected


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS), data=st.data())
def test_a_place_leads_back_to_its_character(text, encoding, data):
    at = data.draw(st.integers(0, len(text)))
    lines = rows(text, encoding)
    place = extent(lines, at, at)
    between = text[at - 1 : at + 1] == "\r\n"
    assert offset(lines, place.line, place.column) == at - between
