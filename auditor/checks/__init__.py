"""One folder for each kind of detail that may be wrong; its checker is found by being here."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Protocol

from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules


class Checker(Protocol):
    """What ``check.py`` of a folder offers."""

    def check(self, case: Case, rules: Rules) -> Iterator[Finding]:
        """Yield what one kind of check finds, each finding by one of `rules`."""


def checkers() -> dict[str, Checker]:
    """Return the module ``check`` of each folder, by the folder's name and in that order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {name: import_module(f"{__name__}.{name}.check") for name in names}
