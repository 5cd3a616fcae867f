"""Marks as an editor gets them, where no text of an article or reference acts."""

import re

import pytest
from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
    TextEdit,
)
from markdown_it import MarkdownIt

from auditor.editors.columns import Extent
from auditor.editors.diagnostics import actions, diagnostic, escaped, explanation
from auditor.editors.mark import Mark, Related

WORDS = Extent(4, 34, 4, 37)
PASSAGE = Related("file:///s/refs/wire.txt", Extent(2, 0, 2, 11), "Contradicts (wire): Five died.")
MARK = Mark(
    start=9,
    end=12,
    state="waived",
    code="number-conflict",
    title="Waived error, number (number-conflict)",
    message="“two” – the references differ.",
    notes=("The references say: five", "waived by AB, 6 January 2024: *old*"),
    related=(PASSAGE,),
    link="https://example.org/why",
    replacement="five",
    fingerprint="50cbea46",
    allowance="<!-- audit: allow number-conflict  -->",
)


def test_a_mark_is_a_diagnostic_with_its_proof_in_the_reference():
    passage = Range(Position(2, 0), Position(2, 11))
    assert diagnostic(MARK, WORDS) == Diagnostic(
        range=Range(Position(4, 34), Position(4, 37)),
        severity=DiagnosticSeverity.Hint,
        code="number-conflict",
        code_description=CodeDescription("https://example.org/why"),
        source="audit",
        message="“two” – the references differ.\nThe references say: five\n"
        "waived by AB, 6 January 2024: *old*",
        related_information=[
            DiagnosticRelatedInformation(
                Location("file:///s/refs/wire.txt", passage), "Contradicts (wire): Five died."
            )
        ],
        data="50cbea46",
    )


def test_a_hover_tells_mark_notes_and_passages_as_the_editor_can_show_them():
    short = Mark(0, 0, "note", "x", "Note", "Short.")
    markdown = (
        "**Waived error, number (number-conflict)**: “two” – the references differ.\n\n"
        "The references say: five\n\n"
        "waived by AB, 6 January 2024: \\*old\\*\n\n"
        "> Contradicts (wire): Five died.\n\n---\n\n**Note**: Short."
    )
    plain = (
        "Waived error, number (number-conflict): “two” – the references differ.\n"
        "The references say: five\nwaived by AB, 6 January 2024: *old*\n"
        "Contradicts (wire): Five died.\n\nNote: Short."
    )
    for kind, text in ((MarkupKind.Markdown, markdown), (MarkupKind.PlainText, plain)):
        assert explanation((MARK, short), kind) == MarkupContent(kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "![](https://evil.example/pixel.png)",
        "[free](command:workbench.action.terminal.new)",
        "<img src=x onerror=alert(1)>",
        "`code` **bold** _em_ ~~struck~~ a|b",
        "see https://evil.example or WWW.evil.example or me@evil.example",
        "&lt;b&gt; \\[x](y) $(gear) {x}",
    ],
)
def test_no_text_is_markup(text):
    reader = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    (inline,) = [token for token in reader.parse(f"a: {escaped(text)}") if token.type == "inline"]
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()) == f"a: {text}"
    assert not re.search(r"(?i)https?://|www\.|\w@", escaped(text))


def offered(mark: Mark):
    return [
        (action.title, action.edit.changes["file:///s/a.md"])
        for action in actions(mark, WORDS, "file:///s/a.md")
        if action.edit and action.edit.changes and action.diagnostics == [diagnostic(mark, WORDS)]
    ]


def test_the_expected_value_and_a_comment_are_offered():
    words, after = Range(Position(4, 34), Position(4, 37)), Range(Position(4, 37), Position(4, 37))
    correction = ("Put “five” there, as the references have it", [TextEdit(words, "five")])
    waiver = (
        "Let it stand (number-conflict): write the reason into the comment",
        [TextEdit(after, "<!-- audit: allow number-conflict  -->")],
    )
    assert offered(MARK) == [correction, waiver]
    assert offered(Mark(0, 0, "error", "x", "", "")) == []
