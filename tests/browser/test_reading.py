"""Finding one's way: keys, filters, search, deep links, the full reference."""

import pytest
from playwright.sync_api import Page, expect

from tests.aibot import audited
from tests.render.sample import AUDIT, CLEAN

from .conftest import Open

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[str]:
    """Return the sentences that no filter has turned pale."""
    sentences = page.locator(".sentence:not(.dim)")
    return [one.get_attribute("id") or "" for one in sentences.all()]


def current(page: Page) -> str:
    found = page.locator(".finding.current")
    return found.get_attribute("id") or "" if found.count() else ""


def test_j_and_k_go_from_mark_to_mark_and_round(open_report: Open) -> None:
    page = open_report(AUDIT)
    places = []
    for key in "jjjjjk":
        page.keyboard.press(key)
        places.append(current(page))
    assert places == ["f1", "f2", "f3", "f4", "f1", "f4"]
    expect(page.locator("#proof-s4")).to_be_in_viewport()
    expect(page.locator("#proof-s2")).to_be_hidden()
    expect(page.locator("#place")).to_have_text("4 of 4")


def test_w_begins_with_the_gravest_sentence(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("w")
    expect(page.locator("#proof-s2")).to_be_in_viewport()
    page.keyboard.press("w")
    expect(page.locator("#proof-s4")).to_be_in_viewport()


def test_digits_filter_by_rubric_and_zero_shows_all(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("1")
    assert shown(page) == ["s2", "s4"]
    expect(page.locator("#place")).to_have_text("1 of 3")
    assert current(page) == "f2"
    expect(page.locator("button.rubric.contradicted")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("8")
    assert shown(page) == ["s2", "s4", "s6"]
    page.keyboard.press("0")
    assert len(shown(page)) == 7


def test_counts_filter_on_click(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.get_by_role("button", name="1 warning").click()
    assert shown(page) == ["s2"]
    page.get_by_role("button", name="1 warning").click()
    page.locator(".chip", has_text="Quotation").click()
    assert shown(page) == ["s4"]


def test_marks_visited_are_those_that_the_filter_shows(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("2")
    page.keyboard.press("j")
    expect(page.locator("#proof-s3")).to_be_in_viewport()
    expect(page.locator("#proof-s3")).to_contain_text("No passage of the references comes close")


@pytest.mark.parametrize(
    ("kind", "value", "first", "visited"),
    [
        ("rubric", "supported", "#proof-s1", ["", ""]),
        ("category", "quote", "#f4", ["f4", "f4"]),
        ("category", "number", "#f3", ["f3", "f3"]),
        ("category", "reference", "#f1", ["f1", "f1"]),
        ("severity", "error", "#f2", ["f4", "f2"]),
    ],
)
def test_a_filter_goes_to_its_first_hit_and_keys_visit_no_other(
    open_report: Open, kind: str, value: str, first: str, visited: list[str]
) -> None:
    page = open_report(AUDIT)
    button = page.locator(f"button[data-filter={kind}][data-value={value}]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(first)).to_be_in_viewport()
    expect(button).to_be_focused()
    places = []
    for _ in visited:
        page.keyboard.press("j")
        places.append(current(page))
    assert places == visited


@pytest.mark.parametrize(
    ("words", "sentences", "place"),
    [
        ("FERRIES", ["s1", "s2", "s5"], "1 of 4, 3 in references"),
        ('"no warning at all"', ["s4"], "1 of 1"),
        ("ída holm’s", ["s4"], "1 of 1, 1 in references"),
        ("ída hólm", ["s4"], "1 of 1, 1 in references"),
        ("inj", ["s2"], "1 of 2"),
        ("striking", ["s1"], "1 of 1"),
        ("holm ida", [], "0 of 7 shown"),
        ("…", ["s1", "s2", "s3", "s4", "s5", "s6", "s7"], "4 marks"),
    ],
)
def test_search_folds_case_accents_marks_and_endings(
    open_report: Open, words: str, sentences: list[str], place: str
) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("/")
    page.keyboard.type(words)
    assert shown(page) == sentences
    expect(page.locator("#place")).to_have_text(place)
    assert page.evaluate("document.activeElement.id") == "search"


def test_words_that_only_references_have_are_shown_there(open_report: Open) -> None:
    page = open_report(AUDIT, width=1200)
    page.keyboard.press("/")
    page.keyboard.type("ferry hits karsund")
    expect(page.locator("#place")).to_have_text("0 of 7 shown, 1 in references")
    expect(page.locator("#r1-s1")).to_be_in_viewport()
    assert page.evaluate("CSS.highlights.get('found').size") == 1


def test_slash_searches_sentences_and_what_findings_say(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("/")
    page.keyboard.type("four or five")
    assert shown(page) == ["s2"]
    page.keyboard.press("Enter")
    expect(page.locator("#proof-s2")).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert len(shown(page)) == 7
    assert page.evaluate("document.activeElement.id") != "search"


@pytest.mark.parametrize(
    ("link", "visible"),
    [("#s4", "#f4"), ("#f3", "#f3"), ("#proof-s7", "#proof-s7"), ("#r2-s2", "#r2-s2")],
)
def test_deep_links_open_their_place(open_report: Open, link: str, visible: str) -> None:
    page = open_report(AUDIT, hash_=link, width=1200)
    expect(page.locator(visible)).to_be_in_viewport()


def test_the_address_follows_the_selection(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("w")
    assert page.evaluate("location.hash") == "#f2"
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""
    expect(page.get_by_text("Begin here")).to_be_visible()


def test_a_click_on_marked_words_shows_their_finding(open_report: Open) -> None:
    page = open_report(AUDIT)
    page.locator(".story mark", has_text="14 people").click()
    assert current(page) == "f3"
    page.locator("#proof-s2 #f2").click()
    assert current(page) == "f2"


def test_on_a_wide_screen_the_reference_stands_beside_at_the_match(open_report: Open) -> None:
    page = open_report(AUDIT, width=1440)
    page.keyboard.press("w")
    for visible in ("#s2", "#f2 .passage", "#r1-s2"):
        expect(page.locator(visible).first).to_be_in_viewport()
    expect(page.locator("#r1-s2")).to_have_class("line shown")


def test_on_a_laptop_r_turns_to_the_reference_and_back(open_report: Open) -> None:
    page = open_report(AUDIT, width=1200)
    page.keyboard.press("w")
    expect(page.locator("#r1-s2")).to_be_hidden()
    page.keyboard.press("r")
    expect(page.locator("#r1-s2")).to_be_in_viewport()
    expect(page.locator("#f2")).to_be_hidden()
    page.keyboard.press("r")
    expect(page.locator("#f2")).to_be_visible()


def test_the_problem_list_is_in_sight_and_linked(open_report: Open) -> None:
    page = open_report(AUDIT)
    expect(page.locator("#problems")).to_be_in_viewport()
    expect(page.get_by_role("link", name="1 thing not checked")).to_have_attribute(
        "href", "#problems"
    )


def test_a_question_mark_opens_the_keys_and_single_keys_can_be_turned_off(
    open_report: Open,
) -> None:
    page = open_report(AUDIT)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.get_by_label("Single-key shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert current(page) == ""


def test_a_report_without_findings_says_so(open_report: Open) -> None:
    page = open_report(CLEAN)
    page.keyboard.press("j")
    page.keyboard.press("w")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing stands against")
    page.locator("#s5").click()
    expect(page.locator("#proof-s5 .passage")).to_be_in_viewport()


def test_on_the_aibot_article_the_evidence_is_two_keys_or_a_click_away(open_report: Open) -> None:
    page = open_report(audited())
    founder = page.locator(".proof.current .claim", has_text="as well as the group’s founder")
    for _ in range(2):
        page.keyboard.press("w")
        if founder.count():
            break
    expect(founder).to_be_visible()
    expect(page.locator(".finding.current .words")).to_have_text("Abu Mahdi al-Muhandis")
    expect(page.locator(".finding.current .message")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.locator(".story mark", has_text="Abu Mahdi al-Muhandis").first.click()
    expect(founder).to_be_visible()
