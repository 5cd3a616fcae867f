"""What a program may put in the place of marked words."""

from dataclasses import replace

import pytest

from auditor.model.words import Category, Severity
from auditor.render.replacement import replacement

from .sample import MISQUOTED, WRONG_DAY

NAME, PLACE, DATE, NUMBER = Category.NAME, Category.PLACE, Category.DATE, Category.NUMBER


@pytest.mark.parametrize(
    ("category", "text", "expected", "can_stand"),
    [
        (NAME, "Norfolk Police", "Suffolk Police", True),
        (PLACE, "Portugal", "Norway", True),
        (Category.ROLE, "Karim Daoud", "Omar Salem al-Fassi", True),
        (DATE, "January 3rd", "January 4th", True),
        (DATE, "14 May 2019", "24 May 2019", True),
        (DATE, "Tuesday", "Thursday", True),
        (NUMBER, "14", "23", True),
        (NUMBER, "1,400", "23", True),
        (NUMBER, "$1.5 million", "$1.5 billion", True),
        (NUMBER, "12 miles", "12 kilometres", True),
        (NAME, "Jamal Ibrahimi", "Mushtaq al-Jawari (Abu Taqwa)", False),
        (NAME, "the mayor", "Anna Lund", False),
        (PLACE, "western Porto", "eastern Porto", False),
        (NAME, "Anna Lund", "ANNA LUND", False),
        (NAME, "Anna Lund", "Anna\nHolm", False),
        (NAME, "Anna Lund", "Anna\u202eHolm", False),
        (NAME, "Anna Lund", None, False),
        (DATE, "last week", "Thursday 4 January 2024", False),
        (DATE, "Sunday afternoon", "Saturday", False),
        (DATE, "Monday", "30 June 2025", False),
        (NUMBER, "£ 50 m", "£500,000", False),
        (NUMBER, "ten times", "some eight times", False),
        (NUMBER, "12", "12", False),
        (Category.KNOWN_FACT, "Shinzo Abe", "8 July 2022", False),
        (Category.EVENT, "Lyon", "Braga", False),
        (Category.ATTRIBUTION, "Peter Marsh", "Ruth Alder", False),
    ],
)
def test_only_what_fits_is_put_in(category, text, expected, can_stand):
    finding = replace(WRONG_DAY, category=category, text=text, expected=expected)
    assert replacement(finding) == (expected if can_stand else None)


def test_no_program_puts_words_into_a_quotation():
    assert replacement(MISQUOTED) is None
    assert replacement(replace(WRONG_DAY, quote=MISQUOTED.quote)) is None


def test_a_doubt_replaces_nothing():
    assert replacement(WRONG_DAY) == "Sunday"
    assert replacement(replace(WRONG_DAY, severity=Severity.WARNING)) is None
