"""What is found of a name with another's part, whole findings."""

from auditor.checks.roles.check import Outcome, check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Stance, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "roles")


def test_every_outcome_has_a_rule_and_every_rule_an_outcome():
    assert sorted(rule.when for rule in RULES) == sorted(Outcome)


def test_two_names_with_each_others_part_are_one_finding_from_the_first_to_the_last():
    told = case(
        "Norvia bought Petrelli for €20 million in May, the companies said.",
        "Petrelli said on Monday that it had acquired its rival Norvia for €20 million in May.",
    )
    assert list(check(told, RULES)) == [
        Finding(
            rule="role-swapped",
            category=Category.ROLE,
            severity=Severity.ERROR,
            start=0,
            end=22,
            text="Norvia bought Petrelli",
            message=(
                "“Norvia” and “Petrelli” have each other's part: the references say it the other "
                "way round."
            ),
            expected=None,
            implies=Verdict.CONTRADICTED,
            evidence=(
                Evidence(
                    "r1", 0, 85, told.references[0].sentences[0].text, Stance.CONTRADICTS, 1.0
                ),
            ),
        )
    ]


def test_a_part_that_the_references_give_to_another_is_told_once_with_whom_and_what():
    told = case(
        (
            "Ann Keller, who joined the firm in May, will run the new unit and report to Paul "
            "Brandt."
        ),
        (
            "Keller stays on after the sale and will be head of the new unit, reporting to Maria "
            "Lund. Paul Brandt is the chief engineer, and Ann Keller joined the firm in May."
        ),
    )
    assert list(check(told, RULES)) == [
        Finding(
            rule="role-part-misgiven",
            category=Category.NAME,
            severity=Severity.ERROR,
            start=76,
            end=87,
            text="Paul Brandt",
            message=(
                "The references give this part (“reporting”) to “Maria Lund”, not to “Paul "
                "Brandt”, whom they name elsewhere."
            ),
            expected="Maria Lund",
            implies=Verdict.CONTRADICTED,
            evidence=(
                Evidence(
                    "r1", 0, 89, told.references[0].sentences[0].text, Stance.CONTRADICTS, 0.5581
                ),
            ),
        )
    ]
