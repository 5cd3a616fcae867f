"""The dead act and die no more, whatever the references say."""

from datetime import date

from auditor.checks.facts.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "facts")
SHOT = "A gunman killed a politician in Tokyo on Monday."
TUESDAY = date(2024, 7, 9)


def test_a_man_who_dies_again_is_one_finding_with_the_day_of_his_death():
    article = "On July 8, 2024, a gunman killed Shinzo Abe in Tokyo."
    (found,) = check(case(article, SHOT, published=TUESDAY), RULES)
    assert found.message.startswith("“Shinzo Abe” – Shinzo Abe died on 8 July 2022 in Nara")
    assert "the article has this happen on 8 July 2024" in found.message
    assert found == Finding(
        rule="known-fact-dies",
        category=Category.KNOWN_FACT,
        severity=Severity.ERROR,
        start=33,
        end=43,
        text="Shinzo Abe",
        message=found.message,
        expected="8 July 2022",
        implies=Verdict.CONTRADICTED,
    )


def test_his_death_on_its_own_day_is_silent():
    article = "On July 8, 2022, a gunman killed Shinzo Abe in Nara."
    assert list(check(case(article, SHOT, published=TUESDAY), RULES)) == []
