"""The commands beside the audit itself: ``audit NAME …``, a module each, found by being there.

A module holds `app`, whose command returns what to run, as a function of no arguments that returns
the exit status. An article that bears the name of a command is written ``./NAME``.
"""

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

import typer


class FailOn(StrEnum):
    """The lowest severity that makes a command fail."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


def names() -> tuple[str, ...]:
    """Return the names of the commands, in alphabetical order."""
    here = Path(__file__).parent
    return tuple(sorted(path.stem for path in here.glob("[a-z]*.py")))


def command(name: str) -> Any:
    """Return the parser of one of the commands."""
    return import_module(f"{__name__}.{name}").app


def command_names(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the commands by which the first word of a line may go on; none for later words."""
    first = not ctx.params.get("articles")
    return [name for name in names() if first and name.startswith(incomplete)]


def rule_names(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the rules and categories by which a word may go on; where one rule is meant, rules."""
    from auditor.knowledge.rules import load_rules

    rules = load_rules()
    categories = {rule.category.value for rule in rules if ctx.command.name != "rules"}
    known = sorted({rule.id for rule in rules} | categories)
    return [name for name in known if name.startswith(incomplete)]


def new_app() -> typer.Typer:
    """Return the parser of a command, yet without what it does."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
