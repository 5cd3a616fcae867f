"""Rows of timelines and dated headings: the date is that of the clause behind it."""

import datetime

import pytest

from auditor.checks.dates.find import find_dates
from auditor.load import document_from_text
from auditor.text.segment import segment
from tests.checks.dates.test_check import marks

LATER = datetime.date(2020, 11, 5)
STORM = "Protesters stormed the ministry on March 3, 2011. The minister fled on March 5, 2011."
RAIN = "Rain fell on March 13, 2011. A dam broke on May 3, 2011. Snow fell on March 3, 2012."
PASSIVE = "It was raining when the ministry was stormed by hundreds of protesters on 3 March 2011."
NOUN = "The storming of the ministry by protesters on March 3, 2011 began the revolt."
DATELINE = (
    "CARVO, March 4, 2011 (Reuters) - Protesters stormed the ministry of justice on Thursday. "
    "Police arrested forty of them on Friday."
)
LINES = "Timeline\n\nMarch 3, 2011: Ministry is stormed by protesters\n\nApril 9, 2011: Elections"
PETROV = "Dragan Petrov was convicted of fraud in May 2004. He was released in 2007."
LAW = "The land law was passed by parliament in 2009. It was amended in May 2010."


def rows(article: str, *references: str) -> list[tuple[str, str]]:
    around = "The long story of a revolt.\n\n{}\n\nPeople still talk about it."
    return marks(around.format(article), list(references), LATER)


@pytest.mark.parametrize("mark", [" ", " – ", ": ", " - ", " — ", ", "])
@pytest.mark.parametrize("lead", ["", "- ", "* **", "## ", "| "])
@pytest.mark.parametrize("reference", [STORM, PASSIVE, NOUN, DATELINE, LINES])
def test_a_row_is_judged_as_the_sentence_that_it_shortens(
    lead: str, mark: str, reference: str
) -> None:
    end = "**" if lead.endswith("**") else " |" if lead == "| " else ""
    told = f"{end}{mark}Protesters storm the ministry"
    assert rows(f"{lead}March 3, 2011{told}", reference) == []
    if (lead, mark) in {("", " "), ("- ", ": "), ("* **", " "), ("| ", " ")}:
        for wrong in ("March 13, 2011", "May 3, 2011", "March 3, 2012"):
            ((words, rule),) = rows(f"{lead}{wrong}{told}", reference, RAIN)
            assert words == wrong
            assert rule in {"conflict", "doubtful"}


