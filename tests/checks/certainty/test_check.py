"""What is told as done, or as not done, by the article alone."""

import pytest

from auditor.checks.certainty.check import check
from auditor.checks.certainty.modes import Mode, mode
from auditor.knowledge.rules import load_rules, rules_of
from auditor.load import document_from_text
from auditor.model.finding import Finding
from auditor.model.words import Category, Severity, Verdict
from auditor.text.segment import segment
from tests.case import case

RULES = rules_of(load_rules(), "certainty")


def marked(article: str, *references: str) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in check(case(article, *references), RULES)]


def test_a_finding_shows_both_ways_of_telling_it():
    reference = "The minister offered to resign, her office said on Friday."
    (found,) = check(case("The minister resigned, her office said on Friday.", reference), RULES)
    assert isinstance(found, Finding)
    assert (found.rule, found.category, found.severity, found.implies, found.message) == (
        "certainty-open",
        Category.CERTAINTY,
        Severity.WARNING,
        Verdict.CONTRADICTED,
        "“resigned” tells it as done; the reference has “offered to resign”",
    )
    assert [passage.text for passage in found.evidence] == [reference]


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("Anna Lind has offered to resign.", "Anna Lind offered to resign on Friday."),
        ("Anna Lind will sign the treaty.", "Anna Lind may sign the treaty on Friday."),
        ("Anna Lind signed the treaty.", "Anna Lind will sign the treaty on Friday."),
        ("Anna Lind not only signed the treaty.", "Anna Lind signed the treaty on Friday."),
        ("Anna Lind did nothing but sign the treaty.", "Anna Lind signed the treaty."),
        ("Anna Lind has not scored since May in the cup.", "Anna Lind last scored in the cup."),
        ("Anna Lind signed the treaty.", "Mary Poole did not sign the treaty."),
        ("“I signed the treaty,” Anna Lind said.", "Anna Lind did not sign the treaty."),
        ("Anna Lind signed the treaty.", "Anna Lind did not sign. She signed the treaty later."),
        ("Did Anna Lind sign the treaty?", "Anna Lind did not sign the treaty."),
        ("Migrants are deported if they stay.", "Migrants would be deported if they stay."),
        ("The law is aimed at protecting players.", "The law sought to protect young players."),
        (
            "The driver, Mehmet Kaya, slid in.",
            "The driver, Mehmet Kaya, climbed out through a door.",
        ),
    ],
)
def test_what_may_be_the_same_is_left_alone(article: str, reference: str) -> None:
    assert marked(article, reference) == []


@pytest.mark.parametrize(
    ("article", "reference", "rule", "words"),
    [
        (
            "The drug reduces the risk of stroke.",
            "The drug may reduce the risk of stroke, a small study suggests.",
            "certainty-open",
            "reduces",
        ),
        (
            "The centre reopened on Sunday.",
            "The centre was expected to reopen on Sunday.",
            "certainty-open",
            "reopened",
        ),
        (
            "The board approved the merger.",
            "The board refused to approve the merger.",
            "certainty-denied",
            "approved",
        ),
        (
            "Anna Lind did not sign the treaty.",
            "Anna Lind signed the treaty on Friday.",
            "certainty-negated",
            "did not sign",
        ),
    ],
)
def test_the_certainty_of_a_deed_is_compared(
    article: str, reference: str, rule: str, words: str
) -> None:
    assert marked(article, reference) == [(rule, words)]


@pytest.mark.parametrize(
    ("sentence", "verb", "told"),
    [
        ("Anna signed it.", "signed", Mode.DONE),
        ("Anna had signed it and left.", "left", Mode.DONE),
        ("Anna did not sign it or read it.", "read", Mode.DENIED),
        ("Anna never signed it.", "signed", Mode.DENIED),
        ("No charges were brought.", "brought", Mode.DENIED),
        ("Anna may sign it.", "sign", Mode.OPEN),
        ("Anna allegedly signed it.", "signed", Mode.OPEN),
        ("She hopes to sign it.", "sign", Mode.OPEN),
        ("Anna failed to sign it.", "sign", Mode.DENIED),
        ("Anna will sign it.", "sign", Mode.TO_COME),
        ("Anna asked whether Mary signed it.", "signed", Mode.OPEN),
        ("Anna left without signing it.", "signing", Mode.DENIED),
        ("Anna believes that Mary signed it.", "signed", Mode.DONE),
    ],
)
def test_how_a_deed_is_told(sentence: str, verb: str, told: Mode) -> None:
    (parsed,) = segment(document_from_text("r1", "r1", sentence)).sentences
    words = [token.text for token in parsed.tokens]
    assert mode(parsed.tokens, words.index(verb)) == told
