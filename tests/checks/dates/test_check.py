import datetime

import pytest

from auditor.checks.dates.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from tests.case import case

RULES = rules_of(load_rules(), "dates")
SATURDAY = datetime.date(2024, 1, 6)


def findings(
    article: str, references: list[str], published: datetime.date | None = SATURDAY
) -> list[Finding]:
    return list(check(case(article, *references, published=published), RULES))


def marks(
    article: str, references: list[str], published: datetime.date | None = SATURDAY
) -> list[tuple[str, str]]:
    found = findings(article, references, published)
    return [(finding.text, finding.rule.removeprefix("date-")) for finding in found]


TANKER = (
    "LIMASSOL, Jan 5 (Reuters) – The navy seized the tanker off Cyprus on Thursday, officials "
    "said. Thursday’s seizure followed a chase of six hours. The owners demanded its release on "
    "Friday. The tanker had left port on December 20 with a crew of thirty."
)
ELEVATOR = (
    "REGINA, Aug 21, 2024 (AP) – The grain elevator of Willow Bend burned down on Sunday night, "
    "two days before it was to be listed. The society had watched it since a fire in May."
)
BAKERS = (
    "ODENSE, Oct 4, 2024 (Reuters) – Thirty-four bakers walked out on Tuesday against a machine "
    "that sings. Nobody can think at three in the morning, said the steward. They went back the "
    "next day, when the director switched the sound off."
)
GAS = (
    "LODZ, Dec 16, 2022 (PAP) – The gas company said on Thursday that it had been warned. A "
    "caretaker rang on the Friday before the explosion, but a van had checked the street that "
    "Wednesday. It said that Monday’s meeting would be public."
)
CLIMBERS = (
    "BISHKEK, Aug 20, 2003 (AP) – Three climbers missing since 9 August were found alive on Monday "
    "in a snow cave. Two died in an avalanche."
)
VOLCANO = (
    "QUITO, Feb 11, 2020 (EFE) – The alert is back at yellow, the institute said on Tuesday. From "
    "Friday people may return to Guayrapata. The Sunday People was told of it first."
)
BELLS = """November 14, 2023

The bells were taken in 1902 and bought by the museum two years later for 640 marks."""

TALKS = """July 10, 2024

The minister met leaders of the parties on Wednesday for three hours. Talks resume on Friday."""

BUS = """September 22, 2024

Voters approved the night bus on Saturday. It will run on Mondays and Fridays from December 15."""

QUAKE = (
    "An earthquake of magnitude 6.1 struck the coast on Tuesday night, killing twelve people. "
    "Rescuers reached the last village on Thursday morning. The president will visit the region "
    "on Sunday. A quake in the same region killed forty people in May 2011."
)
FESTIVAL = "The Leeds music festival opened on 3 July 2025 in front of 5,000 people."
TRIAL = (
    "LEEDS, March 14, 2023 (AP) – Marta Quill, who ran the clinic from 2009 to 2016, was convicted "
    "of fraud on Monday. She was arrested in June 2019 and charged two months later. The judge "
    "will sentence her on April 3. “I did nothing wrong on that Sunday,” Quill said last week."
)


