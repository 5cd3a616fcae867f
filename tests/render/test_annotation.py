"""A finding in the few lines that other programs show."""

from dataclasses import replace

import pytest

from auditor.model.document import Document
from auditor.model.finding import Problem
from auditor.render.annotation import annotation, cut, file_path, of_problem, standing_alone

from .sample import MISQUOTED, STRUCK, WAIVED, WRONG_DAY


@pytest.mark.parametrize(
    ("text", "message", "said"),
    [
        ("Monday", "The references say Sunday.", "“Monday”: The references say Sunday."),
        ("Monday", "“Monday” – Sunday", "“Monday” – Sunday."),
        ("Monday", "not “Monday.”", "Not “Monday.”"),
        ("Monday", "not “Monday”", "Not “Monday”."),
        ("", "later than the article", "Later than the article."),
        ("a\nb", "“a b” – no", "“a b” – no."),
        ("x" * 100, f"“{'x' * 100}” – no", f"“{'x' * 100}” – no."),
        ("one two " * 20, "no", f"“{'one two ' * 10}one two…”: no."),
        ("\x1b[1m", "\u202eno", "“\\x1b[1m”: \\u202eno."),
    ],
)
def test_a_message_stands_alone(text, message, said):
    assert standing_alone(replace(WRONG_DAY, text=text, message=message)) == said


def test_the_proof_tells_what_the_message_does_not():
    day, quote = (item for item in WAIVED.findings if item.finding in (WRONG_DAY, MISQUOTED))
    where = "Ferry hits Karsund bridge, 4 March 2024, refs/wire.txt"
    assert annotation(day, WAIVED).proof == (
        f"Contradicts ({where}): {STRUCK.text}",
        "waived by AB, 6 January 2024: The coast guard corrected the day.",
    )
    assert annotation(quote, WAIVED).proof[0] == "The references say: We had little warning"


def test_a_problem_is_told_with_its_stage():
    shown = of_problem(Problem("load", "refs/a.pdf", "no text\nin it"))
    assert (shown.title, shown.lines) == ("Not checked (load)", ("refs/a.pdf: no text in it",))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("one two", "one two"), ("one two three", "one two…"), ("onetwothree", "onetwoth…")],
)
def test_a_text_is_cut_between_words(text, shown):
    assert cut(text, 9) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("./a/../story.txt", "story.txt"),
        ("../story.txt", "../story.txt"),
        ("/home/story.txt", "/home/story.txt"),
        ("two  spaces.txt", "two  spaces.txt"),
        ("a\nb\x1b.txt", "a\\nb\\x1b.txt"),
    ],
)
def test_a_path_is_the_repositorys(path, shown):
    assert file_path(Document("article", path, "", "")) == shown
