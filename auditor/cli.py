"""The command line: ``audit ARTICLE --refs PATH``, and the door to the commands beside it."""

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from errno import EPIPE
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._completion_classes import completion_init

from auditor import __version__, commands
from auditor.commands import FailOn, command_names, rule_names
from auditor.commands.judge import (
    JudgeLimit,
    JudgeLock,
    JudgeModel,
    JudgeOnly,
    JudgeSeconds,
    JudgeTokens,
    JudgeUrl,
    chosen,
)
from auditor.completing import ASKED, command_taken
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


EPILOG = """
Exit status: 0 nothing at or above --fail-on, 1 findings at or above it, 2 could not start,
3 incomplete (something was not checked). `audit rules [ID]` lists or explains the rules,
`audit waive` lets a finding stand, `audit waivers` shows who let what stand, `audit lsp`
serves an editor, `audit init` makes a repository ready.
"""
"""What ``audit --help`` ends with."""

USAGE: Any = typer.BadParameter.__mro__[1]
"""What the parser raises for a wrong command line, be its library typer's own or beside it."""

BROKEN = 1
"""What the parser ends with of itself where a pipe is broken."""

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


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
        name = _command_named()
        if name in commands.names():
            beside, called = commands.command(name), f"audit {name}"
            return beside(sys.argv[2:], prog_name=called, complete_var=ASKED, standalone_mode=False)
        return app(prog_name="audit", standalone_mode=False)
    except SystemExit as stop:
        if stop.code == BROKEN and ASKED not in os.environ:
            raise BrokenPipeError(EPIPE, "broken pipe") from stop
        return stop.code or CLEAN  # a shell asked for completion


def _command_named() -> str:
    """Return the first word of the line that is run, or of the one that a shell completes."""
    if ASKED not in os.environ:
        return next(iter(sys.argv[1:2]), "")
    completion_init()
    return command_taken(os.environ, commands.names())


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"audit {__version__}")
        raise typer.Exit


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def audit(
    articles: Annotated[
        list[Path],
        typer.Argument(
            metavar="ARTICLE...",
            help="AI-written articles; - is standard input.",
            autocompletion=command_names,
        ),
    ],
    refs: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH_OR_URL",
            help="A reference: file, folder (recursive) or URL; may be repeated. Without it, "
            "what the article's front matter or the settings name, or the folder refs/ beside it.",
        ),
    ] = None,
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help="May be repeated.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE_OR_DIR", help="Where the report goes; - prints it."
        ),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The lowest severity that fails.  [default: error]")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE",
            help="Only this rule or category; may be repeated.",
            autocompletion=rule_names,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE",
            help="Not this rule or category; may be repeated.",
            autocompletion=rule_names,
        ),
    ] = None,
    waivers: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Decisions saved from an HTML report; may be repeated. "
            "Without it, ARTICLE.waivers.toml beside each article.",
        ),
    ] = None,
    baseline: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE_OR_DIR",
            help="JSON reports of an earlier run: only findings that they lack fail.",
        ),
    ] = None,
    diff: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Only what changed since a git revision fails."),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings instead of the nearest audit.toml."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="A desk's settings: [profiles.NAME].")
    ] = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Rules alone, without the entailment model.")
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Parse and read everything anew, and keep nothing."),
    ] = False,
    judge: JudgeUrl = None,
    judge_model: JudgeModel = None,
    judge_only: JudgeOnly = None,
    judge_lock: JudgeLock = None,
    judge_limit: JudgeLimit = None,
    judge_tokens: JudgeTokens = None,
    judge_seconds: JudgeSeconds = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Fetch nothing, and ask no judge.")
    ] = False,
    ocr: Annotated[
        bool, typer.Option("--ocr", help="Read scanned pages of PDFs by tesseract, if installed.")
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Processes for several articles.  [default: processors]"
        ),
    ] = None,
    open_report: Annotated[bool, typer.Option("--open", help="Open the HTML report.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say what went wrong and no more.")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="Say where settings and references come from."),
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> Callable[[], int]:
    """Check AI-written articles against the news reports they were made from."""
    from auditor.run import Request, run
    from auditor.settings.chosen_rules import Selection

    request = Request(
        articles=tuple(articles),
        refs=tuple(refs or ()),
        formats=tuple(format_.value for format_ in formats or ()),
        output=output,
        fail_on=fail_on.value if fail_on else None,
        waivers=tuple(waivers or ()),
        baseline=tuple(baseline or ()),
        diff=diff,
        config=config,
        model=not no_model,
        cache=not no_cache,
        offline=offline,
        ocr=ocr,
        open_report=open_report,
        profile=profile,
        selection=Selection(tuple(select or ()), tuple(ignore or ())),
        workers=workers,
        is_quiet=quiet,
        is_verbose=verbose,
        judge=chosen(
            judge,
            judge_model,
            judge_only,
            (judge_limit, judge_tokens, judge_seconds),
            offline=offline,
            is_kept=judge_lock is not None,
        ),
        judge_lock=judge_lock,
    )
    return partial(run, request)
