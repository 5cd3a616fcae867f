"""``audit search ARCHIVE WORDS``: look for reports in an archive."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.errors import AuditError
from auditor.write.ending import CLEAN
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.archive.searching import Hit

app = new_app()


class ShownAs(StrEnum):
    """How hits are written."""

    TEXT = "text"
    JSON = "json"


Day = Annotated[datetime | None, typer.Option(metavar="DATE", formats=["%Y-%m-%d"])]


@app.command(context_settings={"help_option_names": ["-h", "--help"]})
def search(
    archive: Annotated[
        str, typer.Argument(metavar="ARCHIVE", help="As of audit index: a file or an address.")
    ],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Names, figures, other words.")],
    first: Annotated[
        datetime | None,
        typer.Option("--from", metavar="DATE", formats=["%Y-%m-%d"], help="Of this day or later."),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Option("--to", metavar="DATE", formats=["%Y-%m-%d"], help="Of this day or earlier."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Reports at most.")] = 10,
    form: Annotated[ShownAs, typer.Option("--format", help="How they are written.")] = ShownAs.TEXT,
) -> Callable[[], int]:
    """Show the reports of an archive that have most of some words, nearest first."""
    days = (first.date() if first else None, last.date() if last else None)
    return partial(_search, archive, words, days, limit, form)


def _search(
    location: str, words: str, days: tuple[date | None, date | None], limit: int, form: ShownAs
) -> int:
    from auditor.archive.opened import archive_at, is_archive
    from auditor.archive.searching import hits

    if not is_archive(location):
        raise AuditError(f"{location}: is no archive; audit index makes one")
    with archive_at(location) as archive:
        unread = archive.volume().unread
        found = hits(archive, words, *days, limit)
    if unread:
        files = "1 file" if unread == 1 else f"{unread:,} files"
        say(
            f"audit: {files} could not be read when {archive.name} was indexed; index it to see why"
        )
    if form is ShownAs.JSON:
        show(
            json.dumps([_record(hit) for hit in found], ensure_ascii=False, indent=1) + "\n",
            utf8=True,
        )
    elif found:
        show("".join(f"{row}\n" for hit in found for row in _rows(hit)))
    else:
        say(f"audit: no report of {archive.name} has any of these words")
    return CLEAN


def _rows(hit: "Hit") -> Sequence[str]:
    from auditor.render.safe import line

    docket = hit.docket
    day = docket.published.isoformat() if docket.published else "no date"
    head = " · ".join(part for part in (day, docket.path, docket.title or "") if part)
    return line(head), f"  {line(', '.join(hit.words))}"


def _record(hit: "Hit") -> dict[str, object]:
    docket = hit.docket
    return {
        "path": docket.path,
        "title": docket.title,
        "published": docket.published and docket.published.isoformat(),
        "sha256": docket.sha256,
        "share": round(hit.share, 4),
        "words": list(hit.words),
    }
