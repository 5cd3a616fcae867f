"""``audit fetch URL... --into refs/``: keep pages as references, or see which of them changed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.errors import AuditError
from auditor.write.progress import no_progress, progress
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.fetching.gathering import Asked, Step
    from auditor.fetching.keeping import KeptFolder

app = new_app()

EPILOG = """
Of each page its bytes are kept, its text for people to read (.txt), and where and when it comes
from (.json); all three are one reference. refs.lock pins what an audit reads of them: a page that
is another by then is a problem. Pages are fetched as robots.txt lets them be.
Exit status: 0 all is kept, or as before; 1 --check found a change that --accept did not take;
2 could not start; 3 a page or list could not be had, or not be kept.
"""
"""What ``audit fetch --help`` ends with."""

LIMIT = 20
"""Pages that are taken of feeds and sitemaps where nobody says how many. A guess."""


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def fetch(
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL", help="Pages to keep.")] = None,
    into: Annotated[Path, typer.Option(metavar="FOLDER", help="Where they are kept.")] = Path(
        "refs"
    ),
    feed: Annotated[
        list[str] | None,
        typer.Option(
            metavar="URL", help="Keep the pages of a feed (RSS or Atom), too; may be repeated."
        ),
    ] = None,
    sitemap: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Keep the pages of a sitemap, too; may be repeated."),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="Pages of each feed or sitemap, the latest first."),
    ] = LIMIT,
    since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE", formats=["%Y-%m-%d"], help="Of those, none of an earlier day."
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="Of those, none of a later day."),
    ] = None,
    archive: Annotated[
        bool,
        typer.Option(
            "--archive", help="Where a page cannot be had, take its last snapshot of archive.org."
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Fetch kept pages again and show what changed; keep nothing."),
    ] = False,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept",
            help="Keep what has changed as it is now; without a URL and --check, pin what lies in "
            "the folder as it lies there.",
        ),
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch nothing.")] = False,
) -> Callable[[], int]:
    """Fetch pages of the web and keep them as references, or see which of them changed."""
    from auditor.fetching.feeds import Choice, ListKind
    from auditor.fetching.gathering import Asked
    from auditor.fetching.keeping import KeptFolder

    lists = [(url, ListKind.FEED) for url in feed or ()]
    lists += [(url, ListKind.SITEMAP) for url in sitemap or ()]
    choice = Choice(limit, _day(since), _day(until))
    asked = Asked(tuple(urls or ()), tuple(lists), choice, archive)
    _verify(asked, into, check=check, accept=accept, offline=offline)
    return partial(_fetch, asked, KeptFolder(into, _now, accept), check)


def _fetch(asked: "Asked", kept_folder: "KeptFolder", check: bool) -> int:
    from auditor.fetching.gathering import ListedPages, accepted, compared, gathered
    from auditor.fetching.outcome_lines import said, shown, status_of
    from auditor.load.source import Unreadable
    from auditor.load.web import Errand

    if check:
        steps = compared(asked, kept_folder, Errand(), progress)
    elif asked.pages or asked.lists:
        steps = gathered(asked, kept_folder, Errand(), progress)
    else:
        steps = accepted(kept_folder)
    done: list[Step] = []
    for step in _shown(steps):
        done.append(step)
        if isinstance(step, ListedPages | Unreadable):
            say(said(step))
        else:
            show("".join(f"{row}\n" for row in shown(step)))
    return status_of(done)


def _shown(steps: "Iterator[Step]") -> "Iterator[Step]":
    """Yield steps while their progress is shown, and take that away before each is told."""
    try:
        for step in steps:
            no_progress()
            yield step
    finally:
        no_progress()


def _verify(asked: "Asked", folder: Path, *, check: bool, accept: bool, offline: bool) -> None:
    """See that what is asked for is one thing that can be done.

    Raises:
        AuditError: if it is not.
    """
    named: Sequence[str] = (*asked.pages, *(url for url, _ in asked.lists))
    if not (named or check or accept):
        raise AuditError("nothing to fetch: name a URL, --feed or --sitemap, or say --check")
    if offline and (named or check):
        what = named[0] if named else "--check"
        raise AuditError(f"{what}: not fetched because of --offline")
    if check and asked.lists:
        raise AuditError("--check compares pages that are kept; name it without --feed, --sitemap")
    if not named and not folder.is_dir():
        raise AuditError(f"{folder}: no such folder; name with --into where pages are kept")


def _day(told: datetime | None) -> date | None:
    return told.date() if told else None


def _now() -> datetime:
    """Return the hour, which stands in sidecars and nowhere else."""
    return datetime.now(UTC)
