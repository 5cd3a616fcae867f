"""Checkers: one module for each kind of check, found by being here."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Protocol

from auditor.model.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


class Checker(Protocol):
    """What a module of this package offers."""

    def check(self, case: Case, rules: Rules) -> Iterator[Finding]:
        """Yield what one kind of check finds, each finding by one of `rules`."""


def checkers() -> dict[str, Checker]:
    """Return the modules of this package by name, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}") for name in names}
