import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.dates.compare.agreement import Agreement
from auditor.checks.dates.compare.counterparts import compare
from auditor.checks.dates.compare.doubts import doubts
from auditor.checks.dates.compare.wording import expected, in_words
from auditor.checks.dates.find.document_calendar import closest
from auditor.checks.dates.find.spans import Days
from auditor.evidence.case import Case
from auditor.model.date import Grain
from tests.case import case as made

SATURDAY = datetime.date(2024, 1, 6)
FRIDAY = datetime.date(2024, 1, 5)


def case(
    article: str,
    references: list[tuple[str, datetime.date | None]],
    published: datetime.date | None,
) -> Case:
    return made(article, *references, published=published)


@pytest.mark.parametrize(
    ("mine", "published", "theirs", "their_day", "agreement"),
    [
        ("on January 4", SATURDAY, "on Thursday", FRIDAY, Agreement.SAME),
        ("on January 3", SATURDAY, "on Thursday", FRIDAY, Agreement.OTHER),
        ("on Thursday", SATURDAY, "on January 4", FRIDAY, Agreement.SAME),
        ("yesterday", SATURDAY, "on Friday", FRIDAY, Agreement.SAME),
        ("yesterday", SATURDAY, "yesterday", FRIDAY, Agreement.OTHER),
        ("on Thursday", SATURDAY, "yesterday", FRIDAY, Agreement.SAME),
        ("last month", SATURDAY, "on December 20", FRIDAY, Agreement.SAME),
        ("last month", SATURDAY, "in November", FRIDAY, Agreement.OTHER),
        ("on December 20", SATURDAY, "last month", FRIDAY, Agreement.COARSER),
        ("in 2014", None, "in March 2014", None, Agreement.SAME),
        ("in March 2014", None, "in 2014", None, Agreement.COARSER),
        ("in 2014", None, "in 2015", None, Agreement.OTHER),
        ("in 2014", None, "in the 2010s", None, Agreement.COARSER),
        ("on 4 January 2024", None, "on Jan. 4, 2024", None, Agreement.SAME),
        ("on January 4th", None, "on 4 January", None, Agreement.SAME),
        ("on January 4th", None, "on 5 January", None, Agreement.OTHER),
        ("in January", None, "on 5 January", None, Agreement.SAME),
        ("on January 5", None, "in January", None, Agreement.COARSER),
        ("on January 5", None, "in February", None, Agreement.OTHER),
        ("on Thursday", None, "on Thursday", None, Agreement.ALIKE),
        ("on Thursday", None, "on Thursday", FRIDAY, Agreement.ALIKE),
        ("on Thursday", None, "on Friday", None, Agreement.OTHER_WORD),
        ("on 4 January 2024", None, "on Thursday", None, Agreement.ALIKE),
        ("on 4 January 2024", None, "on Friday", None, Agreement.OTHER_WORD),
        ("on January 4", None, "on Thursday", None, Agreement.UNKNOWN),
        ("last month", None, "last month", None, Agreement.ALIKE),
        ("last month", None, "in March", None, Agreement.UNKNOWN),
        ("yesterday", None, "on Friday", None, Agreement.UNKNOWN),
        ("since 2014", None, "since 2015", None, Agreement.OTHER),
        ("since 2014", None, "in 2015", None, Agreement.UNKNOWN),
        ("by Friday", None, "on Thursday", None, Agreement.UNKNOWN),
        ("four years ago", SATURDAY, "in January 2020", None, Agreement.SAME),
        ("four years ago", SATURDAY, "in 2014", None, Agreement.OTHER),
        ("on Thursday", SATURDAY, "on Thursday", datetime.date(2024, 1, 14), Agreement.ALIKE),
        ("last week", SATURDAY, "on December 28", None, Agreement.UNKNOWN),
        ("last week", SATURDAY, "on December 28, 2023", None, Agreement.SAME),
        ("last week", SATURDAY, "on Thursday", FRIDAY, Agreement.OTHER),
        ("over the weekend", SATURDAY, "on Friday", FRIDAY, Agreement.SAME),
        ("in the summer of 2019", None, "in July 2019", None, Agreement.SAME),
        ("in the 1990s", None, "in 1994", None, Agreement.SAME),
    ],
)
def test_dates_are_compared_by_value_each_from_its_own_day(
    mine: str,
    published: datetime.date | None,
    theirs: str,
    their_day: datetime.date | None,
    agreement: Agreement,
) -> None:
    made = case(f"The bridge fell {mine}.", [(f"The bridge fell {theirs}.", their_day)], published)
    (compared,) = compare(made)
    assert [one.agreement for one in compared.beside] == [agreement]


