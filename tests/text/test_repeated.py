"""What an article says is read however often it says it."""

import pytest

from auditor import Auditor
from auditor.model.words import SentenceKind

INVENTED = "“We shall never forget this terrible night by the sea,” said Mayor Anna Lund."
FIRE = "A fire in the harbour killed two people on Tuesday, police said."
REFERENCE = f"{FIRE} Mayor Anna Lund visited the harbour."
BOX = "Anna Lund writes about harbours and ships for this paper, and lives by the sea."


def marked(article: str) -> int:
    """Return how many of an article's marks are the invented quotation."""
    report = Auditor(model=False).audit_text(article, {"r": REFERENCE})
    return sum(item.finding.rule == "quote-fabricated" for item in report.audit.findings)


@pytest.mark.parametrize(
    ("article", "marks"),
    [
        (f"{FIRE}\n\n{INVENTED}", 1),
        (f"{FIRE}\n\n{INVENTED}\n\n{FIRE}\n\n{INVENTED}", 2),
        (f"{INVENTED}\n\n{FIRE}\n\n{INVENTED}", 2),
        (f"{INVENTED}\n\n" * 3, 3),
    ],
)
def test_an_invented_quotation_is_marked_as_often_as_it_stands(article, marks):
    assert marked(article) == marks


@pytest.mark.parametrize(
    ("article", "read"),
    [
        (f"By Anna Lund\n\n{BOX}\n\n{FIRE}\n\nBy Anna Lund\n\n{BOX}\n", 0),
        (f"By Anna Lund\n\n{BOX}\n\n{FIRE}\n", 1),
        (f"By Ida Holm\n\n{BOX}\n\n{FIRE}\n\nBy Ida Holm\n\n{BOX}\n", 2),
    ],
)
def test_what_a_site_says_of_the_author_beside_each_byline_is_no_news(article, read):
    report = Auditor(model=False).audit_text(article, {"r": REFERENCE})
    boxes = [judged for judged in report.audit.sentences if judged.sentence.text == BOX]
    assert sum(judged.sentence.kind is not SentenceKind.BOILERPLATE for judged in boxes) == read
