"""A report brought to where it goes."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size

from auditor.errors import Unwritten
from auditor.load.folder import REPORTS
from auditor.model.audit import Audit
from auditor.render.formats import render
from auditor.write.files import write_whole
from auditor.write.streams import show
from auditor.write.targets import Target

WIDEST = 110
"""Columns of text on a terminal; longer lines are hard to read. A guess."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text is shown: whether in ANSI colours, and in how many columns."""

    color: bool
    width: int


def look_of_output() -> Look:
    """Return how text is shown on this standard output."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return Look(
        color=terminal and not os.environ.get("NO_COLOR"),
        width=min(get_terminal_size().columns, WIDEST),
    )


def printed(audit: Audit, format_: str, look: Look) -> str:
    """Return a report as standard output gets it."""
    if format_ != "text":
        return render(format_, audit)
    return render(format_, audit, color=look.color, width=look.width)


def write_report(audit: Audit, target: Target, path: Path) -> None:
    """Write one format of a report to its file.

    Raises:
        Unwritten: naming the place and the remedy.
    """
    if target.usual and Path(REPORTS).is_symlink():
        raise Unwritten(
            f"{REPORTS}: is a link, which no report follows; name its folder with --output, or "
            "remove it"
        )
    write_whole(path, render(target.format, audit))
    if path.parent == Path(REPORTS):
        hide()


def show_report(text: str, format_: str) -> None:
    """Write a report to standard output: to programs in UTF-8, to people as their terminal reads.

    Raises:
        Unwritten: if it does not arrive.
    """
    show(text, utf8=format_ != "text")


def hide() -> None:
    """Keep our folder out of git, unless something there says otherwise already."""
    ignoring = Path(REPORTS) / ".gitignore"
    if not os.path.lexists(ignoring):
        with suppress(Unwritten):  # the report is written, and that is what was asked for
            write_whole(ignoring, "*\n")