@pytest.mark.parametrize(
    ("article", "reference", "marked"),
    [
        # another day of the same event
        ("The navy seized the tanker on January 3rd.", TANKER, [("January 3rd", "conflict")]),
        ("The navy seized the tanker on 3 January 2024.", TANKER, [("3 January 2024", "conflict")]),
        (
            "The navy seized the tanker off Cyprus on Wednesday.",
            TANKER,
            [("Wednesday", "conflict")],
        ),
        ("The tanker left port on December 12.", TANKER, [("December 12", "conflict")]),
        ("Owners demanded the release of the ship on Sunday.", TANKER, [("Sunday", "conflict")]),
        ("The January 3 seizure followed a chase.", TANKER, [("January 3", "conflict")]),
        ("An earthquake struck the coast on Monday night.", QUAKE, [("Monday night", "conflict")]),
        ("Rescuers reached the last village on Friday.", QUAKE, [("Friday", "conflict")]),
        ("A quake killed forty people there in May 2012.", QUAKE, [("May 2012", "conflict")]),
        (
            "Quill was convicted of fraud on March 12, 2023.",
            TRIAL,
            [("March 12, 2023", "conflict")],
        ),
        ("Marta Quill was arrested in July 2019.", TRIAL, [("July 2019", "conflict")]),
        ("The judge will sentence Quill on April 13.", TRIAL, [("April 13", "conflict")]),
        # another day than what is reckoned from a reference
        ("The elevator burned down on 20 August.", ELEVATOR, [("20 August", "conflict")]),
        ("The elevator was to be listed on 21 August.", ELEVATOR, [("21 August", "conflict")]),
        ("The bakers went back on 3 October.", BAKERS, [("3 October", "unfound")]),
        ("The climbers were found alive on 17 August.", CLIMBERS, [("17 August", "conflict")]),
        # the day that is reckoned from a reference
        ("The elevator was to be listed on 20 August.", ELEVATOR, []),
        ("The bakers went back on 2 October.", BAKERS, []),
        ("A van checked the street on 7 December 2022.", GAS, []),
        ("The meeting will be public on 19 December 2022.", GAS, []),
        ("People may go home on 14 February.", VOLCANO, []),
        # the same day in other words
        ("The navy seized the tanker on January 4th.", TANKER, []),
        ("The navy seized the tanker on 4 January 2024.", TANKER, []),
        ("The navy seized the tanker on Thursday.", TANKER, []),
        ("The navy seized the tanker two days ago.", TANKER, []),
        ("The navy seized the tanker this week.", TANKER, []),
        ("The navy seized the tanker earlier this month.", TANKER, []),
        ("The owners demanded its release yesterday.", TANKER, []),
        ("The tanker left port on Dec. 20, 2023.", TANKER, []),
        ("The tanker left port last month.", TANKER, []),
        ("The tanker left port in late December.", TANKER, []),
        ("The tanker left port in 2023.", TANKER, []),
        ("The tanker left port two weeks ago.", TANKER, []),
        ("An earthquake struck the coast on Tuesday.", QUAKE, []),
        ("An earthquake struck late on Tuesday.", QUAKE, []),
        ("The president is due in the region on Sunday.", QUAKE, []),
        ("A quake killed forty people there in 2011.", QUAKE, []),
        ("A quake killed forty people there in May of 2011.", QUAKE, []),
        ("Quill was convicted on 13 March 2023.", TRIAL, []),
        ("Quill was arrested in 2019.", TRIAL, []),
        ("Quill was arrested in the summer of 2019.", TRIAL, []),
        ("She ran the clinic between 2009 and 2016.", TRIAL, []),
        ("She had run the clinic since 2009.", TRIAL, []),
        # other events of the same texts keep their own days
        ("The tanker left port on December 20 and was seized on January 4.", TANKER, []),
        ("The quake struck on Tuesday; rescuers came on Thursday.", QUAKE, []),
        ("Quill, arrested in June 2019, was convicted on March 13.", TRIAL, []),
        # a day that stands nowhere
        ("The navy had bought the frigate in 2017.", TANKER, [("2017", "unfound")]),
        ("The frigate was launched on 9 May 2016.", TANKER, [("9 May 2016", "unfound")]),
        ("The port was rebuilt in August 2015.", QUAKE, [("August 2015", "unfound")]),
        ("The mayor wept on Monday.", QUAKE, [("Monday", "weekday-unfound")]),
        ("The mayor wept on Thursday.", QUAKE, []),
        ("The mayor weeps on Mondays.", QUAKE, []),
        ("The bus runs on Monday and Friday.", BUS, []),
        ("The museum bought the bells in 1904.", BELLS, []),
        ("The museum bought the bells in 1905.", BELLS, [("1905", "doubtful")]),
        ("They are to meet again on Friday.", TALKS, []),
        ("They met on Friday.", TALKS, [("Friday", "doubtful")]),
        ("The bus runs on Monday and Tuesday.", BUS, [("Tuesday", "weekday-unfound")]),
        ("The clinic opened in 2009.", TRIAL, []),
        ("The clinic opened last year.", QUAKE, []),
        ("The navy will report in the spring.", TANKER, []),
        # counted from the article's own day
        (
            "The navy seized the tanker off Cyprus yesterday.",
            TANKER,
            [("yesterday", "relative-conflict")],
        ),
        (
            "The navy seized the tanker off Cyprus last month.",
            TANKER,
            [("last month", "relative-conflict")],
        ),
        (
            "The navy seized the tanker off Cyprus last week.",
            TANKER,
            [("last week", "relative-conflict")],
        ),
        # quoted words are left to the quote check
        ("“The navy seized the tanker on January 3rd,” he said.", TANKER, []),
        ("“I did nothing wrong on that Monday,” Quill said.", TRIAL, []),
        # no calendar has them
        (
            "The navy seized the tanker on Wednesday, January 4, 2024.",
            TANKER,
            [("Wednesday, January 4, 2024", "weekday")],
        ),
        ("The navy seized the tanker on Thursday, January 4, 2024.", TANKER, []),
        ("The navy seized the tanker on Thursday, January 4.", TANKER, []),
        (
            "The navy seized the tanker on Friday, January 4.",
            TANKER,
            [("Friday, January 4", "weekday")],
        ),
        # a festival comes back every year, and in one year once
        (
            "The Leeds music festival opened on 5 July 2025, and the mayor sang.",
            FESTIVAL,
            [("5 July 2025", "conflict")],
        ),
        (
            "The Leeds music festival opened on 5 July 2024, and the mayor sang.",
            FESTIVAL,
            [("5 July 2024", "unfound")],
        ),
        # an order that dates forbid
        (
            "Quill was convicted on March 13, 2023 after she was arrested on June 2, 2023.",
            TRIAL,
            [("March 13, 2023", "order"), ("June 2, 2023", "conflict")],
        ),
        ("Quill was convicted on March 13, 2023 after she was arrested in June 2019.", TRIAL, []),
        ("Quill was arrested in June 2019 before she was convicted on March 13, 2023.", TRIAL, []),
    ],
)
def test_a_date_is_marked_where_the_same_event_has_another(
    article: str, reference: str, marked: list[tuple[str, str]]
) -> None:
    assert (
        marks(article, [reference], datetime.date(2023, 3, 15) if reference is TRIAL else SATURDAY)
        == marked
    )


