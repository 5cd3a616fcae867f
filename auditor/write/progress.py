"""One line on a terminal that says what is being done, gone as soon as anything else is said."""

import sys
from contextlib import suppress
from shutil import get_terminal_size

from auditor.knowledge.acting import on_one_line

_CLEAR = "\r\x1b[2K"
"""What takes a line away on every terminal: to its beginning, and erase it."""


def progress(line: str) -> None:
    """Show a line in the place of the last one, where standard error is a terminal."""
    width = max(get_terminal_size().columns - 1, 20)
    _write(f"{_CLEAR}{on_one_line(line)[:width]}")


def no_progress() -> None:
    """Take the line away."""
    _write(_CLEAR)


def _write(text: str) -> None:
    if sys.stderr is None or not sys.stderr.isatty():
        return
    with suppress(OSError):  # who reads no progress misses nothing
        sys.stderr.write(text.encode(sys.stderr.encoding, "replace").decode(sys.stderr.encoding))
        sys.stderr.flush()
