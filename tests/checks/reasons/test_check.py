"""A reason that the references give for something else is marked; one in other words is not."""

import pytest

from auditor.checks.reasons.check import check
from auditor.knowledge.rules import load_rules, rules_of
from tests.case import case

RULES = rules_of(load_rules(), "reasons")

FERRY = (
    "The evening ferry to Skarra did not sail on Monday because its stern ramp would not close. "
    "A gale warning had been lifted at noon. Some 140 people slept at a hotel."
)
PARKING = (
    "A trial with meters at $3 an hour was scrapped after five months because takings did not "
    "cover the cost of the machines. In the old port vandals wrecked nine of them in 2021."
)
CLINIC = (
    "Waiting times for a scan at St Brigid's have fallen from 22 to nine weeks thanks to a second "
    "scanner. A sharp cut in agency nurses has halved the deficit of the hospital."
)
RENTS = "Rents in the Molino quarter fell by a tenth as a result of the departure of 700 students."
MATCH = (
    "The match between Dover and Leith was called off on Sunday because of a waterlogged pitch. "
    "Heavy rain had fallen on Dover all night before the match with Leith."
)

DRIVERS = (
    "Drivers downed tools for four hours on Monday in protest against the dismissal of a "
    "colleague. The mechanics are angry about a new night rota."
)
FLIGHTS = (
    "The airline will fly to Roseau again in December if the regulator clears its second plane. "
    "A pay rise for the pilots depends on a profit this year."
)

BREAD = (
    "Although flour has become a third dearer, Gül Aydemir keeps the price of her bread at four "
    "lira, because students are her best customers."
)
THEATRE = (
    "The theatre company La Noria has lost its state subsidy because it played to houses less than "
    "a third full for two seasons."
)

RAILWAY = (
    "A landslide near Oberstauden led to the closure of the railway on Wednesday night. Heavy snow "
    "forced the road over the pass to shut for the third time."
)


def marked(article: str, *references: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.expected) for one in check(case(article, *references), RULES)]


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("The evening ferry did not sail on Monday because its stern ramp was stuck.", FERRY),
        ("The evening ferry did not sail on Monday because a hinge had rusted.", FERRY),
        ("The evening ferry did not sail on Monday, and not because of a gale warning.", FERRY),
        ("The evening ferry did not sail on Monday after a gale warning.", FERRY),
        ("“The evening ferry did not sail on Monday because of a gale warning.”", FERRY),
        ("Some 140 people slept at a hotel because of the gale warning.", FERRY),
        ("The hotel was full owing to the ferry.", FERRY),
        ("The trial was scrapped since it cost more than it brought in.", PARKING),
        ("The meters at $3 an hour were scrapped since the takings were too small.", PARKING),
        ("Nine meters are gone because vandals wrecked them.", PARKING),
        ("Waiting times for a scan have fallen to nine weeks thanks to new equipment.", CLINIC),
        ("The deficit of the hospital was halved thanks to the cut in agency nurses.", CLINIC),
        ("Rents in the Molino quarter fell by a tenth because students had moved away.", RENTS),
        ("The match between Dover and Leith was called off because of heavy rain.", MATCH),
        ("Drivers downed tools for four hours on Monday because a man was sacked.", DRIVERS),
        ("Drivers downed tools for four hours on Monday if there was a rota.", DRIVERS),
        ("The airline will fly to Roseau again in December if its plane is cleared.", FLIGHTS),
        ("The airline will fly to Roseau again in December because of a profit.", FLIGHTS),
        ("The price of her bread stays at four lira although flour is a third dearer.", BREAD),
        ("Despite dearer flour Aydemir keeps the price of her bread at four lira.", BREAD),
        ("Although flour has become a third dearer, Aydemir still bakes.", BREAD),
        ("La Noria lost its state subsidy since its houses were less than a third full.", THEATRE),
        ("Because it has lost its state subsidy, La Noria will close.", THEATRE),
        ("A slide led to the closure of the railway on Wednesday night.", RAILWAY),
        ("Heavy snow led to the closure of the road over the pass.", RAILWAY),
        ("The ferry sailed.", FERRY),
        ("Because of the wind.", FERRY),
        ("Because, because of it, owing to.", FERRY),
    ],
)
def test_what_may_be_the_same_reason_is_left_alone(article: str, reference: str) -> None:
    assert marked(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference", "words", "expected"),
    [
        (
            "The evening ferry did not sail on Monday because of a gale warning.",
            FERRY,
            "because of a gale warning",
            "because its stern ramp would not close",
        ),
        (
            "Owing to a gale warning, the evening ferry did not sail on Monday.",
            FERRY,
            "Owing to a gale warning",
            "Because its stern ramp would not close",
        ),
        (
            "The trial at $3 an hour was scrapped after five months since vandals wrecked nine.",
            PARKING,
            "since vandals wrecked nine",
            "because takings did not cover the cost of the machines",
        ),
        (
            "Waiting times for a scan have fallen to nine weeks thanks to a cut in agency nurses.",
            CLINIC,
            "thanks to a cut in agency nurses",
            "thanks to a second scanner",
        ),
        (
            "Drivers downed tools for four hours on Monday in protest against a night rota.",
            DRIVERS,
            "in protest against a night rota",
            "in protest against the dismissal of a colleague",
        ),
        (
            "The airline will fly to Roseau again in December if it makes a profit this year.",
            FLIGHTS,
            "if it makes a profit this year",
            "if the regulator clears its second plane",
        ),
        (
            "Heavy snow led to the closure of the railway on Wednesday night.",
            RAILWAY,
            "Heavy snow",
            "A landslide near Oberstauden",
        ),
    ],
)
def test_a_reason_told_of_something_else_is_marked_with_the_right_one(
    article: str, reference: str, words: str, expected: str
) -> None:
    assert marked(article, reference) == [(words, expected)]


def test_another_reference_may_tell_what_is_given_as_the_reason() -> None:
    ferry, _, warning = FERRY.partition(" A gale")
    article = "The evening ferry did not sail on Monday because of a gale warning."
    assert len(marked(article, ferry, f"A gale{warning}")) == 1
    assert marked(article, ferry) == []


def test_no_reason_has_nothing_to_be_compared_with() -> None:
    assert marked("The evening ferry did not sail because of a gale warning.") == []


@pytest.mark.parametrize(
    ("article", "reference", "rule", "words"),
    [
        (
            "Aydemir keeps the price of her bread at four lira because flour is a third dearer.",
            BREAD,
            "reason-despite",
            "because flour is a third dearer",
        ),
        (
            "Aydemir keeps the price at four lira though students are her best customers.",
            BREAD,
            "reason-despite",
            "though students are her best customers",
        ),
        (
            "The houses were less than a third full because La Noria had lost its state subsidy.",
            THEATRE,
            "reason-reversed",
            "because La Noria had lost its state subsidy",
        ),
    ],
)
def test_a_reason_that_is_none_or_that_came_of_it_is_marked(
    article: str, reference: str, rule: str, words: str
) -> None:
    found = list(check(case(article, reference), RULES))
    assert [(one.rule, one.text) for one in found] == [(rule, words)]
