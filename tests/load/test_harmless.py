import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.knowledge.acting import on_one_line
from auditor.load.harmless import LONGEST, told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("application/pdf", "application/pdf"),
        ("Zoë’s café – 北京\u3000שלום", "Zoë’s café – 北京\u3000שלום"),
        ("فایل\u200cها", "فایل\u200cها"),
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\x9b2Jb", r"a\x9b2Jb"),
        ("a\r\nb\tc", r"a\r\nb\tc"),
        ("a\u2028b", r"a\u2028b"),
        ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
        ("a\u200fb", r"a\u200fb"),
        ("a\udcffb", r"a\udcffb"),
        ("", ""),
    ],
)
def test_what_acts_on_a_terminal_is_shown_as_its_number(text: str, shown: str) -> None:
    assert on_one_line(text) == told(text) == shown


@pytest.mark.parametrize("more", [0, 1, 10_000])
def test_a_stranger_is_told_in_few_words(more: int) -> None:
    words = "x" * (LONGEST + more)
    assert told(words) == (words if not more else words[: LONGEST - 1] + "…")


@given(st.text())
def test_any_text_is_told_in_one_short_line_that_can_be_printed(text: str) -> None:
    shown = told(text)
    assert len(shown) <= LONGEST
    assert len(shown.splitlines()) <= 1
    shown.encode()
