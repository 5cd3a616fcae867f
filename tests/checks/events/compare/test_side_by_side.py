"""Two sentences that hardly differ, word beside word."""

import pytest

from auditor.checks.events.compare.side_by_side import between_same_words
from tests.case import text


@pytest.mark.parametrize(
    ("article", "words", "passage", "expected"),
    [
        (
            "Anna Lind signed the contract.",
            "Anna Lind",
            "Piotr Zych signed a contract.",
            "Piotr Zych",
        ),
        ("The fire in Porto spread.", "Porto", "The fire in Braga spread.", "Braga"),
        ("The fire in Porto spread.", "Porto", "The fire in Porto spread.", "Porto"),
        ("The fire in Porto spread.", "Porto", "Nobody was hurt on Monday.", None),
    ],
)
def test_what_stands_between_the_same_words(article, words, passage, expected):
    (mine,), (theirs,) = text("article", article).sentences, text("r1", passage).sentences
    start = article.index(words)
    span = next(t for t in mine.tokens if t.start == start)
    whole = type(span)(
        **{f: getattr(span, f) for f in span.__slots__} | {"end": start + len(words)}
    )
    (there,) = between_same_words(mine, [whole], theirs)
    assert (None if there is None else passage[there[0] : there[1]]) == expected
