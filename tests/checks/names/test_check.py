"""What is found of a name that the references lack or have otherwise, whole findings."""

from auditor.checks.names.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Stance, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "names")


def test_another_body_of_the_same_sort_is_a_conflict_with_its_passage():
    asked = "Anyone who saw the car should call Suffolk Police on Monday."
    found = list(
        check(case("Anyone who saw the car is asked to call Norfolk Police.", asked), RULES)
    )
    (evidence,) = found[0].evidence
    assert (evidence.reference, evidence.text) == ("r1", asked)
    assert found == [
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
            evidence=(Evidence("r1", 0, len(asked), asked, Stance.SUPPORTS, evidence.score),),
        )
    ]


def test_a_name_that_the_references_have_is_silent():
    told = "Suffolk Police closed the road on Monday."
    assert list(check(case("The road was closed by Suffolk Police.", told), RULES)) == []
