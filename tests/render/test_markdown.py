"""The report as a comment on a pull request."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.model.audit import Audit
from auditor.model.finding import Problem
from auditor.render.markdown import LIMIT, to_markdown
from auditor.render.safe import line

from .golden import compare
from .sample import AUDIT, WAIVED, hostile, hostile_waived, long_report

TAGS = "details summary b sub h3 p blockquote ul li strong code table thead tbody tr th td"


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(text))


class Texts(HTMLParser):
    """Collects the text nodes of a page, which tags and comments part."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.nodes = [""]
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.nodes[-1] += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nodes.append("")

    def handle_endtag(self, tag: str) -> None:
        self.nodes.append("")

    def handle_comment(self, data: str) -> None:
        self.nodes.append("")


LIVE = re.compile(r"(?i)@\w|#\w|\bgh-\d|[0-9a-f]{7}|:[\w+-]+:|\w://|www\.|\w@\w")
"""What GitHub turns into a mention, reference, commit, emoji or link, in one text node: it looks at
each by itself (docs.github.com, Autolinked references and URLs; Basic writing)."""


def shown(words: str) -> list[str]:
    """Return the text nodes of a report that has `words` wherever it takes words from outside."""
    document = replace(AUDIT.article.document, title=words)
    problems = (Problem("load", words, words),)
    article = replace(AUDIT.article, document=document)
    return Texts(rendered(to_markdown(replace(AUDIT, article=article, problems=problems)))).nodes


@pytest.mark.parametrize(
    "words",
    [
        "GH-26 and gh-1",
        "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
        "jlord@a5c3785 jlord/sheetsee.js@a5c3785ed8 a5c3785...9F07E40",
        "effaced 1234567 in 2024",
        ":smile: 10:30:45 :+1::-1:",
        "@name @org/team a@b.example mailto:a@b.example",
        "#123 owner/repo#1 #hash",
        "https://evil.example/a?b=c HTTP://evil.example ftp://evil.example",
        "www.evil.example WWW.evil.example",
        "<b>x</b> <!-- y --> <https://evil.example> &lt; &amp; &#64;name",
        "[x](https://evil.example) ![x](y) **b** _i_ ~~s~~ `c` $m$ |a|b| \\@name",
        "/approve",
        "# heading",
        "1. one",
        "- one",
        "=== ",
        "[^1]: note",
        "> quote",
        "    code",
        "GHX-26 fee 123456 a:b ends: there",
    ],
)
def test_words_read_as_they_are_and_are_no_more_than_words(words: str) -> None:
    nodes = shown(words)
    assert [node for node in nodes if LIVE.search(node)] == []
    assert "".join(nodes).count(line(words)) == 3


PARTS = (
    "@ # : / - . _ ` * [ ] ( ) < > ! & ; \\ ~ $ | = + GH- gh- 26 abcdef 0123456 smile https :// www"
    " name owner/repo &#64; <!-- --> a\u0301 \x1b \u202e é"
)


@given(st.lists(st.sampled_from([*PARTS.split(" "), " "]), min_size=1, max_size=12).map("".join))
def test_no_words_come_alive_by_what_stands_beside_them(words: str) -> None:
    nodes = shown(words)
    assert [node for node in nodes if LIVE.search(node)] == []
    assert line(words) in "".join(nodes)


def test_no_line_is_a_command_to_a_bot() -> None:
    report = replace(AUDIT, problems=(Problem("load", "/approve", "/merge"),))
    document = replace(AUDIT.article.document, title="/lgtm")
    text = to_markdown(replace(report, article=replace(AUDIT.article, document=document)))
    assert not re.search(r"(?m)^\s*/", text)


def test_the_whole_report() -> None:
    compare("report.md", to_markdown(AUDIT))


def test_the_whole_report_with_waivers() -> None:
    compare("waived.md", to_markdown(WAIVED))


def test_the_top_line_and_what_was_not_checked_stand_outside_the_folds() -> None:
    html = rendered(to_markdown(AUDIT))
    open_text = re.sub(r"(?s)<details>.*?</details>", "", html)
    assert "Not ready to run: 2 errors, 1 warning, 1 thing not checked." in open_text
    assert "refs/map.pdf" in open_text
    assert "We had" not in open_text


@pytest.mark.parametrize("report", [hostile(), hostile_waived()])
def test_hostile_text_forms_no_markup_and_pings_nobody(report: Audit) -> None:
    text = to_markdown(report)
    html = rendered(text)
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= set(TAGS.split())
    assert not re.search(r"@\w", text)
    assert not re.search(r"(?<!&)#\d", text)
    assert "://" not in text
    assert "www." not in text
    assert "\u202e" not in text


def test_a_long_report_fits_into_a_comment_and_says_what_is_missing() -> None:
    text = to_markdown(long_report(400, 2))
    assert len(text) < 65_536
    assert len(text) > LIMIT - 2_000
    assert re.search(r"\d+ more sentences with findings left out for length", text)


def test_marks_that_touch_spaces_keep_them() -> None:
    text = to_markdown(replace(AUDIT, sentences=AUDIT.sentences[1:2]))
    assert "on <b>Monday</b>, injuring <b>14 people</b>, the" in text
