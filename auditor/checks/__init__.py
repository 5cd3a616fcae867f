"""One folder for each kind of detail that may be wrong; its checker is found by being here."""

import pkgutil
from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import Protocol

from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.ruling import Ruling


class Checker(Protocol):
    """What ``check.py`` of a folder offers: a check, and the outcomes that rules speak of."""

    Outcome: type[StrEnum]

    def check(self, case: Case, rules: Rules) -> Iterator[Finding]:
        """Yield what one kind of check finds, each finding by one of `rules`."""


def checkers() -> dict[str, Checker]:
    """Return the module ``check`` of each folder, by the folder's name and in that order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {name: import_module(f"{__name__}.{name}.check") for name in names}


def findings(case: Case, rules: Rules, rulings: Iterable[Ruling]) -> Iterator[Finding]:
    """Yield the finding that a rule makes of each ruling; an outcome without a rule is silent."""
    for ruling in rulings:
        rule = rules.when(ruling.outcome)
        if rule is not None:
            yield rule.finding(case.article, ruling)
