"""Which sentences references could settle."""

import pytest

from auditor.load import document_from_text
from auditor.text.checkable import is_checkable
from auditor.text.segment import segment


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("The store was ruined.", True),
        ("It could take months to rebuild.", False),
        ("The bill might pass on Monday.", False),
        ("The bill may not pass on Monday.", False),
        ("It might not rain.", False),
        # a report of what somebody fears is one of what was said
        ("The mayor warned that it could take months.", True),
        # what could not be done was not done
        ("The captain could not play after his injury.", True),
        ("She couldn’t be reached for comment.", True),
        ("Will the store open again?", False),
    ],
)
def test_only_what_is_said_to_be_so_can_be_settled(text, checkable):
    (sentence,) = segment(document_from_text("article", "article.txt", text)).sentences
    assert is_checkable(sentence) is checkable
