"""Decisions: made by key or click, kept in the page, saved as a waiver file and a log."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from auditor.model.listed import KnownBy
from auditor.render.record import to_dict
from tests.render.sample import AUDIT, WAIVED, hostile

from .conftest import Open

pytestmark = pytest.mark.browser

NOTE = (
    "Error, date (date-conflict): The references say Sunday.\n"
    "Words: “Monday”\n"
    "Sentence: A ferry hit the Karsund bridge on Monday, injuring 14 people, the coast"
    " guard said.\n"
    "The references say: Sunday\n"
    "Source: Ferry hits Karsund bridge (4 March 2024): “A ferry struck the Karsund bridge"
    " on Sunday, the coast guard said.”"
)


def saved(page: Page, button: str) -> tuple[str, str]:
    """Return the name and text of the file that a button of the dialog saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes().decode()


def decide(page: Page, mark: int, key: str, reason: str) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    for _ in range(mark):
        page.keyboard.press("j")
    page.keyboard.press(key)
    page.keyboard.type(reason)
    page.keyboard.press("Tab")


def test_waivers_carry_reason_initials_and_fingerprint_and_leave_out_what_is_fixed(
    open_report: Open,
) -> None:
    page = open_report(AUDIT)
    decide(page, 2, "d", 'Monday is right, "says" the\tofficer')
    page.locator("#f2 .initials").fill("AB")
    decide(page, 4, "a", "cleared with Ida Holm 🎙")
    decide(page, 3, "f", "")
    page.locator("#review").click()
    expect(page.locator("[data-tally=open]")).to_have_text("1")
    name, text = saved(page, "Save waivers")
    assert name == "article.waivers.toml"
    waivers = tomllib.loads(text)
    record = to_dict(AUDIT)
    found = [f for sentence in record["sentences"] for f in sentence["findings"]]
    assert waivers["version"] == 1
    assert waivers["article"] == record["article"]["path"]
    assert waivers["article_sha256"] == record["article"]["sha256"]
    assert [
        {key: waiver[key] for key in ("fingerprint", "decision", "reason", "initials", "rule")}
        for waiver in waivers["waiver"]
    ] == [
        {
            "fingerprint": found[0]["fingerprint"],
            "decision": "dismissed",
            "reason": 'Monday is right, "says" the officer',
            "initials": "AB",
            "rule": "date-conflict",
        },
        {
            "fingerprint": found[2]["fingerprint"],
            "decision": "accepted",
            "reason": "cleared with Ida Holm 🎙",
            "initials": "AB",
            "rule": "quote-altered",
        },
    ]
    assert waivers["waiver"][0]["text"] == "Monday"
    assert waivers["waiver"][0]["sentence"] == record["sentences"][1]["text"]
    assert str(waivers["waiver"][0]["decided"]).startswith("20")


def test_the_log_keeps_every_decision_in_its_order(open_report: Open) -> None:
    page = open_report(AUDIT)
    decide(page, 2, "d", "wrong")
    page.locator("#f2 .initials").fill("AB")
    decide(page, 2, "u", "")
    decide(page, 3, "f", "")
    page.locator("#review").click()
    name, text = saved(page, "Save log")
    assert name == "article.decisions.log"
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert [row[1:6] for row in rows[1:]] == [
        ["AB", "dismissed", "f2", "date-conflict", "Monday"],
        ["AB", "dismissed", "f2", "date-conflict", "Monday"],
        ["AB", "reopened", "f2", "date-conflict", "Monday"],
        ["AB", "fixed", "f3", "number-conflict", "14 people"],
    ]
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\dT[\d:.]+Z", row[0]) for row in rows[1:])


