"""One person counted as two: the words from the first name to the last are one finding."""

from auditor.checks.identity.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "identity")
STORM = "The storm killed Peter Salt, also known as Omar Diallo, on Monday."


def test_two_names_that_a_reference_calls_one_are_one_finding():
    assert list(check(case("The storm killed Omar Diallo and Peter Salt.", STORM), RULES)) == [
        Finding(
            rule="identity-counted-twice",
            category=Category.INTERNAL,
            severity=Severity.ERROR,
            start=17,
            end=43,
            text="Omar Diallo and Peter Salt",
            message=(
                "“Omar Diallo” and “Peter Salt” are one person, as the text says; the sentence "
                "counts two"
            ),
            implies=Verdict.CONTRADICTED,
        )
    ]


def test_two_names_in_apposition_are_one_person():
    article = "The storm killed the captain, Peter Salt, also known as Omar Diallo."
    assert list(check(case(article, STORM), RULES)) == []
