"""``audit waivers [prune]``: show the decisions of a repository, or remove what nothing uses."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.commands.waive import Config, NoModel, Offline, Refs, asked
from auditor.errors import AuditError
from auditor.write.ending import BEST_FIRST, CLEAN, INCOMPLETE, UNUSABLE
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.model.audit import Audit
    from auditor.model.waiver import Waiver
    from auditor.run import Request

app = new_app()

EPILOG = """
prune audits every article again that a waiver is for, and removes the waivers that let nothing
stand: their article or its words are gone, a reference changed, their last day is over, they give
no reason, or the finding is no longer made.
"""
"""What ``audit waivers --help`` ends with."""


class Action(StrEnum):
    """What to do with the waivers."""

    PRUNE = "prune"


@app.command(epilog=EPILOG)
def waivers(
    action: Annotated[
        Action | None, typer.Argument(metavar="[prune]", help="Remove what lets nothing stand.")
    ] = None,
    refs: Refs = None,
    config: Config = None,
    no_model: NoModel = False,
    offline: Offline = False,
) -> Callable[[], int]:
    """Show the waivers of this repository, or remove those that let nothing stand."""
    if action is None:
        return _list
    return partial(_prune, asked(refs, config, no_model, offline))


def _record() -> Path:
    """Return the file of the repository that this was started in.

    Raises:
        AuditError: if there is none.
    """
    from auditor.load.record_of_waivers import NAME, record

    file = record(Path(NAME))
    if not file.exists():
        raise AuditError(f"{file}: no waiver was signed yet; `audit waive` signs one")
    return file


def _list() -> int:
    from auditor.load.waivers import load_waiver_file
    from auditor.render.waiver_list import waiver_list

    show(waiver_list(load_waiver_file(_record())))
    return CLEAN


def _prune(request: "Request") -> int:
    from auditor.load.waivers import load_waiver_file
    from auditor.render.waiver_list import waiver_list
    from auditor.run import auditing
    from auditor.write.waiver_file import write_waivers

    file = _record()
    audit = auditing(request)
    kept: list[Waiver] = []
    removed: list[Waiver] = []
    statuses = [CLEAN]
    ordered = sorted(load_waiver_file(file), key=lambda waiver: waiver.article)
    for named, group in groupby(ordered, key=lambda waiver: waiver.article):
        own = tuple(group)
        void, status = _void(file.parent / named, own, audit) if named else ((), CLEAN)
        kept += [waiver for waiver in own if waiver not in void]
        removed += void
        statuses.append(status)
    if removed:
        write_waivers(file, kept)
        show(waiver_list(removed))
    say(f"waivers: {len(removed)} removed, {len(kept)} kept in {file}")
    return max(statuses, key=BEST_FIRST.index)


def _void(
    article: Path, own: Sequence["Waiver"], audit: Callable[[Path], "Audit"]
) -> tuple[Sequence["Waiver"], int]:
    """Return the waivers of an article that let nothing stand, and how looking for them ended."""
    if not article.exists():
        return own, CLEAN
    try:
        report = audit(article)
    except AuditError as error:
        say(f"audit: {error}")
        return (), UNUSABLE
    if report.problems:
        say(f"audit: {article}: not fully checked, so its waivers stay; audit it to see why")
        return (), INCOMPLETE
    stale = set(report.stale)
    later = {waiver.fingerprint: waiver.decided for waiver in report.waivers}
    return [
        waiver
        for waiver in own
        if waiver in stale or (later.get(waiver.fingerprint) or waiver.decided) != waiver.decided
    ], CLEAN
