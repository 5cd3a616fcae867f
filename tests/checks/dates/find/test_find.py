import datetime
from time import process_time

import pytest

from auditor.checks.dates.find import find_dates
from auditor.checks.dates.find.find import in_sentence
from auditor.load import document_from_text
from auditor.model.date import Date, Side, Tense
from auditor.model.text import Sentence
from auditor.model.words import SentenceKind
from auditor.text.segment import segment

SATURDAY = datetime.date(2024, 1, 6)


def dates(text: str, published: datetime.date | None = SATURDAY) -> tuple[Date, ...]:
    return find_dates(segment(document_from_text("r1", "r1", text, published)))


def span(date: Date) -> str:
    first, last = date.first, date.last
    if first is None or last is None:
        return "?"
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        # absolute, in every order
        ("The war began on January 3, 2020.", "January 3, 2020", "2020-01-03"),
        ("The war began on January 3,2020.", "January 3,2020", "2020-01-03"),
        ("The war began on Jan. 3, 2020.", "Jan. 3, 2020", "2020-01-03"),
        ("The war began on 3 January 2020.", "3 January 2020", "2020-01-03"),
        ("The war began on 3rd January 2020.", "3rd January 2020", "2020-01-03"),
        ("The war began on the 3rd of January, 2020.", "the 3rd of January, 2020", "2020-01-03"),
        ("The war began on the third of January 2020.", "the third of January 2020", "2020-01-03"),
        ("The war began on January 3rd, 2020.", "January 3rd, 2020", "2020-01-03"),
        ("The war began on 2020-01-03.", "2020-01-03", "2020-01-03"),
        ("The war began on 23/01/2020.", "23/01/2020", "2020-01-23"),
        ("The war began on 01/23/2020.", "01/23/2020", "2020-01-23"),
        ("The war began on 23.1.2020.", "23.1.2020", "2020-01-23"),
        ("The war began on Friday, January 3, 2020.", "Friday, January 3, 2020", "2020-01-03"),
        ("The war began on Friday 3 January 2020.", "Friday 3 January 2020", "2020-01-03"),
        ("He wrote in the Edmonton Sun, January 3, 2020.", "January 3, 2020", "2020-01-03"),
        ("The war began on Fri, Jan. 3, 2020.", "Fri, Jan. 3, 2020", "2020-01-03"),
        ("the war began on march 3, 2020.", "march 3, 2020", "2020-03-03"),
        ("the war began in may 2020.", "may 2020", "2020-05-01/2020-05-31"),
        ("The war began on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11"),
        ("The war began on Feb. 29, 2024.", "Feb. 29, 2024", "2024-02-29"),
        ("The war began in January 2020.", "January 2020", "2020-01-01/2020-01-31"),
        ("The war began in early January 2020.", "early January 2020", "2020-01-01/2020-01-16"),
        ("The war began in late 2020.", "late 2020", "2020-07-01/2020-12-31"),
        ("The war began in mid-2020.", "mid-2020", "2020-03-14/2020-10-18"),
        ("The war began in 2020.", "2020", "2020-01-01/2020-12-31"),
        ("The war of 2020 was short.", "2020", "2020-01-01/2020-12-31"),
        ("The 2020 election was close.", "2020", "2020-01-01/2020-12-31"),
        ("The film (2020) was short.", "2020", "2020-01-01/2020-12-31"),
        ("He sang in the 1990s.", "the 1990s", "1990-01-01/1999-12-31"),
        ("He sang in the ’90s.", "the ’90s", "1990-01-01/1999-12-31"),
        ("He sang in the nineties.", "the nineties", "1990-01-01/1999-12-31"),
        ("He lived in the 1800s.", "the 1800s", "1800-01-01/1899-12-31"),
        ("It burned in the summer of 2019.", "summer of 2019", "2019-06-01/2019-09-30"),
        (
            "Sales fell in the third quarter of 2021.",
            "third quarter of 2021",
            "2021-07-01/2021-09-30",
        ),
        ("Sales fell in Q3 2021.", "Q3 2021", "2021-07-01/2021-09-30"),
        ("Sales fell in the first half of 2021.", "first half of 2021", "2021-01-01/2021-06-30"),
        # without a year
        ("The US carried out a strike on January 3rd.", "January 3rd", "2024-01-03"),
        ("He died on 3 January.", "3 January", "2024-01-03"),
        ("He died on Dec. 30.", "Dec. 30", "2023-12-30"),
        ("He will resign on January 30.", "January 30", "2024-01-30"),
        ("He will resign in March.", "March", "2024-03-01/2024-03-31"),
        ("He resigned in March.", "March", "2023-03-01/2023-03-31"),
        ("He resigned in mid-January.", "mid-January", "2023-01-07/2023-01-24"),
        ("Since early January 17 infections were found.", "January", "2024-01-01/2024-01-31"),
        ("He left on Christmas Day.", "Christmas Day", "2023-12-25"),
        ("He left on New Year’s Eve.", "New Year’s Eve", "2023-12-31"),
        # relative to the day of the document, a Saturday
        ("The strike on Thursday killed two.", "Thursday", "2024-01-04"),
        ("The navy launched Thursday’s strike.", "Thursday", "2024-01-04"),
        ("He spoke on Saturday.", "Saturday", "2024-01-06"),
        ("He spoke on Sunday.", "Sunday", "2023-12-31"),
        ("He is due to appear on Tuesday.", "Tuesday", "2024-01-09"),
        ("He will appear on Tuesday.", "Tuesday", "2024-01-09"),
        ("He arrived on Monday night.", "Monday night", "2024-01-01"),
        ("He left last Friday.", "last Friday", "2024-01-05"),
        ("He left on Friday last week.", "Friday last week", "2023-12-29"),
        ("He left on Tuesday of last week.", "Tuesday of last week", "2023-12-26"),
        ("He left on Thursday this week.", "Thursday this week", "2024-01-04"),
        ("He will come on Tuesday next week.", "Tuesday next week", "2024-01-09"),
        ("He will come next Friday.", "next Friday", "2024-01-12"),
        ("The two met yesterday.", "yesterday", "2024-01-05"),
        ("The two will meet tomorrow.", "tomorrow", "2024-01-07"),
        ("The two met the day before yesterday.", "the day before yesterday", "2024-01-04"),
        ("The two met last night.", "last night", "2024-01-05"),
        ("It happened last week.", "last week", "2023-12-24/2023-12-31"),
        ("It happened earlier this week.", "earlier this week", "2023-12-31/2024-01-06"),
        ("It will happen next week.", "next week", "2024-01-07/2024-01-14"),
        ("It happened last month.", "last month", "2023-12-01/2023-12-31"),
        ("It happened last year.", "last year", "2023-01-01/2023-12-31"),
        ("It happened late last year.", "late last year", "2023-07-01/2023-12-31"),
        ("It happened over the weekend.", "the weekend", "2024-01-05/2024-01-08"),
        ("It happened last weekend.", "last weekend", "2023-12-29/2024-01-01"),
        ("It happened last summer.", "last summer", "2023-06-01/2023-09-30"),
        ("It happened two days ago.", "two days ago", "2024-01-04"),
        ("It happened a week ago.", "a week ago", "2023-12-26/2024-01-03"),
        ("It happened four years ago.", "four years ago", "2019-05-12/2020-12-31"),
        # counted from another event, or from what was told
        ("He spoke two days after the strike.", "two days after the strike", "?"),
        ("He spoke the day after the strike.", "the day after the strike", "?"),
        ("It was cold the previous month.", "the previous month", "?"),
        ("Two weeks later he fell.", "Two weeks later", "?"),
    ],
)
def test_a_date_is_resolved_against_the_day_of_its_document(
    sentence: str, words: str, days: str
) -> None:
    assert [(m.text, span(m)) for m in dates(sentence)] == [(words, days)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The law may change.",
        "Up to four may 5 times a year.",
        "He will march to the palace.",
        "She wore the sun hat.",
        "It killed 2000 people.",
        "About 2,024 votes were cast.",
        "They paid $2014 for it.",
        "The house sits at 2014 Elm Street.",
        "Black Friday was busy.",
        "Good Friday was quiet.",
        "The Sunday Times said so.",
        "He plays for Sheffield Wednesday.",
        "Every Monday they meet.",
        "They meet on Mondays.",
        "He is in his 60s.",
        "In recent years it grew.",
        "It lasted over the past week.",
        "The fall of the house was told.",
        "She won at the Winter Olympics.",
        "He scored in the first half.",
        "It costs 3.14 dollars.",
        "They met on 03/04/2020.",
        "The bill reached the floor on 31 February.",
        "May said that she would stay.",
        "The prime minister, Theresa May, resigned.",
        "April Jones was found.",
        "He works Monday to Friday.",
        "An overnight stay is planned.",
        "This day was long.",
        "He spring-cleaned the house.",
    ],
)
def test_words_that_only_look_like_a_date_are_none(sentence: str) -> None:
    assert dates(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("It ran from June 3 to 7.", [("June 3", "since"), ("7", "until")]),
        ("It ran from June 3 to July 7.", [("June 3", "since"), ("July 7", "until")]),
        ("It ran 3-7 June 2019.", [("3", "since"), ("7 June 2019", "until")]),
        ("It ran in 2014-15.", [("2014", "since"), ("15", "until")]),
        ("It ran between 2014 and 2016.", [("2014", "since"), ("2016", "until")]),
        ("It stood on June 3 and 7.", [("June 3", "on"), ("7", "on")]),
        ("It killed on June 3 and 20 people fled.", [("June 3", "on")]),
        ("It has stood since 2014.", [("2014", "since")]),
        ("It must end by Friday.", [("Friday", "by")]),
        ("It runs until Friday.", [("Friday", "until")]),
        ("They met after Friday’s vote.", [("Friday", "on")]),
        ("They met before Friday.", [("Friday", "by")]),
        ("They met on Friday.", [("Friday", "on")]),
    ],
)
def test_a_date_knows_which_side_of_it_is_meant(sentence: str, ends: list[tuple[str, str]]) -> None:
    assert [(m.text, m.bound.value) for m in dates(sentence)] == ends


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("He came on Friday.", Tense.PAST),
        ("He has come on Friday.", Tense.PAST),
        ("He will come on Friday.", Tense.FUTURE),
        ("He is expected to come on Friday.", Tense.FUTURE),
        ("He is due to come on Friday.", Tense.FUTURE),
        ("He was killed on Friday.", Tense.PAST),
        ("Friday’s strike killed two.", Tense.PAST),
    ],
)
def test_the_verb_tells_whether_a_weekday_is_past(sentence: str, tense: Tense) -> None:
    assert [m.tense for m in dates(sentence)] == [tense]


