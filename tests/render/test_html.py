"""The HTML report as bytes; tests/browser opens it."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from auditor.model.audit import Audit
from auditor.model.finding import Problem
from auditor.render.card import web_address
from auditor.render.html import to_html

from .sample import AUDIT, CLEAN, WAIVED, hostile, hostile_waived, long_report


class Tags(HTMLParser):
    """Collects every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


REPORTS = pytest.mark.parametrize("report", [AUDIT, CLEAN, WAIVED, hostile(), hostile_waived()])


@REPORTS
def test_the_same_report_gives_the_same_bytes(report: Audit) -> None:
    assert to_html(report) == to_html(report)


@REPORTS
def test_only_our_own_style_and_script_may_run(report: Audit) -> None:
    html = to_html(report)
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    policy = found.group(1).replace("&#39;", "'") if found else ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for pattern in (r"<style>(.*?)</style>", r'<script type="module">(.*?)</script>'):
        (ours,) = re.findall(pattern, html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(ours.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


@REPORTS
def test_nothing_is_loaded_and_links_lead_into_the_page_or_to_the_web(report: Audit) -> None:
    for tag, attributes in Tags(to_html(report)).seen:
        assert tag not in {"img", "link", "iframe", "object", "embed", "base", "form", "audio"}
        assert not {"src", "srcset", "style", "action", "formaction"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
        assert (attributes.get("href") or "#").startswith(("#", "http://", "https://"))


@REPORTS
def test_ids_are_unique_and_every_inner_link_has_its_place(report: Audit) -> None:
    tags = Tags(to_html(report)).seen
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes.get("href") or "" for _, attributes in tags]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


@pytest.mark.parametrize("report", [hostile(), hostile_waived()])
def test_hostile_text_stays_text(report: Audit) -> None:
    html = to_html(report)
    assert "<img" not in html
    assert "<script>alert" not in html
    assert "javascript:alert" not in html
    assert not set("\x1b\x07\u202e") & set(html)
    assert len(re.findall(r"<script", html)) == 1


VOID = frozenset({"meta", "path", "circle", "use", "input"})


class Loose(HTMLParser):
    """Collects the shown texts with right-to-left letters that could reorder what stands beside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        alone = tag in {"bdi", "title", "dd"} or "dir" in given or given.get("class") == "sr"
        if tag not in VOID:
            self.open.append((tag, alone))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if re.search("[\u0590-\u05ff\u200f]", data) and not any(alone for _, alone in self.open):
            self.texts.append(data)


HEBREW = "\u200fנמל \u202e1 2"


def from_right_to_left() -> Audit:
    """Return a report that has Hebrew, marks and overrides wherever it takes words from outside."""
    report = hostile_waived()
    article, (reference,) = report.article, report.references
    waivers = [replace(w, initials=HEBREW, reason=HEBREW, rule=HEBREW) for w in report.waivers]
    (event,) = report.events
    shown = [replace(text.document, title=HEBREW, path=HEBREW) for text in (article, reference)]
    return replace(
        report,
        signature=replace(report.signature, settings={"disable": HEBREW}),
        article=replace(article, document=shown[0]),
        references=(replace(reference, document=shown[1]),),
        problems=(Problem("load", HEBREW, HEBREW),),
        waivers=tuple(waivers),
        events=(replace(event, description=HEBREW, names=(HEBREW, HEBREW)),),
    )


def test_words_from_right_to_left_keep_to_their_place() -> None:
    html = to_html(from_right_to_left())
    assert html.count("נמל") > 10
    assert Loose(html).texts == []
    assert "\u202e" not in html


def test_the_page_says_what_an_editor_must_know() -> None:
    html = re.sub(r"<[^>]+>", "", to_html(AUDIT).partition("</style>")[2])
    for words in (
        "Not ready to run: 2 errors, 1 warning,",
        "1 thing not checked",
        "no text in it: its pages are images",
        "“Supported” means supported by the references, not necessarily true.",
        "The references disagree: four people were hurt, or five.",
        "sha256:00ff",
        "3 March 2024 the event of this article",
        "A ferry struck the Karsund bridge",
        "alone names Karsund, Ida Holm",
        "day unknown",
        "Dahl &amp; Sons",
    ):
        assert words in html


def test_a_waived_finding_is_shown_quietly_with_its_reason() -> None:
    html = to_html(WAIVED)
    words = re.sub(r"<[^>]+>", "", html.partition("</style>")[2])
    assert "Not ready to run: 1 error, 1 warning, 1 note, 1 waived, 1 thing not checked" in words
    assert "Waived: a false alarm, AB, 6 January 2024" in words
    assert "The coast guard corrected the day." in words
    assert '<mark class="m waived when" data-findings="f2"' in html
    assert 'data-go="s2" data-finding="f3"' in html
    assert "Contradicted, 1 finding, 1 waived" in words


def test_an_expected_value_is_shown_as_a_correction_and_a_misquote_as_a_diff() -> None:
    html = to_html(AUDIT)
    assert "the Karsund bridge on <del>Monday</del> <ins>Sunday</ins>, injuring 14 people" in html
    assert "We had <del>little</del><ins>no</ins> warning<ins> at all</ins></p>" in html


def test_a_passage_shows_its_neighbours_and_the_words_that_match() -> None:
    html = to_html(AUDIT)
    assert '<span class="around">Ferry hits Karsund bridge </span>' in html
    assert '<b class="expected">Sunday</b>' in html
    assert '<span class="around"> Four people were hurt.</span>' in html


def test_sixty_sentences_and_twenty_references_stay_below_a_megabyte() -> None:
    assert len(to_html(long_report(60, 20)).encode()) < 1_000_000


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("javascript://example.org/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://", ""),
        ("AP Stylebook, dates", ""),
        ("https://example.org, page 4", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(text: str, link: str) -> None:
    assert web_address(text) == link
