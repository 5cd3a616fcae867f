"""An office that the references do not bear out is marked; what they say in other words is not."""

import pytest

from auditor.checks.offices.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.words import Category, Severity
from tests.case import case

RULES = rules_of(load_rules(), "offices")

PRIME = (
    "Former prime minister Ida Holm spoke in London on Tuesday. Prime Minister Olle Berg was ill."
)
MAYORS = (
    "Mayor Petra Lind said the pool would close. Deputy mayor Jan Kos, a baker, was against it."
)
NOMINEE = "Senators questioned Paul Heger, the president's choice for defence secretary, for hours."
OFFICE = (
    "The Marlow County District Attorney's office charged Denise Harper, a bookkeeper, with theft."
)


def marked(article: str, *references: str) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in check(case(article, *references), RULES)]


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Ida Holm, the former prime minister, spoke in London.", PRIME),
        ("Ida Holm, once the prime minister, spoke in London.", PRIME),
        ("The prime minister, Olle Berg, was ill.", PRIME),
        ("Petra Lind, the mayor, said the pool would close.", MAYORS),
        ("Deputy mayor Jan Kos was against it.", MAYORS),
        ("The baker Jan Kos was against it.", MAYORS),
        ("Paul Heger, the nominee for defence secretary, was questioned.", NOMINEE),
        ("Senators questioned Paul Heger for hours.", NOMINEE),
        ("The district attorney charged Denise Harper with theft.", OFFICE),
        ("Mayor Ann Lee opened the bridge.", "Ann Lee, elected mayor in May, opened the bridge."),
        ("Dr Ann Lee opened the bridge.", "Ann Lee opened the bridge. Dr Tom Ruiz was there."),
        (
            "Mayor Ann Lee said: “Deputy Mayor Tom Ruiz is ill.”",
            "Mayor Ann Lee said Tom Ruiz is ill.",
        ),
    ],
)
def test_what_the_references_bear_out_is_left_alone(article: str, reference: str) -> None:
    assert marked(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference", "rule", "words"),
    [
        ("Prime Minister Ida Holm spoke in London.", PRIME, "office-weakened", "Prime Minister"),
        ("Mayor Jan Kos was against it.", MAYORS, "office-weakened", "Mayor"),
        (
            "Defence Secretary Paul Heger was asked.",
            NOMINEE,
            "office-weakened",
            "Defence Secretary",
        ),
        (
            "District Attorney Denise Harper was charged.",
            OFFICE,
            "office-weakened",
            "District Attorney",
        ),
        (
            "Chairman Silke Rade walked out.",
            "Chairman Uwe Behn and treasurer Silke Rade fell out. Rade walked out.",
            "office-anothers",
            "Chairman",
        ),
    ],
)
def test_an_office_that_nobody_gives_is_marked(
    article: str, reference: str, rule: str, words: str
) -> None:
    assert marked(article, reference) == [(rule, words)]


def test_a_mark_says_what_the_references_call_the_bearer() -> None:
    (found,) = check(case("Prime Minister Ida Holm spoke in London.", PRIME), RULES)
    assert (found.category, found.severity, found.message) == (
        Category.ROLE,
        Severity.WARNING,
        "“Prime Minister” Ida Holm: the references say “Former prime minister Ida Holm”",
    )
    assert [one.text for one in found.evidence] == [
        "Former prime minister Ida Holm spoke in London on Tuesday."
    ]
