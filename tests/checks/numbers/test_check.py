"""A wrong figure is marked under its own rule; faithful wordings stay silent."""

from itertools import permutations

import pytest

from auditor.checks.numbers.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.words import Severity
from tests.case import case

RULES = rules_of(load_rules(), "numbers")


def findings(article: str, *references: str) -> list[Finding]:
    return list(check(case(article, *references), RULES))


def loud(article: str, *references: str) -> list[str]:
    return [
        f"{found.rule.removeprefix('number-')}: {found.text}"
        for found in findings(article, *references)
        if found.severity is not Severity.NOTE
    ]


FIRE = (
    "The fire in Larvik destroyed 23 houses on Tuesday and injured 14 people, the mayor said. "
    "More than 120 firefighters fought it for nine hours. Damage is put at 45 million euros."
)
FERRY = (
    "The ferry carried 316 passengers and 41 crew when it struck a rock 12 kilometres off Ystad. "
    "Rescuers saved 298 people; 17 died. The captain, Per Holm, 52, was arrested at 8:49 p.m."
)
BANK = (
    "Norvik Bank lost $1.5 billion last year and will cut 2,487 jobs, almost a third of its staff. "
    "Its shares fell 3.5 percent. The rate rose by 1.25 percentage points."
)
TROOPS = "The United States has 900 troops in Syria and 2,500 in Iraq, the Pentagon says."


