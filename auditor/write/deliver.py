"""A report brought to where it goes."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size

from auditor.errors import Unwritten
from auditor.load.folder import REPORTS
from auditor.model.audit import Audit
from auditor.render.formats import render
from auditor.write.files import write_whole
from auditor.write.streams import say, show
from auditor.write.targets import Target

WIDEST = 110
"""Columns of text on a terminal; longer lines are hard to read. A guess."""


def deliver(audit: Audit, target: Target) -> None:
    """Write one format of a report, and say where it lies.

    Raises:
        Unwritten: naming the place and the remedy.
    """
    if target.path is None:
        _print(audit, target.format)
        return
    if target.usual and Path(REPORTS).is_symlink():
        raise Unwritten(
            f"{REPORTS}: is a link, which no report follows; name its folder with --output, or "
            "remove it"
        )
    write_whole(target.path, render(target.format, audit))
    if target.path.parent == Path(REPORTS):
        _hide()
    say(f"{target.format} report: {target.path}")


def _print(audit: Audit, format_: str) -> None:
    if format_ != "text":
        show(render(format_, audit), utf8=True)
        return
    width = min(get_terminal_size().columns, WIDEST)
    terminal = sys.stdout is not None and sys.stdout.isatty()
    show(render(format_, audit, color=terminal and not os.environ.get("NO_COLOR"), width=width))


def _hide() -> None:
    """Keep our folder out of git, unless something there says otherwise already."""
    ignoring = Path(REPORTS) / ".gitignore"
    if not os.path.lexists(ignoring):
        with suppress(Unwritten):  # the report is written, and that is what was asked for
            write_whole(ignoring, "*\n")
