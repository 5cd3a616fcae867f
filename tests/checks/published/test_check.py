import datetime
from dataclasses import replace

import pytest

from auditor.checks.dates.find import find_dates
from auditor.checks.published.check import check
from auditor.evidence.align import align
from auditor.knowledge.rules import load_rules, rules_of
from auditor.load import document_from_text
from auditor.model.document import Document, DocumentDate
from auditor.model.finding import Finding
from auditor.model.text import Text
from auditor.model.words import DateMark
from auditor.text.segment import segment

RULES = rules_of(load_rules(), "published")
SATURDAY = datetime.date(2024, 1, 6)
LATER = "later than the article (6 January 2024)"
STORY = "The bridge collapsed during a storm."


def text(document: Document) -> Text:
    found = segment(document)
    return replace(found, dates=find_dates(found))


def findings(article: Document, *references: Document) -> list[Finding]:
    case = align(text(article), [text(reference) for reference in references])
    return list(check(case, RULES))


def article(words: str = STORY, published: datetime.date | None = SATURDAY) -> Document:
    return document_from_text("article", "article.txt", words, published)


def reference(published: datetime.date | None, name: str = "r1") -> Document:
    return document_from_text(name, f"refs/{name}.txt", STORY, published)


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("The bridge collapsed on 20 January 2024.", ["20 January 2024"]),
        ("The bridge collapsed in March 2024.", ["March 2024"]),
        ("The bridge collapsed on January 20, 2024, police said.", ["January 20, 2024"]),
        ("The bridge collapsed on 5 January 2024.", []),
        ("The bridge collapsed on 7 January 2024.", []),  # elsewhere it is tomorrow already
        ("The bridge collapsed in January 2024.", []),
        ("The bridge collapsed in 2024.", []),
        ("The bridge collapsed on 20 January.", []),
        ("The bridge will open on 20 January 2024.", []),
        ("The bridge is due to open on 20 January 2024.", []),
        ("The bridge was to open by 20 January 2024.", []),
        ("The council approved the budget for March 2024.", []),
        ("The March 2024 vote was put off.", []),
        ("“The bridge collapsed on Friday,” he said.", []),
    ],
)
def test_what_is_told_as_past_lies_before_the_article(sentence: str, marked: list[str]) -> None:
    assert [found.text for found in findings(article(sentence))] == marked


def test_an_article_without_a_date_is_before_nothing() -> None:
    told = "The bridge collapsed on 20 January 2024."
    assert findings(article(told, None), reference(datetime.date(2024, 2, 22))) == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([datetime.date(2024, 1, 5)], None),
        ([datetime.date(2024, 1, 7)], None),  # another time zone
        ([None], None),
        (
            [datetime.date(2024, 2, 22)],
            f"{LATER}: r1.txt (22 February 2024)",
        ),
        (
            [datetime.date(2024, 2, 22), datetime.date(2024, 1, 5), datetime.date(2025, 5, 5)],
            f"{LATER}: r1.txt (22 February 2024), r3.txt (5 May 2025)",
        ),
    ],
)
def test_later_references_are_named_in_one_note_on_the_whole_article(
    days: list[datetime.date | None], told: str | None
) -> None:
    references = [reference(day, f"r{n}") for n, day in enumerate(days, 1)]
    found = findings(article(), *references)
    assert [(f.message, f.start, f.end, f.severity.value) for f in found] == (
        [(told, 0, 0, "note")] if told else []
    )


@pytest.mark.parametrize(
    ("dates", "marked"),
    [
        ([(0, 8, SATURDAY, DateMark.BARE)], []),
        ([(0, 8, SATURDAY, DateMark.BARE), (9, 17, SATURDAY, DateMark.BARE)], []),
        (
            [(0, 8, datetime.date(2024, 7, 22), DateMark.BARE), (9, 17, SATURDAY, DateMark.BARE)],
            ["the article gives 22 July 2024 and 6 January 2024 as its date"],
        ),
        (
            [
                (0, 8, SATURDAY, DateMark.PUBLISHED),
                (9, 17, datetime.date(2024, 1, 9), DateMark.UPDATED),
            ],
            [],
        ),
        (
            [
                (0, 0, datetime.date(2024, 1, 7), DateMark.PUBLISHED),
                (9, 17, SATURDAY, DateMark.BARE),
            ],
            [],
        ),
    ],
)
def test_two_days_of_publication_are_one_too_many(
    dates: list[tuple[int, int, datetime.date, DateMark]], marked: list[str]
) -> None:
    stated = tuple(DocumentDate(*one) for one in dates)
    document = replace(article("x" * 20 + ". " + STORY), dates=stated)
    assert [found.message for found in findings(document)] == marked
