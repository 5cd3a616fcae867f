"""The language server: what the editor tells and asks, and who answers."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from auditor import __version__
from auditor.editors.apart import checked_apart
from auditor.editors.columns import extent, offset
from auditor.editors.desk import (
    Desk,
    ask,
    drafts,
    forget,
    kind_of_explanation,
    lines_at,
    marks_at,
    tell,
)
from auditor.editors.diagnostics import actions, explanation, range_of
from auditor.editors.draft import Leave, Manner
from auditor.load.source import FORMATS

WATCHED = (f"**/*{{{','.join(sorted(FORMATS))}}}", "**/*.toml")
"""References, settings and waivers: when one changes, what is open is audited again."""

WAIVE = "audit.waive"
"""The command that puts on record that a finding may stand."""


def serve(manner: Manner, out: BinaryIO) -> None:
    """Serve one editor on standard input and `out` until it hangs up.

    Args:
        manner: of all audits.
        out: takes the protocol and nothing else.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(
            number, signal.SIG_DFL
        )  # nothing is half written, and no reader is waited for
    server = LanguageServer(
        "audit", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    desk = Desk(server)
    answers: dict[str, Callable[..., Any]] = {
        types.INITIALIZED: partial(_begun, manner),
        types.TEXT_DOCUMENT_DID_OPEN: _asked,
        types.TEXT_DOCUMENT_DID_SAVE: _asked,
        types.TEXT_DOCUMENT_DID_CLOSE: _closed,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _asked_of_all,
        types.TEXT_DOCUMENT_HOVER: _explained,
        types.TEXT_DOCUMENT_CODE_ACTION: _corrected,
    }
    options = {
        types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix])
    }
    for method, answer in answers.items():
        server.feature(method, options.get(method))(partial(answer, desk))
    server.command(WAIVE)(_waiving(desk))
    server.start_io(stdout=out)


def _begun(manner: Manner, desk: Desk, _: types.InitializedParams) -> None:
    """Start the audits, and ask to be told when a reference changes."""
    loop = asyncio.get_running_loop()
    Thread(target=_audit, args=(desk, loop, manner), daemon=True).start()
    workspace = desk.server.client_capabilities.workspace
    watching = workspace and workspace.did_change_watched_files
    if watching and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        registration = types.Registration(
            "references",
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            types.DidChangeWatchedFilesRegistrationOptions(watchers),
        )
        desk.server.client_register_capability(types.RegistrationParams([registration]))


def _audit(desk: Desk, loop: asyncio.AbstractEventLoop, manner: Manner) -> None:
    """Audit draft after draft beside the loop that speaks with the editor."""
    with suppress(RuntimeError):  # the editor has hung up, and the loop is closed
        for checked in checked_apart(drafts(desk), manner):
            loop.call_soon_threadsafe(tell, desk, checked)


def _asked(
    desk: Desk, params: types.DidOpenTextDocumentParams | types.DidSaveTextDocumentParams
) -> None:
    ask(desk, params.text_document.uri)


def _asked_of_all(desk: Desk, params: types.DidChangeWatchedFilesParams) -> None:
    """Audit what is open, but for an article that is all that changed: its own saving says so."""
    for address in list(desk.newest):
        if any(change.uri != address for change in params.changes):
            ask(desk, address)


def _closed(desk: Desk, params: types.DidCloseTextDocumentParams) -> None:
    forget(desk, params.text_document.uri)


def _explained(desk: Desk, params: types.HoverParams) -> types.Hover | None:
    address = params.text_document.uri
    lines = lines_at(desk, address)
    at = offset(lines, params.position.line, params.position.character)
    marks = [(m, start, end) for m, start, end in marks_at(desk, address, at, at) if start < end]
    if not marks:
        return None
    first, last = min(start for _, start, _ in marks), max(end for _, _, end in marks)
    told = explanation([mark for mark, _, _ in marks], kind_of_explanation(desk))
    return types.Hover(told, range_of(extent(lines, first, last)))


def _corrected(desk: Desk, params: types.CodeActionParams) -> list[types.CodeAction]:
    address = params.text_document.uri
    lines = lines_at(desk, address)
    first, last = params.range.start, params.range.end
    start, end = (
        offset(lines, first.line, first.character),
        offset(lines, last.line, last.character),
    )
    return [
        action
        for mark, low, high in marks_at(desk, address, start, end)
        for action in actions(mark, extent(lines, low, high), address)
    ]


def _waiving(desk: Desk) -> Callable[[str, str, str, str], None]:
    """Return what lets a finding of an open article stand, and audits it again.

    No `partial`: the library reads from the parameters what the editor must give.
    """

    def waive(address: str, fingerprint: str, reason: str, by: str) -> None:
        if address in desk.newest:
            ask(desk, address, Leave(fingerprint, reason, by))

    return waive
