"""The commands beside the audit itself: ``audit NAME …``, a module each, found by being there.

A module holds `app`, whose command returns what to run, as a function of no arguments that returns
the exit status. An article that bears the name of a command is written ``./NAME``.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

import typer


def names() -> tuple[str, ...]:
    """Return the names of the commands, in alphabetical order."""
    here = Path(__file__).parent
    return tuple(sorted(path.stem for path in here.glob("[a-z]*.py")))


def command(name: str) -> Any:
    """Return the parser of one of the commands."""
    return import_module(f"{__name__}.{name}").app


def new_app() -> typer.Typer:
    """Return the parser of a command, yet without what it does."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
