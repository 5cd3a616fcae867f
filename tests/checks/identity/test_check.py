"""What is found of one person counted as two."""

import pytest

from auditor.checks.identity.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "identity")

KNOWN_AS = "The storm killed Peter Salt, also known as Omar Diallo, on Monday."


def findings(article: str, reference: str) -> list[Finding]:
    return list(check(case(article, reference), RULES))


def test_a_finding_covers_both_names_and_says_where_they_are_one():
    assert findings("The storm killed Omar Diallo and Peter Salt.", KNOWN_AS) == [
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
            expected=None,
            implies=Verdict.CONTRADICTED,
        )
    ]


@pytest.mark.parametrize(
    ("article", "marked"),
    [
        (
            "The storm killed Omar Diallo as well as Peter Salt.",
            ["Omar Diallo as well as Peter Salt"],
        ),
        (
            "Captain Omar Diallo and the owner, Peter Salt, died.",
            ["Omar Diallo and the owner, Peter Salt"],
        ),
        ("The storm killed Omar Diallo, who was Peter Salt.", []),
        (
            (
                "The storm killed Omar Diallo, who had mended the roof of the barn as well as the "
                "boats of the village in which he was called Peter Salt."
            ),
            [],
        ),
        ("The storm killed Diallo and Peter Salt.", []),
        ("The storm killed Omar Diallo and Anna Salt.", []),
    ],
)
def test_only_what_a_sentence_joins_is_counted_twice(article, marked):
    assert [each.text for each in findings(article, KNOWN_AS)] == marked


def test_the_fact_base_may_say_that_two_names_are_one():
    (finding,) = findings(
        "They met Abu Mahdi al-Muhandis and Jamal Jafaar Ibrahimi.", "They met two men on Monday."
    )
    assert "as the fact base says" in finding.message
