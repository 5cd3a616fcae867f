"""The report as a comment on a pull request."""

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from auditor.model.audit import Audit
from auditor.render.markdown import LIMIT, to_markdown

from .golden import compare
from .sample import AUDIT, WAIVED, hostile, hostile_waived, long_report

TAGS = "details summary b sub h3 p blockquote ul li strong code table thead tbody tr th td"


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(text))


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
