"""Ages of things, counted from what the references say of their beginning."""

from datetime import date

import pytest

from auditor.checks.ages.check import check as check_ages
from auditor.checks.dates.check import check as check_dates
from auditor.checks.numbers.check import check as check_numbers
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.words import Severity
from tests.case import case

CHECKERS = ((check_ages, "ages"), (check_dates, "dates"), (check_numbers, "numbers"))
SATURDAY = date(2024, 1, 6)
FIRM = "Volta was founded in 2007 by two students in Lund. It went public in 2015."
LINE = "BASRA, Jan 5 (Reuters) - "
POWER = f"{LINE}Amir Sadek won power a year ago after months of deadlock. His government is weak."
CLANS = (
    f"{LINE}Sadek owes the clans, whose support he needed to win power a year ago, a seat in his "
    "cabinet. A military coalition was formed in 2023."
)
TREATY = "The peace treaty was signed in 1998. The border was closed in 2001."
STRIKE = f"{LINE}Teachers began a strike on December 4. The strike has closed 40 schools."
FELL = "The government was formed in October 2022 and fell in August 2023."


def loud(article: str, reference: str, published: date | None = SATURDAY) -> list[str]:
    made = case(article, reference, published=published)
    found = [
        finding for check, name in CHECKERS for finding in check(made, rules_of(load_rules(), name))
    ]
    return [f"{f.rule}: {f.text}" for f in found if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    ("article", "reference", "marked"),
    [
        ("Volta, a two-year-old company, is based in Lund.", FIRM, "two-year-old"),
        ("Volta is a five-year-old company based in Lund.", FIRM, "five-year-old"),
        ("Volta, which is less than ten years old, is in Lund.", FIRM, "less than ten years old"),
        ("Volta went public in 2015, two years after it was founded.", FIRM, "two years after"),
        ("Volta went public in 2015, two years after its founding.", FIRM, "two years after"),
        ("Two years after its founding in Lund, Volta is a giant.", FIRM, "Two years after"),
        ("The three-year-old government of Amir Sadek is weak.", POWER, "three-year-old"),
        ("Sadek's three-year-old government is at risk.", POWER, "three-year-old"),
        ("The government, less than a year old, is at risk.", POWER, "less than a year old"),
        (
            "The less than one year old government of Amir Sadek is weak.",
            POWER,
            "less than one year old",
        ),
        (
            "The less than one year old government is at risk.",
            CLANS,
            "less than one year old",
        ),
        ("A decade after the treaty, the border is still closed.", TREATY, "A decade after"),
        ("The three-month-old strike has closed 40 schools.", STRIKE, "three-month-old"),
        ("The week-old walkout has closed 40 schools.", STRIKE, "week-old"),
        (
            "The government fell more than two years after it was formed.",
            FELL,
            "more than two years after",
        ),
    ],
)
def test_an_age_that_no_rounding_explains_is_marked(
    article: str, reference: str, marked: str
) -> None:
    assert loud(article, reference) == [f"date-age: {marked}"]


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        # the age is right, or right when rounded
        ("Volta, a 16-year-old company, is based in Lund.", FIRM),
        ("Volta, a company almost two decades old, is based in Lund.", FIRM),
        ("Volta, a company more than ten years old, is based in Lund.", FIRM),
        ("Volta, a decade-old company, is based in Lund.", "Volta was founded in late 2012."),
        ("Volta went public in 2015, eight years after its founding.", FIRM),
        ("Volta went public eight years after its founding.", FIRM),
        ("In 2009 Volta, a two-year-old company, had two founders.", f"{FIRM} It was 2009."),
        ("Sadek's year-old government is at risk.", POWER),
        ("Sadek's government, more than a year old, is at risk.", POWER),
        ("The government, about a year old, is at risk.", POWER),
        ("Three decades after the peace treaty, the border remains closed.", TREATY),
        ("25 years after the treaty, the border is still closed.", TREATY),
        ("A quarter of a century after the treaty, the border is still closed.", TREATY),
        ("The month-old strike has closed 40 schools.", STRIKE),
        ("The five-week-old strike has closed 40 schools.", STRIKE),
        ("The government fell less than a year after it was formed.", FELL),
        # the reference leaves room
        (
            "The less than one year old government of Amir Sadek is weak.",
            f"{LINE}Amir Sadek won power nearly a year ago. His government is weak.",
        ),
        (
            "The less than one year old government of Amir Sadek is weak.",
            f"{LINE}Amir Sadek won power less than a year ago. His government is weak.",
        ),
        (
            "The less than one year old government of Amir Sadek is weak.",
            f"{LINE}Amir Sadek took office in March 2023. His government is weak.",
        ),
        # another thing, or one of several
        ("The two-year-old war goes on.", "The war began in February 2022. A war began in 2014."),
        (
            "A decade after the trade treaty, tariffs rose.",
            f"{TREATY} A trade treaty came in 2013.",
        ),
        # what happened then is not dated, or told by somebody
        ("He left the company two years after it was founded.", FIRM),
        ("“The two-year-old company Volta is dead,” he said.", FIRM),
    ],
)
def test_an_age_that_may_be_right_is_left_alone(article: str, reference: str) -> None:
    assert loud(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Norda, a two-year-old company, bought Volta.", FIRM),
        ("Volta bought a two-year-old company from Malmo.", FIRM),
        ("A two-year-old company sued Volta.", FIRM),
        ("The two-year-old company was bought by Volta.", FIRM),
        ("Anna Volta is 43 years old.", FIRM),
        (
            "The less than one year old government is at risk.",
            "The military coalition was formed in 2014. The government asked it to leave.",
        ),
        ("The museum is two years old.", "A museum was opened in Rome in 1990."),
        ("The two-year-old company is in Lund.", "Hans Berg founded a company in 2007."),
        ("A two-year-old boy was found.", STRIKE),
        (
            "The less than one year old government of Sadek is at risk.",
            "Gomez took office in 2015 and his government fell. Sadek met him.",
        ),
        (
            "The less than one year old government is at risk.",
            "In Lima, Pedro Gomez was elected mayor in 2015. Sadek's rule is weak.",
        ),
    ],
)
def test_the_age_of_another_is_left_to_the_numbers(article: str, reference: str) -> None:
    assert not [found for found in loud(article, reference) if found.startswith("date-age")]


def test_without_a_day_of_its_own_an_article_has_no_ages_but_those_between_dates() -> None:
    assert "date-age" not in str(loud("Volta is a two-year-old company.", FIRM, None))
    marked = loud("Volta went public in 2015, two years after its founding.", FIRM, None)
    assert marked == ["date-age: two years after"]
