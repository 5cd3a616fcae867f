"""The article with the corrections that an editor accepted, as the page exports it."""

from dataclasses import replace
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from auditor.api import Auditor
from auditor.model.audit import Audit
from auditor.model.words import Severity
from tests.render.sample import AUDIT, WRONG_DAY, judged

from .conftest import Open
from .test_deciding import decide, saved

pytestmark = pytest.mark.browser

ARTICLE = (
    "Harbour fire \U0001f525 Kills Two\r\n\r\n"
    "On Tuesday a fire destroyed 14 houses in the village of Tollbury.\r\n"
    "Anyone who saw the car is asked to call Norfolk Police.\r\n"
    "“The closure will cost 400 families their income,” Ruth Alder said.\r\n"
)
CORRECTED = (
    "Harbour fire \U0001f525 Kills Two\r\n\r\n"
    "On Tuesday a fire destroyed 23 houses in the village of Tollbury.\r\n"
    "Anyone who saw the car is asked to call Suffolk Police.\r\n"
    "“The closure will cost 40 families their income,” Ruth Alder said.\r\n"
)
WIRE = (
    "On Tuesday a fire destroyed 23 houses in the village of Tollbury. It killed two people.\n"
    "Anyone who saw the car should call Suffolk Police.\n"
    "“The closure will cost 40 families their income,” said Ruth Alder of the harbour."
)


@cache
def audited(article: str) -> Audit:
    return Auditor(model=False).audit_text(article, {"wire.txt": WIRE}).audit


def graver(audit: Audit) -> list[tuple[str, str]]:
    marked = [item.finding for item in audit.findings]
    return [(one.rule, one.text) for one in marked if one.severity is not Severity.NOTE]


def exported(page: Page) -> tuple[str, str]:
    page.locator("#review").click()
    return saved(page, "Export the article")


def test_the_exported_article_has_its_corrections_and_their_findings_are_gone(
    open_report: Open,
) -> None:
    audit = audited(ARTICLE)
    assert graver(audit) == [
        ("number-conflict", "14"),
        ("name-conflict", "Norfolk Police"),
        ("quote-meaning-changed", "The closure will cost 400 families their income"),
    ]
    page = open_report(audit)
    for mark in range(1, len(audit.findings) + 1):
        decide(page, mark, "s", "")
    expect(page.get_by_role("heading", level=1)).to_contain_text("audit again")
    name, text = exported(page)
    assert (name, text) == ("article.corrected.txt", CORRECTED)
    assert graver(audited(text)) == []


OTHER_DAY = replace(WRONG_DAY, rule="date-doubtful", expected="4 March 2024")
RIVALS = replace(
    AUDIT,
    sentences=tuple(
        judged(2, one.verdict, 0.1, one.evidence, (WRONG_DAY, OTHER_DAY))
        if one.sentence.id == "s2"
        else one
        for one in AUDIT.sentences
    ),
)


def test_of_two_corrections_of_the_same_words_one_can_be_accepted(open_report: Open) -> None:
    page = open_report(RIVALS)
    decide(page, 2, "s", "")
    other = page.locator("#f3").get_by_label("Correct as suggested")
    expect(other).to_be_disabled()
    expect(page.locator("#f3 .missing")).to_have_text(
        "The correction of “Monday” changes these words."
    )
    decide(page, 3, "s", "")
    _, text = exported(page)
    assert "bridge on Sunday, injuring" in text
    page.keyboard.press("Escape")
    decide(page, 2, "u", "")
    decide(page, 3, "s", "")
    expect(page.locator("#f2").get_by_label("Correct as suggested")).to_be_disabled()
    _, text = exported(page)
    assert "bridge on 4 March 2024, injuring" in text


def test_nothing_is_exported_without_a_correction(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.locator("#review").click()
    button = page.get_by_role("button", name="Export the article with the accepted corrections")
    expect(button).to_be_disabled()
    expect(page.locator("#f3 .correct")).to_have_count(0)
