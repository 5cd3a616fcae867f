"""``audit batch STORIES``: audit many stories, here or on a cluster, and tell them together."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from auditor.commands import FailOn, new_app
from auditor.commands.waive import Config, NoModel, Offline, Refs

app = new_app()

EPILOG = """
A story is an article with a folder refs/ beside it, or with references that its front matter or
audit.toml names. Each is a line of stories.jsonl as soon as it is audited; said again, the command
goes on where it stood, and audits only what changed. index.html shows all stories, reports/ each of
them, stories.sarif all findings. Exit status: as of the audit; 3 where a story was not audited.
"""
"""What ``audit batch --help`` ends with."""


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def batch(
    places: Annotated[
        list[Path], typer.Argument(metavar="STORIES...", help="Folders of stories, or articles.")
    ],
    into: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the reports go.  [default: audit-out/batch]"),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes.  [default: processors]")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="tcp://HOST:PORT", help="Dask's scheduler, whose workers audit."),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The lowest severity that fails.  [default: error]")
    ] = None,
    refs: Refs = None,
    config: Config = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="A desk's settings: [profiles.NAME].")
    ] = None,
    no_model: NoModel = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="As of the audit.")] = False,
    offline: Offline = False,
    ocr: Annotated[bool, typer.Option("--ocr", help="As of the audit.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say what went wrong and no more.")
    ] = False,
) -> Callable[[], int]:
    """Audit many stories and tell them together."""
    from auditor.batch.conduct import USUAL, BatchRequest, conduct

    request = BatchRequest(
        places=tuple(places),
        into=into or USUAL,
        refs=tuple(refs or ()),
        config=config,
        profile=profile,
        fail_on=fail_on.value if fail_on else None,
        model=not no_model,
        cache=not no_cache,
        offline=offline,
        ocr=ocr,
        workers=workers,
        cluster=cluster,
        is_quiet=quiet,
    )
    return partial(conduct, request)
