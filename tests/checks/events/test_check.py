"""What is found of a detail of another event, whole findings."""

from auditor.checks.events.check import Outcome, check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Stance, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "events")

BRAGA = (
    "Firefighters from Braga fought the blaze at the factory for nine hours, said fire chief Rui "
    "Tavares."
)
PORTO = f"A fire destroyed a shoe factory in Porto on Monday. {BRAGA} The owner employs 40 people."
GRENOBLE = (
    "A fire gutted a furniture warehouse in Grenoble in 2019. Firefighters from Lyon came to help. "
    "Mayor Claire Dubois praised them. Nobody was hurt in the warehouse, and the cause was a "
    "faulty heater."
)


def test_every_outcome_has_a_rule_and_every_rule_an_outcome():
    assert sorted(rule.when for rule in RULES) == sorted(Outcome)


def test_a_detail_of_another_event_is_told_with_both_events_and_what_belongs_there():
    article = PORTO.replace("Braga", "Lyon")
    assert list(check(case(article, PORTO, GRENOBLE), RULES)) == [
        Finding(
            rule="event-detail-replaced",
            category=Category.EVENT,
            severity=Severity.WARNING,
            start=70,
            end=74,
            text="Lyon",
            message=(
                "“Lyon” belongs to another event in the references (A fire gutted a furniture "
                "warehouse in Grenoble in 2019.); on this one (A fire destroyed a shoe factory in "
                "Porto on Monday.) they have “Braga”."
            ),
            expected="Braga",
            implies=Verdict.CONTRADICTED,
            evidence=(
                Evidence(
                    "r2", 57, 93, "Firefighters from Lyon came to help.", Stance.MENTIONS, 1.0
                ),
                Evidence("r1", 52, 152, BRAGA, Stance.CONTRADICTS, 1.0),
            ),
        )
    ]


def test_one_event_mixes_up_nothing():
    assert list(check(case(PORTO.replace("Braga", "Lyon"), PORTO), RULES)) == []
