"""``audit hook FILE...``: audit the articles that the changed files of a commit concern."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import FailOn, new_app
from auditor.commands.waive import Config, NoModel, Offline, asked
from auditor.write.ending import CLEAN
from auditor.write.streams import say

if TYPE_CHECKING:
    from auditor.run import Request

app = new_app()

EPILOG = """
This is what the hook of pre-commit runs. An article is audited where it is changed, or one of its
references or waivers is changed or removed; all are where the settings change. A changed reference
that belongs to no article is told and passed. Exit status: as of the audit.
"""
"""What ``audit hook --help`` ends with."""


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def hook(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="What the commit changes.")
    ] = None,
    config: Config = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="A desk's settings: [profiles.NAME].")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The lowest severity that fails.  [default: error]")
    ] = None,
    no_model: NoModel = False,
    offline: Offline = False,
) -> Callable[[], int]:
    """Audit the articles that the changed files of a commit concern."""
    request = replace(
        asked(None, config, no_model, offline),
        formats=("text",),
        profile=profile or None,
        fail_on=fail_on.value if fail_on else None,
    )
    return partial(_audit, tuple(files or ()), request)


def _audit(files: Sequence[Path], request: "Request") -> int:
    from auditor.load.commit import commit_of
    from auditor.settings.chosen_rules import Selection
    from auditor.settings.configuration import Choices
    from auditor.settings.verified import verified
    from auditor.stories.concerned import concerned

    decided = verified(request.config, Choices(), request.profile or "", Selection())
    concern = concerned(commit_of(files), decided)
    for path in concern.strays:
        say(f"audit: {path}: belongs to no article, so nothing is audited for it")
    if not concern.articles:
        say("audit: no article is concerned")
        return CLEAN
    from auditor.run import run

    return run(replace(request, articles=concern.articles))
