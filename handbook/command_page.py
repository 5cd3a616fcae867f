"""The page of the command, from what it says of itself."""

from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO

import typer

from auditor import commands
from auditor.cli import app

HEAD = """# The command

What `audit --help` says, and the help of the commands beside it.

| status | means |
|---|---|
| 0 | complete, and nothing at or above `--fail-on` |
| 1 | findings at or above it |
| 2 | could not start |
| 3 | incomplete: something was not checked, and every format says what |
"""


def pages() -> dict[str, str]:
    """Return the Markdown of the page by its path."""
    return {"reference/command.md": HEAD + "".join(_sections())}


def _sections() -> Iterator[str]:
    yield _section("audit", app)
    for name in commands.names():
        yield _section(f"audit {name}", commands.command(name))


def _section(name: str, parser: typer.Typer) -> str:
    told = StringIO()
    with redirect_stdout(told):
        parser(["--help"], prog_name=name, standalone_mode=False)
    return f"\n## {name}\n\n```text\n{told.getvalue().strip()}\n```\n"
