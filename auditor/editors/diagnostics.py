"""Marks as the protocol's values: diagnostics, hovers, corrections."""

import re
from collections.abc import Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
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
    WorkspaceEdit,
)

from auditor.editors.columns import Extent
from auditor.editors.mark import Mark
from auditor.model.listed import KNOWN, WAIVED
from auditor.render.annotation import cut

SEVERITIES = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "note": DiagnosticSeverity.Information,
    WAIVED: DiagnosticSeverity.Hint,
    KNOWN: DiagnosticSeverity.Hint,
}
"""How an editor shows the states of a finding."""

SOURCE = "audit"
"""Who says so, beside each diagnostic."""

TITLE_LENGTH = 120
"""Characters of the line that offers a correction. A guess: menus are narrow."""

_SPECIAL = re.compile(r"(?i)[\\`*_{}\[\]<>#|~$!&@]|:(?=//)|(?<=www)\.")
"""What some reader of Markdown takes for markup inside a line, or for a link."""


def range_of(words: Extent) -> Range:
    """Return where words stand."""
    start = Position(words.line, words.column)
    return Range(start, Position(words.end_line, words.end_column))


def diagnostic(mark: Mark, words: Extent) -> Diagnostic:
    """Return what an editor lists and underlines."""
    return Diagnostic(
        range=range_of(words),
        severity=SEVERITIES[mark.state],
        code=mark.code,
        code_description=CodeDescription(mark.link) if mark.link else None,
        source=SOURCE,
        message="\n".join((mark.message, *mark.notes)),
        related_information=[
            DiagnosticRelatedInformation(Location(one.address, range_of(one.extent)), one.message)
            for one in mark.related
        ],
        data=mark.fingerprint or None,
    )


def explanation(marks: Sequence[Mark], kind: MarkupKind) -> MarkupContent:
    """Return what is shown of words that the pointer rests on; no text in it can form markup."""
    if kind is MarkupKind.PlainText:
        return MarkupContent(kind, "\n\n".join("\n".join(_rows(mark)) for mark in marks))
    parts = [_in_markdown(mark) for mark in marks]
    return MarkupContent(kind, "\n\n---\n\n".join(parts))


def _rows(mark: Mark) -> Iterator[str]:
    yield f"{mark.title}: {mark.message}"
    yield from mark.notes
    yield from (one.message for one in mark.related)


def _in_markdown(mark: Mark) -> str:
    parts = [
        f"**{escaped(mark.title)}**: {escaped(mark.message)}",
        *map(escaped, mark.notes),
        *(f"> {escaped(one.message)}" for one in mark.related),
    ]
    return "\n\n".join(parts)


def escaped(text: str) -> str:
    """Return one line so that a reader of Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def actions(mark: Mark, words: Extent, address: str) -> Iterator[CodeAction]:
    """Yield the changes that are offered: the expected value, and a comment that takes a reason."""
    if mark.replacement is not None:
        title = cut(f"Put “{mark.replacement}” there, as the references have it", TITLE_LENGTH)
        yield _action(title, diagnostic(mark, words), words, mark.replacement, address)
    if mark.allowance:
        after = Extent(words.end_line, words.end_column, words.end_line, words.end_column)
        title = f"Let it stand ({mark.code}): write the reason into the comment"
        yield _action(title, diagnostic(mark, words), after, mark.allowance, address)


def _action(title: str, about: Diagnostic, at: Extent, text: str, address: str) -> CodeAction:
    return CodeAction(
        title=title,
        kind=CodeActionKind.QuickFix,
        diagnostics=[about],
        edit=WorkspaceEdit(changes={address: [TextEdit(range_of(at), text)]}),
    )
