"""Standard output and standard error, whatever they are: closed, full, ASCII or a broken pipe."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from auditor.errors import Unwritten
from auditor.knowledge.acting import on_one_line
from auditor.write.files import FULL

STREAMS = (0, 1, 2)
"""Standard input, output and error as the system numbers them."""


def hold_places() -> None:
    """Put nothing in the place of a closed standard stream.

    The next file that is opened would take its number, and what some library writes to standard
    error would be written into it.
    """
    for number in STREAMS:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number, which is this one


def say(message: str) -> None:
    """Write a message to standard error as one line that nothing in it acts on.

    A file's name may hold line ends too, and would write messages of its own. Where nobody
    listens, nothing is said.
    """
    if sys.stderr is None:
        return
    shown = on_one_line(message)
    try:
        sys.stderr.write(_known(f"{shown}\n", sys.stderr.encoding))
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)


def show(text: str, *, utf8: bool = False) -> None:
    r"""Write to standard output.

    Args:
        text: what the reader's encoding lacks is written as ``\u2713``.
        utf8: whether it is what a program reads, and so UTF-8 whatever the reader's encoding.

    Raises:
        Unwritten: if it does not arrive. Nothing more is written there then.
    """
    if sys.stdout is None:
        raise Unwritten("standard output: is closed; open it, or name --output FILE")
    with printing():
        _write(text, utf8)


@contextmanager
def printing() -> Iterator[None]:
    """Say in our words what standard output fails with.

    Raises:
        Unwritten: if it fails.
    """
    try:
        yield
    except OSError as error:
        _give_up(sys.stdout)
        raise Unwritten(f"standard output: {_reason(error)}") from error


def _write(text: str, utf8: bool) -> None:
    stream = sys.stdout
    raw = getattr(stream, "buffer", None) if utf8 else None
    if raw is None:
        stream.write(_known(text, stream.encoding))
    else:
        stream.flush()
        raw.write(text.encode("utf-8"))
    stream.flush()


def _known(text: str, encoding: str | None) -> str:
    """Return `text` with what an encoding lacks as escapes."""
    encoding = encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _give_up(stream: TextIO) -> None:
    """Let what is still in the buffer go nowhere, or Python would exit 120 for it."""
    with suppress(OSError):  # a stream without number has no such buffer
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _reason(error: OSError) -> str:
    if error.errno == errno.EPIPE:
        return "was closed before all was written; read it to its end, or name --output FILE"
    if error.errno in FULL:
        return "has no room left; make room, or name --output FILE"
    return f"cannot be written ({error.strerror}); name --output FILE"
