"""``audit index FOLDER --into FILE_OR_URL``: make an archive of reports, or bring it up to date."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.errors import AuditError
from auditor.write.ending import CLEAN, INCOMPLETE
from auditor.write.progress import no_progress, progress
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.archive.indexing import Indexed

app = new_app()

EPILOG = """
What is new or changed is read, what is gone is forgotten, all else stays. A run that is stopped or
killed is gone on with by the next. `audit ARTICLE --refs archive.idx` audits against the reports
that the article rests on, `audit search archive.idx WORDS` looks for others.
Exit status: 0 everything was read, 2 could not start, 3 some files could not be read.
"""
"""What ``audit index --help`` ends with."""


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def index(
    folders: Annotated[
        list[str],
        typer.Argument(metavar="ARCHIVE...", help="Folders (recursive) or files of reports."),
    ],
    into: Annotated[
        str,
        typer.Option(metavar="FILE_OR_URL", help="archive.idx, or postgresql://HOST/DATABASE."),
    ],
) -> Callable[[], int]:
    """Index an archive of reports, so that the references of an article are found in it."""
    return partial(_index, tuple(folders), into)


def _index(folders: Sequence[str], into: str) -> int:
    from auditor.archive.indexing import index, named_in
    from auditor.archive.opened import archive_into

    _refuse(folders, into)
    with archive_into(into) as archive:
        try:
            done = index(archive, folders, named_in(into), _tell_progress)
        finally:
            no_progress()
        reports = archive.volume().reports
        name = archive.name
    for problem in done.problems:
        say(f"audit: {problem.where}: {problem.reason}")
    show(f"{name}: {_told(done, reports)}\n")
    return INCOMPLETE if done.problems else CLEAN


def _refuse(folders: Sequence[str], into: str) -> None:
    """Let the index lie where no later run takes it for a report."""
    from auditor.archive.opened import is_shared

    place = Path(into)
    for folder in folders:
        if not is_shared(into) and place.resolve().is_relative_to(Path(folder).resolve()):
            raise AuditError(f"{into}: lies in {folder}; name a place outside of it with --into")


def _tell_progress(done: int, every: int) -> None:
    progress(f"{done:,} of {every:,} files")


def _told(done: "Indexed", reports: int) -> str:
    counts = f"{done.added:,} new, {done.changed:,} changed, {done.gone:,} gone"
    unread = f", {len(done.problems):,} could not be read" if done.problems else ""
    return f"{reports:,} report{'' if reports == 1 else 's'} ({counts}{unread})"