@pytest.mark.parametrize(
    ("article", "references", "marked"),
    [
        # two events of one kind
        (
            "A bomb killed nine people in Herat on Tuesday.",
            ["A bomb killed five in Kabul on Monday. A bomb killed nine in Herat on Tuesday."],
            [],
        ),
        (
            "A bomb killed nine people in Herat on Tuesday.",
            [
                "A bomb killed five people in Kabul on Monday.",
                "A bomb in Herat killed nine on Tuesday.",
            ],
            [],
        ),
        (
            "Fighting went on in the north on Wednesday.",
            ["Fighting in the north went on for a third day on Wednesday after clashes on Monday."],
            [],
        ),
        (
            "The Lions beat the Bears on Saturday and the Wolves on Sunday.",
            ["The Lions beat the Bears on Saturday.", "On Sunday the Lions beat the Wolves 3-1."],
            [],
        ),
        (
            "Sales rose 4% in the second quarter of 2021 and 6% in the third quarter of 2021.",
            ["Sales rose 6% in the third quarter of 2021, against 4% in the second quarter."],
            [],
        ),
        (
            "Profit rose in 2020 and fell in 2021.",
            ["After a rise of profit in 2020, the company reported a fall of profit in 2021."],
            [],
        ),
        (
            "The first leg was played on March 6.",
            ["The second leg was played on March 13. The first leg was on March 6."],
            [],
        ),
        (
            "The first leg was played in Turin.",
            ["The second leg was played on March 13 in Turin."],
            [],
        ),
        # people tell things every day
        (
            "“We will stay,” Minister Aldo Ferri said on Friday.",
            [
                "Ferri said on Thursday that the talks had failed.",
                "On Friday, Ferri said: “We will stay.”",
            ],
            [],
        ),
        (
            "The company said on Friday that it would close the plant.",
            [
                "The company said on Monday that it had a lawyer. It will close, it said Friday.",
            ],
            [],
        ),
        (
            "Police said on Tuesday that the suspect had fled.",
            ["The robbery took place on Monday, police said on Tuesday. The suspect had fled."],
            [],
        ),
        # references that differ: the article may follow either
        (
            "The ferry sank on Tuesday.",
            ["The ferry sank late on Monday.", "The ferry sank early on Tuesday."],
            [],
        ),
        (
            "The ferry sank on Wednesday.",
            ["The ferry sank late on Monday.", "The ferry sank early on Tuesday."],
            [("Wednesday", "conflict")],
        ),
        # what has no day of its own
        (
            "The ferry sank last week.",
            ["The ferry sank on Monday, the coast guard said."],
            [],
        ),
        (
            "The ferry sank on May 3.",
            ["The ferry sank on Monday, the coast guard said."],
            [],
        ),
        (
            "The ferry sank on 3 May 2022.",
            ["The ferry sank on Tuesday, the coast guard said."],
            [],
        ),
        (
            "The ferry sank on 3 May 2022.",
            ["The ferry sank this week, the coast guard said."],
            [],
        ),
        # the weekdays of an older calendar
        (
            "The order was arrested on Saturday, 13 October 1307.",
            ["The order was arrested on 13 October 1307."],
            [],
        ),
        # a year of its own
        (
            "He was arrested at school on September 14, 2014.",
            ["He was arrested at school on September 14. He had moved there in 2015."],
            [("September 14, 2014", "unfound")],
        ),
        (
            "He was arrested at school on September 14, 2015.",
            ["He was arrested at school on September 14. He had moved there in 2015."],
            [],
        ),
        (
            "He was arrested at school on September 14, 2014.",
            ["He was arrested at school on September 14."],
            [],
        ),
        # history
        (
            "The war that began on October 7 has killed thousands.",
            ["Thousands have died since the war began on Oct. 7, 2023."],
            [],
        ),
        (
            "The war that began on October 17 has killed thousands.",
            ["Thousands have died since the war began on Oct. 7, 2023."],
            [("October 17", "conflict")],
        ),
        (
            "The coalition was formed in 2014 to fight the militants.",
            ["The coalition, formed in 2014, fights militants that seized the city in June 2014."],
            [],
        ),
        (
            "The coalition was formed in 2016 to fight the militants.",
            ["The coalition, formed in 2014 to fight the militants, is in its tenth year."],
            [("2016", "doubtful")],
        ),
        (
            "He was born on 4 May 1961 and died on 9 May 2020.",
            ["Born on May 4, 1961, he died on May 9, 2020."],
            [],
        ),
        (
            "He was born on 9 May 1961 and died on 4 May 2020.",
            ["Born on May 4, 1961, he died on May 9, 2020."],
            [("9 May 1961", "conflict"), ("4 May 2020", "conflict")],
        ),
        # since, until, by
        (
            "The road has been closed since Monday.",
            ["The road was closed on Monday after a landslide."],
            [],
        ),
        (
            "The road must be open again by Friday.",
            ["The road must be open again by Thursday, the council said."],
            [("Friday", "conflict")],
        ),
        (
            "The fair runs from June 3 to June 7.",
            ["The fair runs from 3 to 7 June."],
            [],
        ),
        (
            "The fair opens on June 3.",
            ["The fair runs from June 3 to June 7."],
            [],
        ),
        (
            "The fair runs until June 9.",
            ["The fair runs from June 3 to June 7."],
            [("June 9", "conflict")],
        ),
        # months
        (
            "Unemployment rose in June, after a fall in May.",
            ["Unemployment rose in June. It had fallen in May."],
            [],
        ),
        (
            "Unemployment rose in July.",
            ["Unemployment rose in June, the bureau said."],
            [("July", "conflict")],
        ),
        # intervals
        (
            "The minister resigned two weeks after the vote.",
            ["Two weeks after the vote, the minister resigned."],
            [],
        ),
        (
            "The minister resigned two weeks after the vote.",
            ["A week after the vote, the minister resigned."],
            [("two weeks after the vote", "interval")],
        ),
        (
            "The minister resigned two weeks after the vote.",
            ["A week after the flood, the minister resigned."],
            [],
        ),
        (
            "A report came out a month after the minister resigned.",
            ["A week after the vote, the minister resigned."],
            [],
        ),
        # a table of events
        (
            (
                "Date Event\nJanuary 3, 2024 Navy seizes tanker off Cyprus\n"
                "January 5, 2024 Owners demand release of tanker"
            ),
            [TANKER],
            [("January 3, 2024", "conflict")],
        ),
        (
            (
                "Date Event\nJanuary 4, 2024 Navy seizes tanker off Cyprus\n"
                "January 5, 2024 Owners demand release of tanker"
            ),
            [TANKER],
            [],
        ),
    ],
)
def test_a_date_belongs_to_its_own_event(
    article: str, references: list[str], marked: list[tuple[str, str]]
) -> None:
    published = SATURDAY if TANKER in references else None
    assert marks(article, references, published) == marked


