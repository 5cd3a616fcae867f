"""A decision's whole way: from the page into a file, from the file into the next audit."""

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from auditor.api import Auditor
from auditor.commands import FailOn
from auditor.run import Request, run
from tests.render.sample import DISMISSED, WAIVED

from .conftest import Open
from .test_deciding import decide, saved

pytestmark = pytest.mark.browser

REFERENCE = """Two die in harbour fire

A fire in the harbour killed two people on Tuesday, police said.
"""
ARTICLE = """Harbour Fire Kills Two

A fire in the harbour killed two people on Tuesday, police said.
“We shall never forget this terrible night by the sea,” said Mayor Anna Lund.
"""


def audited(article: Path) -> int:
    return run(
        Request(
            articles=(article,),
            refs=(),
            formats=("json",),
            output=article.with_suffix(".json"),
            fail_on=FailOn.WARNING.value,
            waivers=(),
            config=None,
            model=False,
            cache=False,
            offline=True,
            open_report=False,
        )
    )


def test_what_is_decided_on_the_page_passes_the_next_audit(
    open_report: Open, tmp_path: Path
) -> None:
    article = tmp_path / "fire story.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
    assert audited(article) == 1
    audit = Auditor(model=False).audit(article, [tmp_path / "refs"]).audit
    page = open_report(audit)
    for mark in range(1, page.locator(".finding").count() + 1):
        decide(page, mark, "a", "her office sent us the recording")
    page.locator(".finding .initials").first.evaluate(
        "field => { field.value = 'AB'; field.dispatchEvent(new Event('input')); }"
    )
    page.locator("#review").click()
    name, text = saved(page, "Save waivers")
    assert name == "fire story.waivers.toml"
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert audited(article) == 0
    assert "waiver-unbound" not in article.with_suffix(".json").read_text(encoding="utf-8")


def test_a_waiver_that_was_read_is_saved_again_with_its_own_signature(open_report: Open) -> None:
    page = open_report(WAIVED)
    expect(page.locator("#decided")).to_have_text("1/4")
    expect(page.locator("#f2 .waiver")).to_contain_text("The coast guard corrected the day.")
    decide(page, 4, "a", "cleared with Ida Holm")
    page.locator("#f4 .initials").fill("CD")
    page.locator("#review").click()
    _, text = saved(page, "Save waivers")
    keys = ("fingerprint", "decision", "reason", "initials")
    first, second = tomllib.loads(text)["waiver"]
    assert [str(first[key]) for key in (*keys, "decided")] == [
        DISMISSED.fingerprint,
        "dismissed",
        "The coast guard corrected the day.",
        "AB",
        "2024-01-06",
    ]
    assert (second["decision"], second["initials"]) == ("accepted", "CD")


def test_a_waiver_is_withdrawn_by_reopening_its_finding(open_report: Open) -> None:
    page = open_report(WAIVED)
    decide(page, 2, "u", "")
    page.locator("#review").click()
    _, text = saved(page, "Save waivers")
    assert "waiver" not in tomllib.loads(text)


def test_a_changed_decision_needs_the_initials_of_whoever_changes_it(open_report: Open) -> None:
    page = open_report(WAIVED)
    page.locator("#s2 mark").first.click()
    page.locator("#f2").get_by_label("Let it stand").check()
    expect(page.locator("#f2 .missing")).to_have_text("Needs initials.")


def test_waived_marks_are_quiet_and_found_by_their_count(open_report: Open) -> None:
    page = open_report(WAIVED)
    page.get_by_role("button", name="1 waived").click()
    expect(page.locator(".sentence:not(.dim)")).to_have_count(1)
    page.get_by_role("button", name="1 waived").click()
    page.get_by_role("button", name="1 error").click()
    expect(page.locator(".sentence:not(.dim)")).to_have_attribute("id", "s4")