@pytest.mark.parametrize(
    ("article", "references", "marked"),
    [
        # months and years
        ("May 2004 – Court convicts Petrov of fraud", [PETROV], []),
        ("2004 – Court convicts Petrov of fraud", [PETROV], []),
        ("June 2004 – Court convicts Petrov of fraud", [PETROV], [("June 2004", "conflict")]),
        ("2007 – Court convicts Petrov of fraud", [PETROV], [("2007", "doubtful")]),
        ("2009 – Parliament passes the land law", [LAW], []),
        ("May 2010: Parliament passes the land law", [LAW], [("May 2010", "doubtful")]),
        ("2010: Parliament amends the land law", [LAW], []),
        ("2009 Parliament passes the land law", [LAW], []),
        ("2010 Parliament passes the land law", [LAW], [("2010", "doubtful")]),
        # what a reference leaves open
        (
            "March 3, 2011: Protesters storm the ministry",
            ["Protesters stormed the ministry in 2011."],
            [("March 3, 2011", "unfound")],
        ),
        ("March 2011: Protesters storm the ministry", [STORM], []),
        ("2011: Protesters storm the ministry", [STORM], []),
        ("Early March 2011: Protesters storm the ministry", [STORM], []),
        # another event of the kind
        (
            "May 2004 – Court convicts Petrov of fraud",
            ["Petrov was convicted of perjury in June 2009 and of fraud in May 2004."],
            [],
        ),
        (
            "May 2004 – Court convicts Petrov of fraud",
            ["Berg was convicted of fraud in June 2004. A bank fell in May 2004."],
            [],
        ),
        (
            "March 3, 2011: Protesters storm the ministry",
            ["Protesters stormed the mint on March 9, 2011 and the ministry on March 3, 2011."],
            [],
        ),
        (
            "June 2014 – Army retakes the airport",
            ["Rebels took the airport in May 2014. The army took it back in June 2014."],
            [],
        ),
        ("2003 – War begins", ["The war began in 2003 and ended in 2011."], []),
        ("2011 – War ends", ["The war began in 2003 and ended in 2011."], []),
        (
            "2011 – War begins",
            ["The war began in 2003 and ended in 2011."],
            [("2011", "doubtful")],
        ),
        # the day may be right, and told in other words
        (
            "March 3, 2011: Protesters storm the ministry",
            ["A crowd broke into the ministry on March 3, 2011.", STORM.replace("3", "9", 1)],
            [("March 3, 2011", "doubtful")],
        ),
        # headlines tell two things without an "and"
        (
            "March 4, 2011 Premier condemns storm on ministry, says vote will be held",
            [STORM, "On March 5, 2011 the premier condemned the storm on the ministry."],
            [("March 4, 2011", "conflict")],
        ),
        (
            "March 5, 2011 Premier condemns storm on ministry, says vote will be held",
            [STORM, "On March 5, 2011 the premier condemned the storm on the ministry."],
            [],
        ),
        # what comes back every year
        (
            "March 2012: Mayor opens film festival in Carvo",
            ["A singer opened the film festival of Carvo in March 2011. Rain fell in March 2012."],
            [],
        ),
        (
            "2020 Olympics open in Tokyo",
            ["The Olympics opened in Tokyo on July 23, 2021, having been put off in 2020."],
            [],
        ),
        # a year stated above
        (
            "2011\n\nMarch 3 – Protesters storm the ministry\n\nMarch 5 – Minister flees",
            [STORM],
            [],
        ),
        (
            "2012\n\nMarch 3 – Protesters storm the ministry",
            [STORM, RAIN],
            [("March 3", "conflict")],
        ),
        (
            "- March 3, 2011: Protesters storm the ministry\n- March 5: Minister flees",
            [STORM],
            [],
        ),
        (
            "- March 3, 2011: Protesters storm the ministry\n- March 13: Minister flees",
            [STORM, RAIN],
            [("March 13", "doubtful")],
        ),
        # a date alone in its line
        (
            "## March 5, 2011\n\nThe minister fled.\n\n## March 3, 2011\n\nProtesters came.",
            [STORM],
            [],
        ),
        # no rows, or lines that state the day of a report
        ("March 3, 2011 was the day that protesters stormed the ministry.", [STORM], []),
        (
            "March 3, 2011: Protesters storm the ministry",
            ["Rain fell on March 3, 2011.\n\nMarch 4, 2011 - Protesters storm ministry in Carvo"],
            [],
        ),
        (
            "March 5, 2011 – Protesters outside the ministry after storming it (AP)",
            [STORM],
            [],
        ),
        ("2009–2014: Berg leads the party", ["Berg led the party from 2009 to 2014."], []),
        # figures
        ("2011-03-03: Protesters storm the ministry", [STORM], []),
        ("2011-03-13: Protesters storm the ministry", [STORM, RAIN], [("2011-03-13", "conflict")]),
        # weekdays
        ("Thursday: Protesters storm the ministry", [DATELINE], []),
        ("Friday: Protesters storm the ministry", [DATELINE], [("Friday", "conflict")]),
    ],
)
def test_a_row_and_its_near_misses(
    article: str, references: list[str], marked: list[tuple[str, str]]
) -> None:
    assert rows(article, *references) == marked


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("2011\n\nMarch 3 – Rain falls\n\nApril 2 – Snow falls", ["2011-03-03", "2011-04-02"]),
        ("- March 3, 2011: Rain falls\n- April 2: Snow falls", ["2011-03-03", "2011-04-02"]),
        ("- March 3, 2011: Rain falls\n- October: Snow falls", ["2011-03-03", "2011-10-01"]),
        ("- April 2, 2011: Rain falls\n- March 3: Snow falls", ["2011-04-02", "2021-03-03"]),
        ("2011\n\n## The weather of another year\n\nMarch 3 – Rain falls", ["2021-03-03"]),
        ("Rain fell on April 2, 2011. Snow fell on March 3.", ["2011-04-02", "2020-03-03"]),
    ],
)
def test_a_row_without_a_year_goes_on_in_the_year_above(lines: str, days: list[str]) -> None:
    found = find_dates(segment(document_from_text("a", "a.txt", f"A story.\n\n{lines}", LATER)))
    shown = [f"{date.first}" for date in found if date.grain != "year"]
    assert shown == days
