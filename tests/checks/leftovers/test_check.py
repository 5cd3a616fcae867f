"""What was left in a text by whatever wrote it."""

import pytest

from auditor.checks.leftovers.check import check
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from tests.case import case

RULES = rules_of(load_rules(), "leftovers")

REPORT = "Sales of cars rose 32 percent in October, the makers said on Tuesday."


def marked(article: str, reference: str = REPORT) -> list[str]:
    return [finding.text for finding in check(case(article, reference), RULES)]


def test_a_slot_is_an_error_that_shows_it():
    assert list(check(case("The [[TEAM_NAME]] won on Saturday.", REPORT), RULES)) == [
        Finding(
            rule="leftover-slot",
            category=Category.INTERNAL,
            severity=Severity.ERROR,
            start=4,
            end=17,
            text="[[TEAM_NAME]]",
            message="“[[TEAM_NAME]]” is a slot of a template that nobody filled",
            expected=None,
            implies=Verdict.UNSUPPORTED,
        )
    ]


@pytest.mark.parametrize(
    "article",
    [
        "Sales rose in October, said the [mayor] on Tuesday.",
        "“[Name] was a friend,” she said, and “[he] sold [sic] cars.”",
        "Sales rose [1] in October.[2]",
        "See [the figures](https://example.org/city) for October.",
        "[UPDATE] Sales rose in October. [WATCH] the makers.",
        "In MediaWiki a link is [[Paris|the capital]].",
        "The set {x, y} has two members, and <b>bold</b> has none.",
        "The makers [Toyota, Honda] sold more.",
    ],
)
def test_brackets_of_reporters_are_no_slots(article: str) -> None:
    assert marked(article) == []


@pytest.mark.parametrize(
    ("article", "slot"),
    [
        ("The fair in [CITY] opens on Friday.", "[CITY]"),
        ("The fair, says [Reporter Name], opens on Friday.", "[Reporter Name]"),
        ("The fair opens on {{date}}.", "{{date}}"),
        ("The fair [INSERT QUOTE HERE] opens on Friday.", "[INSERT QUOTE HERE]"),
        ("The fair <insert place> opens on Friday.", "<insert place>"),
        ("“We beat [[OPPONENT]],” she said.", "[[OPPONENT]]"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
    ],
)
def test_what_waits_to_be_filled_is_marked(article: str, slot: str) -> None:
    assert marked(article) == [slot]


@pytest.mark.parametrize(
    "article",
    [
        "“If you want, I can draft another version,” the lawyer said.",
        "The lawyer said: “Certainly! Here is the article.”",
        "Here is the news. Here are the headlines of the day.",
        "If you want to help, I can be reached at the shelter.",
        "If you like football, I can recommend the stadium.",
        "Would you buy this car? Do you want it cheaper?",
        "She certainly said so. Sure, sales rose.",
        "Let me know if you saw the crash, a detective asked.",
        "Feel free to bring a chair to the concert.",
        "The revised version of the bill passed.",
        "",
    ],
)
def test_what_people_say_to_each_other_is_left_alone(article: str) -> None:
    assert marked(article or "Sales rose.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "If you’d like, I can also draft a shorter headline.",
        "Here is the rewritten article.",
        "Would you like me to adjust the tone?",
        "Here are three alternative headlines for the piece.",
        "I don’t have access to real-time sales figures.",
        "Let me know if you’d like a shorter version.",
    ],
)
def test_what_a_machine_says_to_its_user_is_marked(sentence: str) -> None:
    assert marked(f"Sales of cars rose. {sentence}") == [sentence]


def test_what_a_reference_reports_of_machines_is_news():
    article = "The column said as an AI language model, it could not comment."
    assert marked(article, article) == []


DRAFT = (
    "The makers of cars said on Tuesday that sales had risen by 32 percent in October because "
    "cheaper loans drew buyers who had waited for months."
)
OTHER = (
    "The makers of cars said on Tuesday that sales rose by 32 percent in October since cheaper "
    "loans drew buyers who had waited for many months."
)
BETWEEN = (
    "Dealers had hired new staff before the summer and trained them all through September.",
    "A bank in the capital lent at two percent, a rival at less.",
    "The minister for trade was pleased, the opposition was not.",
    "Roads were as full on Friday evening as they had been in spring.",
)
"""So far apart, a sentence comes back to what was said."""


@pytest.mark.parametrize(
    ("article", "versions"),
    [
        (f"{DRAFT}\n\n{OTHER}", [OTHER]),
        (f"{DRAFT}\n\n{DRAFT}", []),
        (f"{DRAFT}\n\n{OTHER.replace('32', '12')}", []),
        (f"{DRAFT}\n\nThe makers of cars said more on Tuesday.", []),
        ("\n\n".join([DRAFT, *BETWEEN, OTHER]), []),
    ],
)
def test_a_draft_beside_what_replaced_it_is_marked(article: str, versions: list[str]) -> None:
    assert marked(article, DRAFT) == versions
