"""Drafts audited by a process of its own: no editor waits for it, and its end is told of."""

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from auditor.editors.draft import Checked, Draft, Manner
from auditor.editors.mark import Mark, not_checked


def checked_apart(drafts: Iterable[Draft], manner: Manner) -> Iterator[Checked]:
    """Yield each draft with its marks, made by a process that is started anew when it has died.

    Args:
        drafts: taken one by one; the process starts before the first.
        manner: of all audits.
    """
    process, connection = _started(manner)
    for draft in drafts:
        try:
            connection.send(draft)
            marks = connection.recv()
        except (EOFError, OSError):
            process.join()
            marks = (_lost(process.exitcode),)
            process, connection = _started(manner)
        yield Checked(draft, marks)


def _started(manner: Manner) -> tuple[BaseProcess, Connection]:
    """Start an interpreter of its own, which ends with this one: a copy may hold locks."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, manner), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(connection: Connection, manner: Manner) -> None:
    """Mark what comes until nothing comes any more; the whole life of the process."""
    from auditor.editors.marking import marker  # all of the audit, which the server does without

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    mark = marker(manner)
    with suppress(EOFError, OSError):
        while True:
            connection.send(mark(connection.recv()))


def _lost(exitcode: int | None) -> Mark:
    how = f"signal {-exitcode}" if exitcode and exitcode < 0 else f"status {exitcode}"
    message = (
        f"The process that audited this article ended with {how}, perhaps for want of memory; "
        "save the article to audit it again."
    )
    return not_checked("audit", message)
