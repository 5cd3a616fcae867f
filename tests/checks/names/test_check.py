"""What is found of names that the references lack or have otherwise."""

import pytest

from auditor.checks.names.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Stance, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "names")

POLICE = "Anyone who saw the car should call Suffolk Police on Monday."
ROADS = "The road will be closed, Norwegian Prime Minister Anna Lund said on Tuesday."
MILL = (
    "A fire destroyed the paper mill in Norway on Friday night. It began in a barn. Nobody was "
    "hurt. A week before, a mill had burnt down in Portugal."
)


def findings(article: str, *references: str) -> list[Finding]:
    return list(check(case(article, *references), RULES))


def test_a_finding_says_who_stands_in_the_references_instead_and_proves_it():
    assert findings("Anyone who saw the car is asked to call Norfolk Police.", POLICE) == [
        Finding(
            rule="name-conflict",
            category=Category.NAME,
            severity=Severity.ERROR,
            start=40,
            end=54,
            text="Norfolk Police",
            message=(
                "“Norfolk Police” – the references have Suffolk Police in this place and never "
                "name Norfolk Police"
            ),
            expected="Suffolk Police",
            implies=Verdict.CONTRADICTED,
            evidence=(Evidence("r1", 0, 60, POLICE, Stance.SUPPORTS, 0.6667),),
        )
    ]


@pytest.mark.parametrize(
    ("article", "reference", "found"),
    [
        (
            "Norwegian Prime Minister Karl Berg said that the road would be closed.",
            ROADS,
            [("name-conflict", "Karl Berg", "Anna Lund")],
        ),
        (
            'The Academy gave its award for best picture to "Maestro" by Karl Berg.',
            'The Academy gave its award for best picture to "Oppenheimer" by Karl Berg.',
            [("name-absent-person", "Maestro", None)],
        ),
        (
            "The fire on Friday was fought by fifty men from Casterby Rescue and two boats.",
            (
                "The fire on Friday was fought by fifty men from Tollbury Rescue and two boats. It "
                "began at night in a barn. Nobody slept. A week before, Casterby Rescue had put "
                "out a fire in a mill."
            ),
            [("name-moved", "Casterby Rescue", "Tollbury Rescue")],
        ),
        (
            "Coach Peter Lindqvist praised the team.",
            "Coach Anders Lindqvist praised the team after the match on Sunday.",
            [("name-given-conflict", "Peter Lindqvist", "Anders Lindqvist")],
        ),
        (
            "Farmer Alan Thomsson sold the herd.",
            "Farmer Alan Thompson sold the herd on Monday after the drought.",
            [("name-misspelt", "Alan Thomsson", None)],
        ),
        (
            "Helen Marsh, who runs the harbour office, said that the pier would open in May.",
            "The pier will open in May, the harbour office said on Tuesday.",
            [("name-absent-person", "Helen Marsh", None)],
        ),
        (
            "Northfield Brewing Company was fined on Monday, the Larkhill Institute said.",
            "Northfield Brewing Company was fined for a spill on Monday.",
            [("name-absent", "Larkhill Institute", None)],
        ),
        (
            "The bus left the road near Tollbury on Monday.",
            "A bus left the road near Casterby on Monday. No one was hurt, the firm said.",
            [("place-conflict", "Tollbury", "Casterby")],
        ),
        (
            "A fire destroyed the paper mill in Portugal on Friday night.",
            MILL,
            [("place-moved", "Portugal", "Norway")],
        ),
        (
            "The bus left the road near Tollbury on Monday.",
            "A bus left the road on Monday. No one was hurt, the firm said.",
            [("place-absent", "Tollbury", None)],
        ),
        (
            "The Portuguese government closed the bridge.",
            "The government closed the bridge on Monday after the flood.",
            [("place-country-absent", "Portuguese", None)],
        ),
        ("Hailstorm ruins grapes in five villages", "Hail fell on the vines of Nizza.", []),
        ("Bill: €2.4m\n\nGermany paid €1.5m of it.", "Germany paid €1.5m of €2.4m.", []),
        ("| | Total | Spared |\n| Vines | 12 | 3 |", "Of the 12 vines three were spared.", []),
        (
            "The Larkhill ruins grapes in five villages",
            "Hail fell on the vines of Nizza.",
            [("name-absent", "Larkhill", None)],
        ),
        ("The Central Asian truce holds.", "Kyrgyzstan and Tajikistan agreed on a truce.", []),
        (
            "The West African truce holds.",
            "Kyrgyzstan and Tajikistan agreed on a truce.",
            [("place-country-absent", "West African", None)],
        ),
        ("The stage was won by Joris Kempenaar (NED).", "The Dutch rider Joris Kempenaar won.", []),
        ("The Hungarian choir won.", "The choir of Szeged won the title on Sunday.", []),
        ("An Italian flat was searched.", "Police searched a flat in Bibione on Sunday.", []),
        (
            "An Italian flat was searched.",
            "Police searched a flat in Szeged on Sunday.",
            [("place-country-absent", "Italian", None)],
        ),
        ("Prime Minister Lund said that the road would be closed.", ROADS, []),
        ("Anyone who saw the car is asked to call Suffolk Constabulary.", POLICE, []),
        (
            "“Karl Berg told us that the road would be closed,” she said.",
            "The road will be closed.",
            [],
        ),
    ],
)
def test_each_way_in_which_a_name_can_be_wrong_has_a_rule(article, reference, found):
    assert [(each.rule, each.text, each.expected) for each in findings(article, reference)] == found


def test_a_name_is_marked_once_in_a_sentence():
    article = "Karl Berg sang and Berg danced."
    assert [each.text for each in findings(article, "Somebody sang and danced.")] == ["Karl Berg"]


@pytest.mark.parametrize(
    ("article", "near"),
    [
        ("The road will be closed on Tuesday, the Larkhill Institute said.", [ROADS]),
        ("Nobody saw the dog that bit a postman, the Larkhill Institute said.", []),
    ],
)
def test_an_invented_name_shows_a_passage_only_where_one_is_near(article, near):
    (found,) = findings(article, ROADS)
    assert (found.text, [passage.text for passage in found.evidence]) == (
        "Larkhill Institute",
        near,
    )
