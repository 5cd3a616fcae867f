"""A draft is audited as it stands in the editor; whatever goes wrong with it is a mark."""

import re

import pytest

from auditor.api import Auditor
from auditor.editors.columns import Extent
from auditor.editors.draft import Draft, Leave, Manner
from auditor.editors.mark import Mark, Related, not_checked
from auditor.editors.marking import marker
from tests.command import ARTICLE, REFERENCE

WRONG = ARTICLE.replace("killed two", "killed 😀 five")
CONFLICT = "number-conflict"


@pytest.fixture(scope="module")
def auditor(tmp_path_factory):
    """Return an auditor that reads each text once for all."""
    return Auditor(model=False, cache=tmp_path_factory.mktemp("kept"))


@pytest.fixture
def marks(story, monkeypatch, auditor):
    """Return what marks a text as that of a file in the story's folder."""
    monkeypatch.chdir(story)  # each draft is audited in its folder
    monkeypatch.setattr("auditor.turns.one.Auditor", lambda **_: auditor)
    mark = marker(Manner(model=False, offline=True))

    def marked(text: str, name: str = "article.md", leave: Leave | None = None) -> tuple[Mark, ...]:
        return mark(Draft("file:///a", 1, story / name, text, "utf-16", leave))

    return marked


def test_a_finding_is_a_mark_with_the_place_of_its_proof(story, marks):
    (mark,) = [mark for mark in marks(WRONG) if mark.code == CONFLICT]
    assert WRONG[mark.start : mark.end] == "five"
    passage = "A fire in the harbour killed two people on Tuesday, police said."
    told = f"Contradicts (Two die in harbour fire, 2 March 2021, refs/wire.txt): {passage}"
    wire = (story / "refs" / "wire.txt").as_uri()
    assert (mark.state, mark.title) == ("error", "Error, number (number-conflict)")
    assert mark.related[0] == Related(wire, Extent(4, 0, 4, 64), told)
    assert (mark.replacement, mark.notes) == ("two", ())
    assert mark.allowance == "<!-- audit: allow number-conflict  -->"


def test_a_plain_text_takes_no_comment(marks):
    (mark,) = [mark for mark in marks(WRONG, "article.txt") if mark.code == CONFLICT]
    assert (mark.replacement, mark.allowance) == ("two", "")


def test_a_text_without_references_is_no_article(story, marks):
    (story / "refs").rename(story / "sources")
    assert marks(WRONG) == ()


@pytest.mark.parametrize(
    ("settings", "front"),
    [
        ('[[stories]]\narticles = "*.md"\nrefs = ["sources"]\n', ""),
        ("", "---\nrefs: [sources/wire.txt]\n---\n"),
    ],
)
def test_references_are_found_as_the_command_finds_them(story, marks, settings, front):
    """The front matter counts as the editor has it, saved or not."""
    (story / "refs").rename(story / "sources")
    (story / "audit.toml").write_text(settings, "utf-8")
    assert CONFLICT in {mark.code for mark in marks(front + WRONG)}


def test_what_the_settings_leave_out_is_no_article(story, marks):
    (story / "audit.toml").write_text('ignore = ["*.md"]\n', "utf-8")
    assert marks(WRONG) == ()


def test_settings_that_are_wrong_are_told(story, marks):
    (story / "audit.toml").write_text('ignroe = ["*.md"]\n', "utf-8")
    (mark,) = marks(WRONG)
    assert mark == not_checked("audit", mark.message)
    assert mark.message.startswith("audit.toml: ignroe: ")


def test_no_page_is_fetched_that_the_settings_name_where_none_shall_be(story, marks):
    (story / "audit.toml").write_text('refs = ["https://news.example/fire"]\n', "utf-8")
    (mark,) = marks(WRONG)
    assert mark.message.startswith("https://news.example/fire: not fetched because of --offline")


