"""Every screen and reader: no script, paper, phone, dark, right to left, assistive technology."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # ships no types
from playwright.sync_api import Page, expect

from auditor.model.audit import Audit
from tests.aibot import audited
from tests.render.sample import AUDIT, CLEAN, WAIVED, hostile, long_report

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
HOSTILE = hostile()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, only: Any = WCAG) -> list[str]:
    """Return what axe finds from the top of the page, where the bar covers nothing."""
    page.evaluate("scrollTo(0, 0)")
    found = Axe().run(page, options={"runOnly": only}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize(
    ("report", "options", "keys"),
    [
        (AUDIT, {}, ""),
        (WAIVED, {}, "wd1"),
        (HOSTILE, PHONE, "w"),
        (CLEAN, {"width": 1100}, "1"),
    ],
    ids=["light", "waived", "hostile on a phone", "clean on a laptop"],
)
def test_axe_finds_no_violation(
    open_report: Open, report: Audit, options: dict[str, Any], keys: str
) -> None:
    page = open_report(report, **options)
    for key in keys:
        page.keyboard.press(key)
    assert violations(page) == []


def test_every_colour_is_legible_in_the_dark(open_report: Open) -> None:
    page = open_report(WAIVED, color_scheme="dark")
    for key in "wd1":
        page.keyboard.press(key)
    assert violations(page, {"type": "rule", "values": ["color-contrast"]}) == []


def test_axe_finds_no_violation_in_dialogs(open_report: Open) -> None:
    page = open_report(AUDIT)
    for dialog in ("review", "help"):
        page.locator(f"#{dialog}").click()
        assert violations(page) == []
        page.keyboard.press("Escape")


def test_without_script_everything_is_there_in_order(open_report: Open) -> None:
    page = open_report(AUDIT, java_script_enabled=False)
    for place in ("#problems", "#s2", "#f1", "#f2", "#f4", "#r1", "#r2", ".signature"):
        expect(page.locator(place)).to_be_visible()
    for control in ("#search", "#next", "#review", "#help", "#back"):
        expect(page.locator(control)).to_be_hidden()
    tops = [page.locator(place).bounding_box() for place in ("#problems", "#s2", "#f2", "#r1")]
    heights = [box["y"] for box in tops if box]
    assert heights == sorted(heights)
    page.locator("#s4 .marker").click()
    expect(page.locator("#proof-s4")).to_be_in_viewport()
    page.locator("#proof-s4 .to-source").click()
    expect(page.locator("#r1-s4")).to_be_in_viewport()


BEYOND = """() => [...document.querySelectorAll('body *')].filter((node) => {
  const right = node.getBoundingClientRect().right;
  return right > innerWidth + 1 && !node.closest('.sr, .skip, .icons, .bar .rubric .label');
}).map((node) => node.className || node.tagName)
  .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])"""


@pytest.mark.parametrize(
    ("made", "widths"),
    [
        (lambda: AUDIT, (320, 999, 1000, 1240, 1280, 1400, 1520, 1920)),
        (lambda: HOSTILE, (320, 768, 1000, 1400)),
        (audited, (390, 1000, 1400)),
    ],
    ids=["sample", "hostile", "aibot"],
)
def test_nothing_runs_over_the_edge(
    open_report: Open, made: Callable[[], Audit], widths: tuple[int, ...]
) -> None:
    page = open_report(made())
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for key in ("Escape", "w"):
            page.keyboard.press(key)
            assert page.evaluate(BEYOND) == [], (width, key)


def test_on_a_phone_a_tap_brings_up_a_card_and_its_reference(open_report: Open) -> None:
    page = open_report(AUDIT, **PHONE)
    page.locator("#s4").tap()
    expect(page.locator("#f4")).to_be_in_viewport()
    expect(page.locator("#s4")).to_be_in_viewport()
    page.locator("#previous").tap()
    expect(page.locator("#f3")).to_be_in_viewport()
    page.locator("#f3 .to-source").first.tap()
    expect(page.locator("#r1-s3")).to_be_in_viewport()
    page.locator("#back").tap()
    expect(page.locator("#f3")).to_be_in_viewport()
    page.locator("#close").tap()
    expect(page.locator("#f3")).to_be_hidden()
    page.locator("#previous").tap()
    expect(page.locator("#f4")).to_be_in_viewport()


def test_hostile_text_is_text(open_report: Open) -> None:
    page = open_report(HOSTILE)
    assert page.evaluate("document.images.length") == 0
    assert page.evaluate("document.scripts.length") == 1
    expect(page.locator("#s1")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("#s1")).to_contain_text("{{ 7*7 }}")


def test_text_from_right_to_left_is_isolated(open_report: Open) -> None:
    page = open_report(HOSTILE)
    direction = "getComputedStyle(document.querySelector('#s2').closest('p')).direction"
    assert page.evaluate(direction) == "rtl"
    neighbour = "getComputedStyle(document.querySelector('#s3').closest('p')).direction"
    assert page.evaluate(neighbour) == "ltr"


def test_a_long_report_takes_less_than_a_second_of_work(
    open_report: Open, written: Callable[[Audit], Path]
) -> None:
    page = open_report(CLEAN)
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(written(long_report(60, 20)).as_uri())
    metrics = client.send("Performance.getMetrics")["metrics"]
    parts = {f"{name}Duration" for name in ("Script", "Layout", "RecalcStyle")}
    work = {one["name"]: one["value"] for one in metrics if one["name"] in parts}
    assert sum(work.values()) < 1, work
