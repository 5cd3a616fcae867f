"""Text made safe to show."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.knowledge.acting import visible
from auditor.render.safe import escaped_json, line, plain


@pytest.mark.parametrize(
    ("text", "on_a_page", "on_a_line"),
    [
        ("“Ida Holm” – £5\u00a0m, 🔥, naï\u200dve", None, "“Ida Holm” – £5 m, 🔥, naï\u200dve"),
        ("נמל\u200f, الميناء\u061c", None, "נמל\\u200f, الميناء\\u061c"),
        ("a\n b\tc\r\nd\u2028e", None, "a b c d e"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd", "\\x1b[31mred\\x07"),
        ("\x9b31m\x7f\x85", "\ufffd31m\ufffd\ufffd", "\\x9b31m\\x7f\\x85"),
        ("a\u202eb\u2066c\u2069", "a\ufffdb\ufffdc\ufffd", "a\\u202eb\\u2066c\\u2069"),
        ("\udcff", "\ufffd", "\\udcff"),
    ],
)
def test_what_acts_is_shown_and_ordinary_text_is_left_alone(text, on_a_page, on_a_line):
    assert plain(text) == (text if on_a_page is None else on_a_page)
    assert line(text) == on_a_line


ACTING = st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"], exclude_characters="\n\t")


@given(st.text(ACTING | st.characters()))
def test_json_is_read_alike_and_holds_nothing_that_acts(text):
    written = escaped_json(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(written) == json.loads(json.dumps({text: text}))
    written.encode("utf-8")
    assert visible(written) == written


@given(st.text(ACTING | st.characters()))
def test_what_was_made_visible_is_so_for_good(text):
    assert visible(visible(text)) == visible(text)
    assert line(line(text)) == line(text)
    assert len(plain(text)) == len(text)
