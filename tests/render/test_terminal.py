"""The report on the terminal."""

import re

import pytest

from auditor.render.labels import PROMISE
from auditor.render.terminal import to_text

from .golden import compare
from .sample import AUDIT, CLEAN, WAIVED, hostile_waived


def test_the_whole_report() -> None:
    compare("report.txt", to_text(AUDIT, color=False, width=80))


def test_the_whole_report_with_waivers() -> None:
    compare("waived.txt", to_text(WAIVED, color=False, width=80))


def test_a_waived_error_is_not_red() -> None:
    text = to_text(WAIVED, color=True, width=100)
    assert "\x1b[31merror, date\x1b[0m" not in text
    assert "\x1b[31merror, date\x1b[0m" in to_text(AUDIT, color=True, width=100)


def test_the_summary_stands_first_and_last_and_problems_are_never_left_out() -> None:
    lines = to_text(AUDIT, color=False, width=100).splitlines()
    assert lines[0] == f"{AUDIT.article.document.path}: {lines[-4]}"
    assert lines[-4] == "Not ready to run: 2 errors, 1 warning, 1 thing not checked."
    assert lines[-2] == f"{PROMISE} Rules alone read this article,"
    assert "  refs/map.pdf: no text in it: its pages are images (load)" in lines


def test_without_colour_marked_words_stand_in_brackets() -> None:
    text = to_text(AUDIT, color=False, width=200)
    assert "A ferry hit the Karsund bridge on [[Monday]], injuring [[14 people]], the" in text
    assert "\x1b" not in text


def test_with_colour_marked_words_are_underlined() -> None:
    text = to_text(AUDIT, color=True, width=200)
    assert "\x1b[1;4mMonday\x1b[0m" in text
    assert "[[" not in text


def test_supported_sentences_are_counted_and_not_listed() -> None:
    path = CLEAN.article.document.path
    assert to_text(CLEAN, color=False, width=100).splitlines() == [
        f"{path}: Nothing stands against the references: no errors, no warnings, all checked.",
        "4 sentences: ✓ 3 supported  – 1 not checkable",
        f"{PROMISE} Rules alone read this article,",
        "without the entailment model.",
    ]


@pytest.mark.parametrize("color", [False, True])
def test_text_of_a_reference_cannot_act_on_the_terminal(color: bool) -> None:
    text = to_text(hostile_waived(), color=color, width=400)
    assert "\x1b[31mred" not in text
    assert "\\u202e\\x1b[31mred\\x1b[0m" in re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert not set(text) & set("\u202e\x07\x9b\u200f\udcff\r")


@pytest.mark.parametrize("width", [1, 40, 79])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = to_text(AUDIT, color=False, width=width).splitlines()
    assert max(map(len, lines)) <= max(width, 40)
