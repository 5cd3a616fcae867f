"""What is found where references differ, whole findings."""

from auditor.checks.references.check import Outcome, check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Stance, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "references")

TRAIN = "A freight train left the rails {} on Sunday morning and blocked the line for nine hours."


def test_every_outcome_has_a_rule_and_every_rule_an_outcome():
    assert sorted(rule.when for rule in RULES) == sorted(Outcome)


def test_a_name_that_another_reference_has_otherwise_is_a_note_with_both_passages():
    near, far = TRAIN.format("near Lindau"), TRAIN.format("near Bregenz")
    assert list(check(case(near, near, far), RULES)) == [
        Finding(
            rule="reference-disagreement-name",
            category=Category.REFERENCE,
            severity=Severity.NOTE,
            start=36,
            end=42,
            text="Lindau",
            message="The references differ: “Lindau” (r1.txt), “Bregenz” (r2.txt).",
            expected=None,
            implies=None,
            evidence=(
                Evidence("r1", 0, 97, near, Stance.SUPPORTS, 1.0),
                Evidence("r2", 0, 98, far, Stance.CONTRADICTS, 1.0),
            ),
        )
    ]


def test_a_part_of_a_place_that_no_reference_has_contradicts():
    west, east = TRAIN.format("in western Lindau"), TRAIN.format("in eastern Lindau")
    assert list(check(case(west, east), RULES)) == [
        Finding(
            rule="place-part-conflict",
            category=Category.PLACE,
            severity=Severity.WARNING,
            start=34,
            end=48,
            text="western Lindau",
            message="“western Lindau” – the references have “eastern Lindau”",
            expected="eastern Lindau",
            implies=Verdict.CONTRADICTED,
            evidence=(Evidence("r1", 0, 103, east, Stance.CONTRADICTS, 1.0),),
        )
    ]
