"""Rows that name something are told from those that say something of it."""

import pytest

from auditor.load import document_from_text
from auditor.text.fragments import is_fragment
from auditor.text.segment import segment


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- The pump runs again.", False),
        ("- Nantes", True),
        ("- Food: 29 lorries", True),
        ("| Lorries | they ran | 29 |", True),
    ],
)
def test_an_item_is_a_fragment_where_it_has_no_subject_or_has_cells(line, expected):
    text = f"The convoy came on Saturday.\n\n{line}\n{line}"
    sentences = segment(document_from_text("article", "article", text)).sentences
    assert [is_fragment(one) for one in sentences] == [False, expected, expected]