def outcomes(made: Case) -> list[tuple[str, str]]:
    return [
        (compared.article.date.text, found.outcome.value)
        for compared, found in doubts(made, list(compare(made)))
    ]


REFERENCES = (
    ("LIMASSOL, Jan 5 (Reuters) – The navy seized the tanker off Cyprus on Thursday.", None),
    ("The tanker had left port on December 20, 2023, with a crew of thirty sailors.", None),
    ("The owners of the tanker demanded its release in a letter on Friday.", FRIDAY),
)


@given(st.permutations(REFERENCES))
@settings(max_examples=6, derandomize=True)
def test_the_order_of_references_does_not_matter(
    references: list[tuple[str, datetime.date | None]],
) -> None:
    article = (
        "The navy seized the tanker off Cyprus on January 3. It had left port on December 21. "
        "The owners demanded its release in a letter on Friday. It was built in 1998."
    )
    assert outcomes(case(article, references, SATURDAY)) == [
        ("January 3", "conflict"),
        ("December 21", "conflict"),
        ("1998", "unfound"),
    ]


@pytest.mark.parametrize(
    ("month", "day", "near", "found"),
    [
        (1, 5, datetime.date(2024, 1, 6), datetime.date(2024, 1, 5)),
        (12, 28, datetime.date(2024, 1, 6), datetime.date(2023, 12, 28)),
        (2, 22, datetime.date(2024, 1, 6), datetime.date(2024, 2, 22)),
        (9, 1, datetime.date(2024, 1, 6), datetime.date(2023, 9, 1)),
        (7, 1, datetime.date(2024, 1, 6), None),
        (2, 29, datetime.date(2024, 3, 6), datetime.date(2024, 2, 29)),
        (2, 29, datetime.date(2023, 3, 6), None),
    ],
)
def test_a_dateline_without_a_year_takes_the_year_that_brings_it_closest(
    month: int, day: int, near: datetime.date, found: datetime.date | None
) -> None:
    assert closest(month, day, near) == found


@pytest.mark.parametrize(
    ("mine", "wanted"),
    [
        ("on January 3", "January 4"),
        ("on January 3rd", "January 4th"),
        ("on January 3, 2024", "January 4, 2024"),
        ("on 3 January 2024", "4 January 2024"),
        ("on Wednesday, January 3, 2024", "Thursday, January 4, 2024"),
        ("on Wednesday", "Thursday"),
        ("on 2024-01-03", "2024-01-04"),
        ("last week", "Thursday 4 January 2024"),
    ],
)
def test_the_correction_is_written_in_the_style_of_the_article(mine: str, wanted: str) -> None:
    made = case(f"The bridge fell {mine}.", [("The bridge fell on Thursday.", FRIDAY)], SATURDAY)
    (compared,) = compare(made)
    assert expected(compared.article.date, compared.beside[0].reference) == wanted


@pytest.mark.parametrize(
    ("days", "grain", "words"),
    [
        (
            Days(datetime.date(2024, 1, 4), datetime.date(2024, 1, 4)),
            Grain.DAY,
            "Thursday 4 January 2024",
        ),
        (Days(datetime.date(2024, 1, 1), datetime.date(2024, 1, 31)), Grain.MONTH, "January 2024"),
        (Days(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)), Grain.YEAR, "2024"),
        (
            Days(datetime.date(2024, 1, 1), datetime.date(2024, 1, 7)),
            Grain.WEEK,
            "1 January 2024 to 7 January 2024",
        ),
    ],
)
def test_days_are_told_as_an_editor_writes_them(days: Days, grain: Grain, words: str) -> None:
    assert in_words(days, grain) == words