def test_without_a_day_to_count_from_a_weekday_means_no_day() -> None:
    assert [span(m) for m in dates("He came on Friday and left in 2019.", None)] == [
        "?",
        "2019-01-01/2019-12-31",
    ]


def test_a_dateline_with_a_year_rules_its_text_and_is_no_claim_itself() -> None:
    text = "BAGHDAD, Jan 5, 2024 (Reuters) – The strike on Thursday killed two men in the city."
    assert [(m.text, span(m)) for m in dates(text, None)] == [("Thursday", "2024-01-04")]


def test_a_dateline_goes_before_the_day_of_the_copy() -> None:
    text = "BAGHDAD, Jan 5 (Reuters) – The strike on Thursday killed two men in the city."
    assert [span(m) for m in dates(text, datetime.date(2024, 1, 13))] == ["2024-01-04"]


def test_a_dateline_without_a_year_dates_nothing_on_its_own() -> None:
    text = "BAGHDAD, Jan 5 (Reuters) – The strike on Thursday killed two men in the city."
    assert [span(m) for m in dates(text, None)] == ["?"]


def test_each_dateline_rules_what_stands_below_it() -> None:
    text = (
        "ATHENS, Jan 5, 2024 (Reuters) – The strike began on Thursday at the port.\n\n"
        "ATHENS, Jan 12, 2024 (Reuters) – The strike ended on Thursday at the port."
    )
    assert [span(m) for m in dates(text, None)] == ["2024-01-04", "2024-01-11"]


