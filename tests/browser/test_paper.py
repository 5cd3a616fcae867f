"""The report on paper: the article, its marks and their proof; references on request."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.render.sample import AUDIT, long_report

from .conftest import Open

pytestmark = pytest.mark.browser

MOST_PAGES = 6
"""Of a story of some 300 words, references left out."""

STORY = long_report(21, 3)
"""300 words, an error in each sentence."""


def pages(page: Page) -> int:
    return len(PdfReader(BytesIO(page.pdf(format="A4"))).pages)


def test_a_story_fits_six_pages_and_its_references_come_on_request(open_report: Open) -> None:
    page = open_report(STORY)
    short = pages(page)
    page.get_by_label("Print the references and all passages too").check()
    assert short <= MOST_PAGES
    assert pages(page) > short


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_every_mark_whatever_was_filtered_or_selected(
    open_report: Open, script: bool
) -> None:
    page = open_report(AUDIT, **({} if script else {"java_script_enabled": False}))
    if script:
        page.keyboard.press("1")
        page.keyboard.press("w")
    page.emulate_media(media="print")
    for place in ("#problems", "#s2", "#proof-s2", "#f4", "#f4 .passage", "#f1", ".signature"):
        expect(page.locator(place).first).to_be_visible()
    for control in (".steps", "#review", "#f2 .act", ".printing", "#proof-s7", "#r2", ".gravest"):
        expect(page.locator(control)).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("#print-all").check()
    page.emulate_media(media="print")
    for place in ("#proof-s7", "#r2", "#f2 .why"):
        expect(page.locator(place)).to_be_visible()
    colour = "getComputedStyle(document.querySelector('#s1')).color"
    if script:
        assert page.evaluate(colour) == "rgb(0, 0, 0)"
