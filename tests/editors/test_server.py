"""What somebody sees who writes in an editor: a real client beside a real server."""

import subprocess
import sys

import pytest
from lsprotocol.types import DiagnosticSeverity, Position, Range

from tests.command import ARTICLE, ENVIRONMENT, INVENTED, REFERENCE
from tests.editors.client import editor

pytestmark = pytest.mark.slow

WRONG = ARTICLE.replace("A fire", "🔥 A fire").replace("killed two", "killed five")
FIVE = Range(Position(4, 32), Position(4, 36))
TEXTS = {"article.md": WRONG, "second.md": ARTICLE + INVENTED, "refs/wire.txt": REFERENCE}

STRAY = """import os, sys
from types import SimpleNamespace
def serve(manner, out):
    os.write(1, b"stray")
    out.write(b"protocol, model " + str(manner.model).encode())
sys.modules["auditor.editors.server"] = SimpleNamespace(serve=serve)
from auditor.cli import main; main()"""
"""The command with a server that writes one message, and a library that prints to the output."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return an editor with its server: it starts in seconds, and so once for all."""
    with editor(tmp_path_factory.mktemp("kept"), "--no-model", "--stdio") as mine:
        yield mine


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "refs").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def errors(diagnostics):
    return [
        (one.code, one.range)
        for one in diagnostics
        if one.severity is DiagnosticSeverity.Error and one.source == "audit"
    ]


def test_a_wrong_figure_is_marked_explained_corrected_and_gone(desk, folder):
    """The columns count as UTF-16 does: the flame before the mark is two of them."""
    address = desk.open(folder / "article.md")
    found = desk.audited(address)
    assert errors(found) == [("number-conflict", FIVE)]
    (mark,) = [one for one in found if one.code == "number-conflict"]
    passage = mark.related_information[0]
    assert passage.location.uri == (folder / "refs" / "wire.txt").as_uri()
    assert passage.location.range == Range(Position(4, 0), Position(4, 64))

    hover = desk.hover(address, 4, 35)
    assert hover.range == FIVE
    assert hover.contents.value.startswith("**Error, number (number-conflict)**: “five” – ")
    assert "> Contradicts (Two die in harbour fire, 2 March 2021, refs/wire.txt): A fire" in (
        hover.contents.value
    )
    assert desk.hover(address, 4, 0) is None

    correction, _ = desk.actions(address, FIVE)
    (edit,) = correction.edit.changes[address]
    assert correction.title == "Put “two” there, as the references have it"
    assert (edit.range, edit.new_text) == (FIVE, "two")
    desk.write(address, WRONG.replace("five", "two"))
    assert desk.actions(address, FIVE) == []  # its words are there no more
    desk.save(address)
    assert errors(desk.audited(address)) == []
    desk.close(address)
    assert desk.audited(address) == []


def test_marks_keep_to_their_words_while_one_writes_on(desk, folder):
    address = desk.open(folder / "article.md")
    desk.audited(address)
    desk.write(address, f"😀 New\n{WRONG}")
    moved = Range(Position(5, 32), Position(5, 36))
    assert desk.hover(address, 5, 32).range == moved
    places = [action.edit.changes[address][0].range for action in desk.actions(address, moved)]
    assert places == [moved, Range(moved.end, moved.end)]
    assert desk.hover(address, 4, 32) is None
    desk.close(address)


def test_of_two_saves_the_later_one_is_told_of(desk, folder):
    address = desk.open(folder / "article.md")
    desk.write(address, ARTICLE)
    desk.save(address)
    desk.write(address, f"\n{WRONG}", version=3)
    desk.save(address)
    shown = Range(Position(5, 32), Position(5, 36))
    assert errors(desk.audited(address)) == [("number-conflict", shown)]
    desk.close(address)


def test_an_article_is_not_clean_while_its_audit_runs(desk, folder):
    address = desk.open(folder / "second.md")
    assert [(one.code, one.severity) for one in desk.next(address)] == [
        ("running", DiagnosticSeverity.Information)
    ]
    assert [code for code, _ in errors(desk.audited(address))] == ["quote-fabricated"]
    desk.close(address)


def test_what_cannot_be_audited_says_so_at_the_beginning_of_the_file(desk, folder):
    (folder / "refs" / "wire.txt").write_bytes(b"\0")
    address = desk.open(folder / "article.md")
    (mark,) = desk.audited(address)
    assert (mark.range, mark.severity) == (
        Range(Position(0, 0), Position(0, 0)),
        DiagnosticSeverity.Error,
    )
    assert mark.message.startswith("no usable reference: refs/wire.txt: holds binary data")
    desk.close(address)


def test_a_text_without_references_is_left_alone(desk, folder):
    address = desk.open(folder / "refs" / "wire.txt")
    assert desk.audited(address) == []
    desk.close(address)


def test_a_finding_is_waived_from_the_editor(desk, folder):
    address = desk.open(folder / "article.md")
    (mark,) = [one for one in desk.audited(address) if one.code == "number-conflict"]
    desk.waive(address, mark.data, "the desk counted", "AB")
    assert errors(desk.audited(address)) == []
    assert mark.data in (folder / "audit.waivers.toml").read_text(encoding="utf-8")
    desk.close(address)


def test_an_article_is_audited_again_when_a_reference_changes(desk, folder):
    texts = "**/*{.htm,.html,.markdown,.md,.text,.txt,.xhtml}"
    assert desk.watched == [texts, "**/*.toml"]
    address = desk.open(folder / "article.md")
    assert errors(desk.audited(address)) == [("number-conflict", FIVE)]
    (folder / "refs" / "wire.txt").write_text(REFERENCE.replace("two", "five"), encoding="utf-8")
    desk.changed(folder / "refs" / "wire.txt")
    assert errors(desk.audited(address)) == []
    desk.close(address)


@pytest.mark.parametrize(("options", "model"), [((), True), (("--no-model",), False)])
def test_standard_output_holds_the_protocol_and_nothing_else(options, model):
    done = subprocess.run(
        [sys.executable, "-c", STRAY, "lsp", *options],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert (done.returncode, done.stdout) == (0, f"protocol, model {model}")
    assert done.stderr == "stray"
