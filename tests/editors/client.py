"""A real client of the protocol, in a loop of its own, beside a server started as editors do."""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.command import ENVIRONMENT

COMMAND = "from auditor.cli import main; main()"
PATIENCE = 60


@dataclass(slots=True)
class Editor:
    """An editor with a server: the diagnostics it was told, and the files it shall watch."""

    client: LanguageClient
    loop: asyncio.AbstractEventLoop
    told: "Queue[types.PublishDiagnosticsParams]" = field(default_factory=Queue)
    watched: list[str] = field(default_factory=list)

    def wait(self, work: Any) -> Any:
        """Return what a coroutine of the client comes to."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)

    def say(self, notify: Any, params: Any) -> None:
        """Send a notification."""
        self.loop.call_soon_threadsafe(notify, params)

    def open(self, path: Path) -> str:
        """Open a file and return its address."""
        address, text = path.as_uri(), path.read_bytes().decode()
        item = types.TextDocumentItem(address, "markdown", 1, text)
        self.say(self.client.text_document_did_open, types.DidOpenTextDocumentParams(item))
        return address

    def write(self, address: str, text: str, version: int = 2) -> None:
        """Change the text of what is open, without saving it."""
        document = types.VersionedTextDocumentIdentifier(version, address)
        change = types.TextDocumentContentChangeWholeDocument(text)
        params = types.DidChangeTextDocumentParams(document, [change])
        self.say(self.client.text_document_did_change, params)

    def save(self, address: str) -> None:
        """Save what is open."""
        params = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(address))
        self.say(self.client.text_document_did_save, params)

    def close(self, address: str) -> None:
        """Close what is open."""
        params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(address))
        self.say(self.client.text_document_did_close, params)

    def changed(self, path: Path) -> None:
        """Tell that a file is another than before."""
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        params = types.DidChangeWatchedFilesParams([event])
        self.say(self.client.workspace_did_change_watched_files, params)

    def registered(self, params: types.RegistrationParams) -> None:
        """Take up what the server asks for."""
        for one in params.registrations:
            options: Any = one.register_options
            self.watched += [watcher["globPattern"] for watcher in options["watchers"]]

    def waive(self, *arguments: str) -> None:
        """Have the server put on record that a finding may stand."""
        params = types.ExecuteCommandParams("audit.waive", list(arguments))
        self.wait(self.client.workspace_execute_command_async(params))

    def next(self, address: str) -> list[types.Diagnostic]:
        """Return the next diagnostics of an article."""
        while True:
            told = self.told.get(timeout=PATIENCE)
            if told.uri == address:
                return list(told.diagnostics)

    def audited(self, address: str) -> list[types.Diagnostic]:
        """Return the next diagnostics of an article that is not being audited any more."""
        while True:
            told = self.next(address)
            if all(one.code != "running" for one in told):
                return told

    def hover(self, address: str, line: int, character: int) -> types.Hover | None:
        """Return what is shown where the pointer rests."""
        document = types.TextDocumentIdentifier(address)
        place = types.Position(line, character)
        hover: types.Hover | None = self.wait(
            self.client.text_document_hover_async(types.HoverParams(document, place))
        )
        return hover

    def actions(self, address: str, words: types.Range) -> list[types.CodeAction]:
        """Return what is offered for some words."""
        document = types.TextDocumentIdentifier(address)
        params = types.CodeActionParams(document, words, types.CodeActionContext([]))
        return self.wait(self.client.text_document_code_action_async(params)) or []


ABLE = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True
        )
    )
)
"""What the editor can do: with no word on columns, which are UTF-16 then."""


@contextmanager
def editor(cache: Path, *options: str) -> Iterator[Editor]:
    """Yield an editor whose server was started with `options` and keeps what it read in `cache`."""
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, daemon=True).start()
    client = LanguageClient("test", "1")
    mine = Editor(client, loop)
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(mine.told.put))
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(partial(mine.registered))
    command = (sys.executable, "-c", COMMAND, "lsp", *options)
    mine.wait(client.start_io(*command, env={**ENVIRONMENT, "AUDITOR_CACHE": str(cache)}))
    hello = types.InitializeParams(ABLE, process_id=os.getpid())
    mine.wait(client.initialize_async(hello))
    mine.say(client.initialized, types.InitializedParams())
    try:
        yield mine
    finally:
        mine.wait(client.shutdown_async(None))
        mine.say(client.exit, None)
        mine.wait(client.stop())
        loop.call_soon_threadsafe(loop.stop)