def test_nothing_is_saved_that_lacks_a_reason_or_initials(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("w")
    page.get_by_label("Let it stand").locator("visible=true").check()
    expect(page.locator("#f2 .missing")).to_have_text("Needs a reason and initials.")
    page.locator("#review").click()
    page.get_by_role("button", name="Save waivers").click()
    expect(page.locator("#unsigned li")).to_have_text("“Monday” needs a reason and initials")
    page.locator("#unsigned a").click()
    expect(page.locator("#f2")).to_be_in_viewport()


def test_leaving_with_unsaved_decisions_asks_first(open_report: Open) -> None:
    page = open_report(AUDIT, fresh=True)
    page.locator("#s2 mark").first.click()
    page.locator("#f2").get_by_label("Fixed by hand").check()
    asked = []

    def answer(dialog: object) -> None:
        asked.append(getattr(dialog, "type", ""))
        getattr(dialog, "accept", print)()

    page.on("dialog", answer)
    page.close(run_before_unload=True)
    page.context.pages and page.wait_for_event("close")
    assert asked == ["beforeunload"]


def test_nothing_is_stored_beyond_the_tab(open_report: Open) -> None:
    page = open_report(AUDIT)
    stored = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(stored) == [0, 0, ""]
    decide(page, 2, "d", "wrong")
    assert page.evaluate(stored) == [0, 1, ""]


def test_enter_keeps_the_reason_and_goes_where_something_is_missing(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("w")
    page.keyboard.press("d")
    page.keyboard.type("Monday is right")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "initials"
    page.keyboard.type("AB")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "f2"
    expect(page.locator("#f2 .missing")).to_have_text(
        "To be saved under Decisions; kept until this tab closes."
    )
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.type("agreed")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "f3"


def test_decisions_survive_a_reload_and_change_the_top_line(open_report: Open) -> None:
    page = open_report(WAIVED, fresh=True)
    page.on("dialog", lambda dialog: dialog.accept())
    top = page.get_by_role("heading", level=1)
    before = "Not ready to run: 1 error, 1 warning, 1 note, 1 waived, 1 thing not checked"
    expect(top).to_have_text(before)
    decide(page, 4, "a", "cleared with Ida Holm")
    page.locator("#f4 .initials").fill("CD")
    decide(page, 2, "s", "")
    decide(page, 3, "f", "")
    after = (
        "Not fully checked: no errors left, no warnings left, 1 note, 1 waived, 2 corrected,"
        " 1 thing not checked"
    )
    for _ in range(2):
        expect(top).to_have_text(after)
        expect(page.locator("#decided")).to_have_text("3/4")
        assert page.locator("#f4 .reason").input_value() == "cleared with Ida Holm"
        assert page.locator("#f2 .initials").input_value() == "CD"
        expect(page.locator("#f2").get_by_label("Correct as suggested")).to_be_checked()
        page.reload()
    decide(page, 2, "u", "")
    expect(top).to_contain_text("Not ready to run: 1 error, no warnings left, 1 note")
    expect(page.locator("#f2").get_by_label("Open")).to_be_checked()


def test_what_was_known_before_is_not_counted_as_open(open_report: Open) -> None:
    known = {item.fingerprint: KnownBy.BASELINE for item in AUDIT.findings if item.id == "f2"}
    page = open_report(replace(AUDIT, known=known))
    top = page.get_by_role("heading", level=1)
    expect(top).to_have_text(
        "Not ready to run: 1 error, 1 warning, 1 note, 1 known, 1 thing not checked"
    )
    decide(page, 4, "s", "")
    expect(top).to_contain_text("no errors left, 1 warning, 1 note, 1 known, 1 corrected")


def test_what_is_left_is_filtered_by_what_was_decided(open_report: Open) -> None:
    page = open_report(AUDIT)
    decide(page, 2, "d", "wrong")
    page.get_by_role("button", name="1 error left").click()
    expect(page.locator(".sentence:not(.dim)")).to_have_attribute("id", "s4")
    expect(page.locator(".finding.current")).to_have_attribute("id", "f4")
    page.get_by_role("button", name="1 error left").click()
    page.get_by_role("button", name="1 waived").click()
    expect(page.locator(".sentence:not(.dim)")).to_have_attribute("id", "s2")


@pytest.mark.parametrize(
    ("button", "copied"),
    [
        ("Copy correction", "Sunday"),
        ("Copy as note", NOTE),
    ],
)
def test_a_correction_and_a_note_are_copied(open_report: Open, button: str, copied: str) -> None:
    page = open_report(AUDIT, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("w")
    page.locator("#f2").get_by_role("button", name=button).click()
    expect(page.get_by_role("status").locator("visible=true")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == copied


def test_decisions_on_hostile_findings_are_saved_as_text(open_report: Open) -> None:
    page = open_report(hostile())
    decide(page, 1, "d", '"""\n[[waiver]] \\')
    page.locator("#f1 .initials").fill("AB")
    page.locator("#review").click()
    _, text = saved(page, "Save waivers")
    waivers = tomllib.loads(text)["waiver"]
    assert len(waivers) == 1
    assert waivers[0]["text"].startswith("<img src=x")