def test_a_conflict_shows_its_proof_and_offers_the_correction() -> None:
    (found,) = findings("The navy seized the tanker on January 3rd.", [TANKER])
    assert found.expected == "January 4th"
    assert found.message == (
        "“January 3rd” – the references have Thursday 4 January 2024 for this: r1.txt, dateline "
        "5 January, “seized the tanker off Cyprus on Thursday”"
    )
    assert [(e.reference, e.stance.value, e.text[-15:]) for e in found.evidence] == [
        ("r1", "contradicts", "officials said.")
    ]


def test_a_date_that_is_wrong_for_sure_is_wrong_wherever_it_stands() -> None:
    article = (
        "The navy seized the tanker off Cyprus on January 3. Prices rose for weeks after the "
        "January 3 seizure."
    )
    assert marks(article, [TANKER]) == [("January 3", "conflict"), ("January 3", "conflict")]


def test_nothing_is_said_where_the_article_has_no_dates() -> None:
    assert findings("The navy seized the tanker.", [TANKER]) == []


def test_nothing_is_said_where_no_reference_has_dates() -> None:
    assert findings("The navy seized the tanker on Thursday.", ["The navy seized it."]) == []


def test_a_day_without_its_year_is_that_of_any_year_that_has_it() -> None:
    article = "The climbers were found on 18 August, twenty years ago."
    later = "BISHKEK, Aug 21, 2023 (AP) – Two of the climbers came back on Friday."

    assert marks(article, [CLIMBERS, later], datetime.date(2023, 8, 21)) == []


FERRY = (
    "The evening ferry to Skarra stayed in port on Monday because its ramp was stuck. Captain Lie "
    "said that Tuesday’s sailing was expected to leave on time."
)


@pytest.mark.parametrize(
    ("article", "marked"),
    [
        ("The evening ferry to Skarra did not sail on Monday.", []),
        ("The evening ferry to Skarra stayed in port on Monday.", []),
        ("The evening ferry to Skarra stayed in port on Tuesday.", [("Tuesday", "doubtful")]),
    ],
)
def test_what_did_not_happen_on_a_day_is_not_what_is_expected_on_another(
    article: str, marked: list[tuple[str, str]]
) -> None:
    assert marks(article, [FERRY], None) == marked
