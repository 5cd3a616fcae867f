"""What is found of people who act or die in an article after their death."""

import datetime

import pytest

from auditor.checks.facts.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "facts")
PUBLISHED = datetime.date(2024, 7, 9)


def findings(article: str) -> list[Finding]:
    return list(check(case(article, "It happened on Monday.", published=PUBLISHED), RULES))


def test_a_finding_says_when_where_and_how_the_person_died():
    assert findings("On July 8, 2024, a gunman killed Shinzo Abe in Tokyo.") == [
        Finding(
            rule="known-fact-dies",
            category=Category.KNOWN_FACT,
            severity=Severity.ERROR,
            start=33,
            end=43,
            text="Shinzo Abe",
            message=(
                "“Shinzo Abe” – Shinzo Abe died on 8 July 2022 in Nara (assassinated); the article "
                "has this happen on 8 July 2024. See https://en.wikipedia.org/wiki/Shinzo_Abe"
            ),
            expected="8 July 2022",
            implies=Verdict.CONTRADICTED,
        )
    ]


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (
            "On March 3, 2024, Henry Kissinger met the president in Beijing.",
            [("known-fact-acts", "Henry Kissinger")],
        ),
        (
            "A raid took place on May 4, 2024. The raid killed Osama bin Laden.",
            [("known-fact-dies", "Osama bin Laden")],
        ),
        ("On July 8, 2022, a gunman killed Shinzo Abe in Nara.", []),
        ("On July 8, 2024, thousands mourned Shinzo Abe in Nara.", []),
        ("On July 8, 2024, Iran said that a strike had killed Qassem Soleimani.", []),
        ("The strike killed Qassem Soleimani.", []),
        ("“On July 8, 2024, a gunman killed Shinzo Abe,” she said.", []),
    ],
)
def test_only_what_is_told_of_a_day_after_the_death_counts(article, found):
    assert [(each.rule, each.text) for each in findings(article)] == found