@pytest.mark.parametrize(
    ("article", "references", "marked"),
    [
        # another value in the slot
        ("The fire in Larvik destroyed 32 houses.", [FIRE], ["transposed: 32"]),
        ("The fire in Larvik destroyed 19 houses.", [FIRE], ["conflict: 19"]),
        ("The fire in Larvik destroyed 23 houses.", [FIRE], []),
        ("The fire in Larvik destroyed twenty-three houses.", [FIRE], []),
        ("The fire in Larvik destroyed about 20 houses.", [FIRE], []),
        ("The fire in Larvik destroyed over 20 homes.", [FIRE], []),
        ("The fire in Larvik destroyed nearly two dozen homes.", [FIRE], []),
        ("The fire in Larvik destroyed dozens of houses.", [FIRE], []),
        ("The fire in Larvik injured 14 people.", [FIRE], []),
        ("The fire in Larvik injured fourteen.", [FIRE], []),
        ("The fire in Larvik left 14 people with injuries.", [FIRE], []),
        ("The fire in Larvik injured 40 people.", [FIRE], ["conflict: 40"]),
        ("More than 100 firefighters fought the fire in Larvik.", [FIRE], []),
        ("Some 120 firefighters fought the fire in Larvik.", [FIRE], []),
        ("At least 120 firefighters fought the fire in Larvik.", [FIRE], []),
        (
            "Fewer than 120 firefighters fought the fire in Larvik.",
            [FIRE],
            ["bound: Fewer than 120"],
        ),
        ("Firefighters fought the fire in Larvik for nine hours.", [FIRE], []),
        ("Firefighters fought the fire in Larvik for 9 hours.", [FIRE], []),
        ("Damage in Larvik is put at €45m.", [FIRE], []),
        ("Damage in Larvik is put at 45 million euros.", [FIRE], []),
        ("Damage in Larvik is put at 45 billion euros.", [FIRE], ["scale: 45 billion euros"]),
        ("Damage in Larvik is put at 45 million dollars.", [FIRE], ["unit: 45 million dollars"]),
        ("Damage in Larvik is put at 54 million euros.", [FIRE], ["transposed: 54 million euros"]),
        # several numbers in a sentence
        ("The ferry carried 316 passengers.", [FERRY], []),
        ("The ferry carried over 300 passengers.", [FERRY], []),
        ("The ferry carried 361 passengers.", [FERRY], ["transposed: 361"]),
        ("The ferry carried 41 crew.", [FERRY], []),
        ("The ferry carried 44 crew.", [FERRY], ["conflict: 44"]),
        ("The ferry carried 357 people.", [FERRY], []),
        (
            "The ferry carried 41 passengers and 316 crew.",
            [FERRY],
            ["swapped: 41", "swapped: 316"],
        ),
        ("The ferry struck a rock 12 km off Ystad.", [FERRY], []),
        ("The ferry struck a rock 7.5 miles off Ystad.", [FERRY], []),
        ("The ferry struck a rock 12 miles off Ystad.", [FERRY], ["unit: 12 miles"]),
        ("Rescuers saved 298 people off Ystad.", [FERRY], []),
        ("Rescuers saved almost 300 people off Ystad.", [FERRY], []),
        (
            "The dogs bit the man almost ten times.",
            ["The dogs bit the man some eight times, the mayor said."],
            ["likely: ten times"],
        ),
        (
            "The dogs bit the man almost ten times.",
            ["The dogs bit the man some four times, the mayor said."],
            ["conflict: ten times"],
        ),
        (
            "The dogs bit the man almost ten times.",
            ["The dogs bit the man some nine times, the mayor said."],
            [],
        ),
        (
            "The island fair marks 70 years since the island was freed.",
            ["The island fair is a five-week feast since the island was freed 70 years ago."],
            [],
        ),
        (
            "The island fair is a seven-week feast.",
            ["The island fair is a five-week feast since the island was freed 70 years ago."],
            ["conflict: seven-week"],
        ),
        ("Damage in Larvik is put at € 45 m.", [FIRE], []),
        ("Damage in Larvik is put at € 54 m.", [FIRE], ["transposed: € 54 m"]),
        ("Rescuers saved 289 people off Ystad.", [FERRY], ["transposed: 289"]),
        ("Seventeen people died when the ferry struck a rock.", [FERRY], []),
        ("The ferry's captain, Per Holm, 52, was arrested.", [FERRY], []),
        ("Captain Per Holm, aged 52, was arrested.", [FERRY], []),
        ("The 52-year-old captain Per Holm was arrested.", [FERRY], []),
        (
            "The guard, Ole Lund, and a 31-year-old passenger, Ada Berg, were killed.",
            ["The guard, Ole Lund, 58, and a passenger, Ada Berg, a nurse aged 31, were killed."],
            [],
        ),
        ("Captain Per Holm, 25, was arrested.", [FERRY], ["transposed: 25"]),
        ("The captain was arrested at 20:49.", [FERRY], []),
        ("The captain was arrested shortly before 9pm.", [FERRY], []),
        ("The captain was arrested at 8:49 a.m.", [FERRY], ["conflict: 8:49 a.m."]),
        # money and shares
        ("Norvik Bank lost $1.5bn last year.", [BANK], []),
        ("Norvik Bank lost 1.5 billion dollars last year.", [BANK], []),
        ("Norvik Bank lost $1,500 million last year.", [BANK], []),
        ("Norvik Bank lost $1.5m last year.", [BANK], ["scale: $1.5m"]),
        ("Norvik Bank lost £1.5 billion last year.", [BANK], ["unit: £1.5 billion"]),
        ("Norvik Bank will cut 2,487 jobs.", [BANK], []),
        ("Norvik Bank will cut about 2,500 jobs.", [BANK], []),
        ("Norvik Bank will cut 2,500 positions.", [BANK], []),
        ("Norvik Bank will cut more than 2,400 jobs.", [BANK], []),
        ("Norvik Bank will cut 24,870 jobs.", [BANK], ["scale: 24,870"]),
        ("Norvik Bank will cut nearly a third of its staff.", [BANK], []),
        ("Norvik Bank's shares fell 3.5%.", [BANK], []),
        ("Norvik Bank's shares fell 5.3%.", [BANK], ["transposed: 5.3%"]),
        ("Norvik Bank raised the rate by 1.25 points.", [BANK], []),
        ("The rate rose by 1.25 percent at Norvik Bank.", [BANK], ["unit: 1.25 percent"]),
        # people listed one by one
        (
            "Eight men have been arrested in raids.",
            ["Those held include four men from Lund, a man from Ystad, two women and a boy."],
            [],
        ),
        (
            "Two people have been held after a man died in a fire in Lund.",
            ["A 27-year-old man and a woman were held in Lund after a man died. Four got away."],
            [],
        ),
        (
            "Three people have been held after a fire in Lund.",
            ["A man and a woman were held after a body was found in Lund. Four people escaped."],
            ["likely: Three"],
        ),
        (
            "Two men have been arrested in Lund.",
            ["The men, aged 36 and 37, were arrested in Lund. Three men were arrested in May."],
            [],
        ),
        (
            "Six men have been arrested in raids.",
            ["Men held in the raids include four men from Lund, a man from Ystad and two boys."],
            ["conflict: Six"],
        ),
        # what the references tell apart is added
        (
            "The fires in Lund and Ystad destroyed 36 houses.",
            ["The fire in Lund destroyed 23 houses. It rained. In Ystad, flames ate 13 houses."],
            [],
        ),
        (
            "The fires in Lund and Ystad destroyed 46 houses.",
            ["The fire in Lund destroyed 23 houses. It rained. In Ystad, flames ate 13 houses."],
            ["conflict: 46"],
        ),
        (
            "The fire in Lund destroyed 36 houses.",
            ["The fire in Lund destroyed 23 houses. It rained. In Ystad, flames ate 13 houses."],
            ["conflict: 36"],
        ),
        (
            "The two banks cut 3,200 jobs.",
            ["Norvik Bank will cut 2,000 jobs.", "Sudvik Bank said it would shed 1,200 posts."],
            [],
        ),
        (
            "Nine people died in the two crashes.",
            ["A bus crash near Lund killed five people. Four died when a van hit a wall in Ystad."],
            [],
        ),
        (
            "Eleven people died in the two crashes.",
            ["A bus crash near Lund killed five people. Four died when a van hit a wall in Ystad."],
            ["conflict: Eleven"],
        ),
        # a bound turned over outweighs figures that only happen to lie on its side
        (
            "Fewer than 200 people died in the flood in Bremo, officials said.",
            ["More than 200 people died in the flood in Bremo. In a school 150 people slept."],
            ["bound: Fewer than 200"],
        ),
        (
            "Less than half the homes in Bremo were flooded.",
            ["More than half the homes in Bremo were flooded, more than a third of the shops too."],
            ["bound: Less than half"],
        ),
        (
            "Under 2,000 houses, 60 shops and 100 barns in Bremo are under threat.",
            ["Over 2,000 houses, 60 shops and 100 barns in Bremo are under threat."],
            ["bound: Under 2,000"],
        ),
        (
            "At most 300 people have come to Bremo, and another 300 will follow.",
            ["At least 300 people have come to Bremo, and another 300 will follow."],
            ["bound: At most 300"],
        ),
        (
            "At least 200 people died in the flood in Bremo.",
            [
                "At least 200 people died in the flood in Bremo, officials said.",
                "As many as 200 people died in the flood in Bremo.",
            ],
            [],
        ),
        (
            "Nearly 200 people died in the flood in Bremo.",
            ["More than 200 people died in the flood in Bremo.", "Nearly 200 died in Bremo."],
            [],
        ),
        (
            "Nearly 200 people died in the flood in Bremo.",
            ["More than 200 people died in the flood in Bremo.", "The flood killed 195 people."],
            [],
        ),
        (
            "The bank employs more than 300 clerks in Oslo.",
            ["The bank employs fewer than 300 clerks in Bergen and more than 300 in Oslo."],
            [],
        ),
        # a limit and what goes beyond it
        (
            "No more than 40 guests may attend weddings.",
            ["More than 40 guests may not attend a wedding, the ministry says."],
            [],
        ),
        ("Weddings may have up to 40 guests.", ["More than 40 guests are forbidden there."], []),
        (
            "Firms with fewer than 50 employees are exempt.",
            ["Firms with more than 50 employees must pay the levy."],
            [],
        ),
        # a telling figure in another unit, wherever it stands
        (
            "Larvik got help: £250,500 came in.",
            ["Donors in the far north sent $250,500 by Monday."],
            ["likely: £250,500"],
        ),
        (
            "The water is soon in Larvik, a village some 13 kilometres away.",
            ["Larvik lies 13 miles down the valley. They bore the man nine kilometres to Larvik."],
            ["likely: 13 kilometres"],
        ),
        (
            "The path is 12.5 miles long.",
            ["The trail runs 20.1 km to the sea. A sign 12.5 km from the sea was stolen."],
            [],
        ),
        # swapped pair
        (
            "There are 2,500 troops in Syria and 900 in Iraq.",
            [TROOPS],
            ["swapped: 2,500", "swapped: 900"],
        ),
        ("There are 900 troops in Syria and 2,500 in Iraq.", [TROOPS], []),
        ("There are 2,500 soldiers in Iraq and 900 in Syria.", [TROOPS], []),
        ("The United States has over 2,000 troops in Iraq.", [TROOPS], []),
        ("The United States has some 3,400 troops in Iraq and Syria.", [TROOPS], []),
        # a part is no rival of the whole that stands beside it
        (
            "Of the £90 million for the bridge, £60 million is a loan and £30 million a grant.",
            ["The council will pay £90 million.", "The loan for the bridge is £60 million."],
            [],
        ),
        # found in no reference
        ("The mayor of Larvik set up a fund of £250,000.", [FIRE], ["unfound: £250,000"]),
        ("The mayor of Larvik, who is 61 years old, spoke.", [FIRE], ["unfound: 61 years old"]),
        ("The mayor of Larvik spoke on 3 January 2019.", [FIRE], []),
        ("The mayor of Larvik took Highway 50 in an F-16.", [FIRE], []),
        ("The mayor of Larvik has two sons.", [FIRE], []),
        ("Several mayors spoke in Larvik.", [FIRE], []),
        ("The mayor of Larvik said: “We lost 77 barns.”", [FIRE], []),
        # several references
        ("The fire in Larvik destroyed 23 houses.", [FERRY, FIRE], []),
        ("The fire in Larvik destroyed 32 houses.", [FERRY, FIRE], ["transposed: 32"]),
        ("The club has 17 members of staff.", ["The club employs 12 women. It employs 5 men."], []),
        (
            "Turnout was 40 percent.",
            ["Turnout was low, with 400 votes of a possible 1,000 cast for the seat."],
            [],
        ),
    ],
)
def test_what_is_marked_and_what_is_not(
    article: str, references: list[str], marked: list[str]
) -> None:
    assert loud(article, *references) == marked


