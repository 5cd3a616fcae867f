"""What was said of words holds as long as they stand there."""

from pathlib import Path

import pytest

from auditor.editors.draft import Checked, Draft, standing
from auditor.editors.mark import Mark

BEFORE = "Two died. The mayor wept. Five fled."
WORDS = ("Two", "mayor", "Five")


def marked(text: str) -> Checked:
    places = [(word, text.index(word)) for word in WORDS]
    words = (Mark(at, at + len(word), "error", word, "", "") for word, at in places)
    marks = (Mark(0, 0, "error", "load", "", ""), *words)
    return Checked(Draft("file:///a.md", 1, Path("/a.md"), text, "utf-16"), marks)


@pytest.mark.parametrize(
    ("now", "standing_words"),
    [
        (BEFORE, "Two mayor Five"),
        ("Two died. The young mayor wept. Five fled.", "Two mayor Five"),
        ("Three died. The mayor wept. Five fled.", "mayor Five"),
        ("Two died. The mayors wept. Five fled.", "Two mayor Five"),
        ("Two died. The mayo wept. Five fled.", "Two Five"),
        ("Two died. Five fled.", "Two Five"),
        ("Two died. The mayor wept. Five fled. Nobody saw it.", "Two mayor Five"),
        ("“Two died. The mayor wept. Five fled.", "Two mayor Five"),
        ("One died. The mayor wept. Six fled.", ""),
        ("", ""),
    ],
)
def test_words_that_were_changed_lose_their_mark_and_the_others_keep_it(now, standing_words):
    whole, *found = standing(marked(BEFORE), now)
    assert whole[1:] == (0, 0)
    assert [now[start:end] for _, start, end in found] == standing_words.split()
    assert [mark.code for mark, _, _ in found] == standing_words.split()
