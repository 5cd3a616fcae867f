"""Where words stand in their file."""

import pytest

from auditor.model.document import Anchor, Document
from auditor.render.position import Position, position

TEXT = "One\r\n\r\nA 🔥 in\rthe\u2028harbour\nend"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("One", Position(1, 1, 1, 4)),
        ("A", Position(3, 1, 3, 2)),
        ("in", Position(3, 5, 3, 7)),
        ("harbour", Position(3, 12, 3, 19)),
        ("harbour\nend", Position(3, 12, 4, 4)),
        ("end", Position(4, 1, 4, 4)),
        ("", None),
    ],
)
def test_lines_end_as_for_git_and_columns_are_code_points(words, place):
    start = TEXT.index(words)
    assert position(Document("article", "a.md", TEXT, ""), start, start + len(words)) == place


ANCHORS = (Anchor(0, 3, 7, 5, 8), Anchor(4, 5, 7, 9, 14), Anchor(6, 12, 9, 1, 7))
PAGE = Document("article", "a.html", "Man & harbour", "", anchors=ANCHORS)


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 3, Position(7, 5, 7, 8)),
        (1, 2, Position(7, 6, 7, 7)),
        (0, 5, Position(7, 5, 7, 14)),
        (4, 7, Position(7, 9, 9, 2)),
        (6, 12, Position(9, 1, 9, 7)),
        (3, 5, None),
        (6, 13, None),
        (0, 4, None),
    ],
)
def test_words_of_a_page_stand_where_both_their_ends_are_known(start, end, place):
    assert position(PAGE, start, end) == place


def test_a_page_of_which_nothing_is_known_sends_nobody_to_a_line():
    assert position(Document("r1", "a.html", "Man", "", anchors=()), 0, 3) is None