def test_a_conflict_shows_both_figures_and_its_source() -> None:
    (found,) = findings("The fire in Larvik destroyed 19 houses.", FIRE)
    assert (found.rule, found.text, found.expected) == ("number-conflict", "19", "23")
    assert "23: r1.txt" in found.message
    assert found.evidence[0].reference == "r1"


def test_a_derived_figure_shows_its_arithmetic() -> None:
    (found,) = findings("The ferry carried 357 people.", FERRY)
    assert (found.rule, found.severity) == ("number-derived", Severity.NOTE)
    assert "316 + 41 = 357" in found.message


def test_references_that_disagree_are_named_both() -> None:
    later = "The fire in Larvik destroyed 29 houses on Tuesday, the county said."
    (found,) = findings("The fire in Larvik destroyed 23 houses on Tuesday.", FIRE, later)
    assert (found.rule, found.category.value) == ("number-disputed", "reference")
    assert "23 (r1.txt)" in found.message
    assert "29 (r2.txt)" in found.message


def test_the_order_of_references_does_not_matter() -> None:
    article = (
        "The fire in Larvik destroyed 32 houses. The ferry carried 316 passengers. "
        "Norvik Bank lost $1.5 million last year. The mayor set up a fund of £250,000."
    )
    marked = [loud(article, *order) for order in permutations((FIRE, FERRY, BANK))]
    assert all(one == marked[0] for one in marked)
    assert marked[0]


def test_no_reference_at_all_is_not_a_crash() -> None:
    assert loud("The fire destroyed 32 houses.") == ["unfound: 32"]


def test_a_share_of_people_above_the_whole_cannot_be() -> None:
    assert loud("The survey found 120 percent of the voters tired.", "Voters were asked.") == [
        "impossible: 120 percent"
    ]
    assert loud("Sales rose by 120 percent.", "Sales rose by 120 percent.") == []