def test_a_range_marks_each_of_its_ends() -> None:
    first, last = dates("It ran from January 3 to January 5.")
    assert (first.bound, last.bound) == (Side.SINCE, Side.UNTIL)
    assert (span(first), span(last)) == ("2024-01-03", "2024-01-05")


def test_the_anchor_of_an_interval_is_the_event_named_after_it() -> None:
    text = "He spoke two days after the strike in Baghdad, officials said."
    (date,) = dates(text)
    assert text[date.anchor_start : date.anchor_end] == "the strike in Baghdad"
    assert date.shift == 2


@pytest.mark.parametrize(
    "words",
    [
        "1" * 20_000,
        "January " * 4_000,
        "3 to " * 4_000,
        "the second quarter of the " * 1_000,
        "Monday, " * 4_000,
        " " * 20_000 + "January",
        "2014-" * 4_000,
        "early late mid " * 2_000,
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(words: str) -> None:
    sentence = Sentence("s1", 0, len(words), words, SentenceKind.PROSE, 0, ())
    began = process_time()
    in_sentence(sentence)
    assert process_time() - began < 5


def test_a_hyphen_may_join_two_dates_and_a_pre_date_is_none() -> None:
    found = dates("The war (September 8, 1841-May 1, 1904) was long in the pre-May 5 world.")
    assert [date.text for date in found] == ["September 8, 1841", "May 1, 1904"]