def test_a_byte_order_mark_that_an_editor_keeps_moves_no_mark(marks):
    text = f"\ufeff{WRONG}"
    assert [text[m.start : m.end] for m in marks(text) if m.code == CONFLICT] == ["five"]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_words_of_a_page_are_marked_in_its_markup(story, marks, charset):
    """The charset that a page declares is that of its file, not of the text in the editor."""
    body = WRONG.strip().replace("\n\n", "</p>\r\n<p>").replace("harbour", "h&auml;rbour é")
    text = f'<html><meta charset="{charset}"><body><article><p>{body}</p></article></body></html>'
    page = REFERENCE.replace("harbour", "härbour é").strip().replace("\n\n", "</p>\r\n<p>😀 ")
    (story / "refs" / "wire.txt").unlink()
    wire = story / "refs" / "wire.html"
    wire.write_text(f"<html><body><article><p>{page}</p></article></body></html>", "utf-8")
    (mark,) = [mark for mark in marks(text, "article.html") if mark.code == CONFLICT]
    assert text[mark.start : mark.end] == "five"
    assert (mark.related[0].address, mark.related[0].extent.line) == (wire.as_uri(), 2)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.md", "\ud83d half", r"a\.md: byte 0 of its text is no UTF-8; .*"),
        ("a.md", "…\n", r"a\.md: holds no words; .*"),
        ("a.md", "a" * 5_000_001, r"a\.md: is larger than 5 MB; .*"),
        ("a.doc", "A fire.", r"a\.doc: is a \.doc file; .*"),
        ("gone/a.md", "A fire.", r"a\.md: a fault in auditor, .* FileNotFoundError: .*"),
    ],
)
def test_what_cannot_be_audited_is_not_clean(marks, name, text, message):
    (mark,) = marks(text, name)
    assert re.fullmatch(message, mark.message)
    assert mark == not_checked("audit", mark.message)


def test_what_was_not_checked_comes_before_the_findings(story, marks):
    (story / "refs" / "more.doc").write_bytes(b"\xd0\xcf")
    first, *others = marks(WRONG)
    assert first == not_checked("load", first.message)
    assert first.message.startswith("refs/more.doc: is a .doc file; ")
    assert CONFLICT in {mark.code for mark in others}


def test_a_fault_of_ours_is_a_mark(marks, monkeypatch):
    """Nothing else breaks on purpose, so the reading of the article is broken here."""

    def broken(_: object, *, ocr: bool):
        raise KeyError("heading")

    monkeypatch.setattr("auditor.api.load_article", broken)
    fault = "a fault in auditor, please report it: KeyError: 'heading'"
    assert marks(WRONG) == (not_checked("audit", f"article.md: {fault}"),)


def test_a_finding_is_waived_on_the_record_and_stays(story, marks):
    (before,) = [mark for mark in marks(WRONG) if mark.code == CONFLICT]
    leave = Leave(before.fingerprint[:8], "the desk counted", "AB")
    (mark,) = [mark for mark in marks(WRONG, leave=leave) if mark.code == CONFLICT]
    assert (mark.state, mark.replacement, mark.allowance) == ("waived", None, "")
    (note,) = mark.notes
    assert re.fullmatch(r"waived by AB, \d+ \w+ \d{4}: the desk counted", note)
    assert before.fingerprint in (story / "audit.waivers.toml").read_text("utf-8")
    assert mark in marks(WRONG)


@pytest.mark.parametrize(
    ("leave", "why"),
    [
        (Leave("f1", " ", "AB"), "a reason and a name are needed; the next editor reads them"),
        (Leave("f1", "Said so.", ""), "a reason and a name are needed; the next editor reads them"),
        (Leave("ffffffff", "Said so.", "AB"), "article.md: no finding is called ffffffff; .*"),
    ],
)
def test_what_cannot_be_waived_says_why_and_still_counts(story, marks, leave, why):
    first, *others = marks(WRONG, leave=leave)
    assert (first.state, first.code) == ("error", "waive")
    assert re.fullmatch(f"Not waived: {why}", first.message)
    assert CONFLICT in {mark.code for mark in others if mark.state == "error"}
    assert not (story / "audit.waivers.toml").exists()


def test_a_comment_lets_a_finding_stand_once_it_holds_a_reason(marks):
    comment = "five<!-- audit: allow number-conflict  --> people"
    without, signed = (
        WRONG.replace("five people", comment),
        WRONG.replace("five people", comment.replace("  ", " the desk counted ")),
    )
    states = [[m.state for m in marks(text) if m.code == CONFLICT] for text in (without, signed)]
    assert states == [["error"], ["waived"]]
