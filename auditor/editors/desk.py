"""What the server knows of the articles that are open in the editor."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from queue import SimpleQueue

from lsprotocol.types import (
    ClientCapabilities,
    Diagnostic,
    MarkupKind,
    PublishDiagnosticsParams,
)
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from auditor.editors.columns import Rows, extent, rows
from auditor.editors.diagnostics import diagnostic
from auditor.editors.draft import Checked, Draft, Leave, standing
from auditor.editors.mark import Mark, on_all
from auditor.load.source import FORMATS
from auditor.stories.references_of import BESIDE

RUNNING = on_all(
    "note", "running", "Being audited", "The article is being audited; this may not be all yet."
)
"""Shown until an audit is over: an article that nobody has looked at is not clean."""


@dataclass(slots=True)
class Desk:
    """The articles that are open; the one value here that changes.

    Attributes:
        newest: the number of the last draft, by the article's address.
        checked: the last draft that was audited, by the article's address.
        waiting: drafts to audit, some of them out of date.
    """

    server: LanguageServer
    newest: dict[str, int] = field(default_factory=dict)
    checked: dict[str, Checked] = field(default_factory=dict)
    waiting: SimpleQueue[Draft] = field(default_factory=SimpleQueue)
    numbers: Iterator[int] = field(default_factory=count)


def ask(desk: Desk, address: str, leave: Leave | None = None) -> None:
    """Have an open article audited as it stands now; no earlier draft of it is told of any more.

    That it is being audited is said of what surely is an article. Of others only the settings know.
    """
    path = Path(to_fs_path(address) or "")
    if path.suffix.lower() not in FORMATS:
        return
    text, encoding = text_at(desk, address), encoding_of(desk)
    draft = Draft(address, next(desk.numbers), path, text, encoding, leave)
    desk.newest[address] = draft.number
    if address in desk.checked or os.path.isdir(path.parent / BESIDE):  # noqa: PTH112  # never raises
        publish(desk, address)
    desk.waiting.put(draft)


def drafts(desk: Desk) -> Iterator[Draft]:
    """Yield what is to be audited, one by one, for ever; what is out of date is left out."""
    while True:
        draft = desk.waiting.get()
        if is_newest(desk, draft):
            yield draft


def is_newest(desk: Desk, draft: Draft) -> bool:
    """Tell whether an article is open and was not saved again since."""
    return desk.newest.get(draft.address) == draft.number


def tell(desk: Desk, checked: Checked) -> None:
    """Show what came of a draft, unless there is a newer one."""
    if is_newest(desk, checked.draft):
        desk.checked[checked.draft.address] = checked
        publish(desk, checked.draft.address)


def forget(desk: Desk, address: str) -> None:
    """Take back all that was said of an article."""
    desk.newest.pop(address, None)
    desk.checked.pop(address, None)
    desk.server.text_document_publish_diagnostics(PublishDiagnosticsParams(address, []))


def publish(desk: Desk, address: str) -> None:
    """Show the marks of an article whose words stand there now, and whether an audit is running."""
    document = document_at(desk, address)
    lines = rows(document.source, encoding_of(desk))
    checked = desk.checked.get(address)
    is_running = checked is None or not is_newest(desk, checked.draft)
    shown: list[Diagnostic] = [diagnostic(RUNNING, extent(lines, 0, 0))] if is_running else []
    shown += [
        diagnostic(mark, extent(lines, start, end))
        for mark, start, end in marks_at(desk, address, 0, len(document.source))
    ]
    desk.server.text_document_publish_diagnostics(
        PublishDiagnosticsParams(address, shown, document.version)
    )


def marks_at(desk: Desk, address: str, start: int, end: int) -> Iterator[tuple[Mark, int, int]]:
    """Yield the marks that touch ``start:end`` of the article as it stands now, with places."""
    checked = desk.checked.get(address)
    for mark, first, last in standing(checked, text_at(desk, address)) if checked else ():
        if first <= end and start <= last:
            yield mark, first, last


def document_at(desk: Desk, address: str) -> TextDocument:
    """Return the text of an article as the editor has it."""
    return desk.server.workspace.get_text_document(address)


def text_at(desk: Desk, address: str) -> str:
    """Return the characters of an article as the editor has it."""
    return document_at(desk, address).source


def lines_at(desk: Desk, address: str) -> Rows:
    """Return the lines of an article as the editor has it."""
    return rows(text_at(desk, address), encoding_of(desk))


def encoding_of(desk: Desk) -> str:
    """Return what columns count in, as agreed upon with the editor."""
    return str(getattr(agreed := desk.server.workspace.position_encoding, "value", agreed))


def kind_of_explanation(desk: Desk) -> MarkupKind:
    """Return what the editor shows on hovering: Markdown unless it says that it cannot."""
    capabilities: ClientCapabilities = desk.server.client_capabilities
    hover = capabilities.text_document and capabilities.text_document.hover
    kinds = (hover and hover.content_format) or [MarkupKind.Markdown]
    return MarkupKind.Markdown if MarkupKind.Markdown in kinds else MarkupKind.PlainText
