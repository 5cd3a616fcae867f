"""The command line: ``audit ARTICLE --refs PATH``, and the door to the commands beside it."""

import sys
from collections.abc import Callable
from enum import StrEnum
from errno import EPIPE
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import typer

from auditor import __version__, commands
from auditor.write.ending import CLEAN, UNUSABLE, ended
from auditor.write.streams import printing, say


class Format(StrEnum):
    """What a report can be written as."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


class FailOn(StrEnum):
    """The lowest severity that makes the command fail."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


EPILOG = """
Exit status: 0 nothing at or above --fail-on, 1 findings at or above it, 2 could not start,
3 incomplete (something was not checked). `audit rules [ID]` lists or explains the rules.
"""
"""What ``audit --help`` ends with."""

USAGE: Any = typer.BadParameter.__mro__[1]
"""What the parser raises for a wrong command line, be its library typer's own or beside it."""

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the command line."""
    sys.exit(ended(_command))


def _command() -> int:
    """Parse the command line and run what it asks for.

    The parser returns what to run instead of running it: its own way out of a broken pipe or an
    interruption is the exit status of findings.
    """
    try:
        with printing():
            asked = _parsed()
    except USAGE as error:
        shown = StringIO()
        error.show(file=shown)
        for row in shown.getvalue().splitlines():
            say(row)
        return UNUSABLE
    return asked() if callable(asked) else int(asked or CLEAN)


def _parsed() -> Any:
    """Return what to run, or the exit status where the parser itself had the answer, as of help."""
    try:
        name = next(iter(sys.argv[1:2]), "")
        if name in commands.names():
            beside = commands.command(name)
            return beside(sys.argv[2:], prog_name=f"audit {name}", standalone_mode=False)
        return app(prog_name="audit", standalone_mode=False)
    except SystemExit as stop:
        raise BrokenPipeError(EPIPE, "broken pipe") from stop  # the one end that it makes itself


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"audit {__version__}")
        raise typer.Exit


@app.command(epilog=EPILOG)
def audit(
    articles: Annotated[
        list[Path], typer.Argument(metavar="ARTICLE...", help="The AI-written articles.")
    ],
    refs: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH_OR_URL",
            help="A reference: file, folder (recursive) or URL; may be repeated. "
            "Without it, the folder refs/ beside each article.",
        ),
    ] = None,
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help="May be repeated.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE_OR_DIR", help="Where the report goes.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The lowest severity that fails.  [default: error]")
    ] = None,
    waivers: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Decisions saved from an HTML report; may be repeated. "
            "Without it, ARTICLE.waivers.toml beside each article.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings as TOML: refs, fail_on, disable, waivers."),
    ] = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Rules alone, without the entailment model.")
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Parse and read everything anew, and keep nothing."),
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Fetch nothing.")] = False,
    open_report: Annotated[bool, typer.Option("--open", help="Open the HTML report.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> Callable[[], int]:
    """Check AI-written articles against the news reports they were made from."""
    from auditor.run import Request, run

    request = Request(
        articles=tuple(articles),
        refs=tuple(refs or ()),
        formats=tuple(format_.value for format_ in formats or ()),
        output=output,
        fail_on=fail_on.value if fail_on else None,
        waivers=tuple(waivers or ()),
        config=config,
        model=not no_model,
        cache=not no_cache,
        offline=offline,
        open_report=open_report,
    )
    return partial(run, request)
