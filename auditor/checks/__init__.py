"""One folder for each kind of detail that may be wrong; its checker is found by being here."""

import pkgutil
from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Protocol

from auditor.evidence.case import Case
from auditor.model.finding import Finding
from auditor.model.rule import Rule, Rules
from auditor.model.ruling import Ruling
from auditor.resources import damaged, folder


class Checker(Protocol):
    """What ``check.py`` of a folder offers: a check, and the outcomes that rules speak of."""

    Outcome: type[StrEnum]

    def check(self, case: Case, rules: Rules) -> Iterator[Finding]:
        """Yield what one kind of check finds, each finding by one of `rules`."""


def checkers() -> dict[str, Checker]:
    """Return the module ``check`` of each folder, by the folder's name and in that order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {name: import_module(f"{__name__}.{name}.check") for name in names}


def verify(rules: Iterable[Rule]) -> None:
    """See that each outcome of each checker has its one rule, and each rule an outcome.

    Raises:
        AuditError: naming the rule or the outcome; what nobody speaks of would look like "clean".
    """
    ids: dict[tuple[str, str], str] = {}
    outcomes = {
        (name, outcome) for name, checker in checkers().items() for outcome in checker.Outcome
    }
    for rule in rules:
        spoken = rule.checker, rule.when
        if spoken not in outcomes:
            raise damaged(_file(rule.id), f"no checker {rule.checker} knows “{rule.when}”")
        if spoken in ids:
            raise damaged(_file(rule.id), f"speaks of what {ids[spoken]} speaks of")
        ids[spoken] = rule.id
    for name, outcome in sorted(outcomes - ids.keys()):
        raise damaged(folder("rules"), f"no rule speaks of “{outcome}” of the checker {name}")


def _file(rule: str) -> Path:
    return folder("rules") / f"{rule}.toml"


def findings(case: Case, rules: Rules, rulings: Iterable[Ruling]) -> Iterator[Finding]:
    """Yield the finding that a rule makes of each ruling; an outcome without a rule is silent."""
    for ruling in rulings:
        rule = rules.when(ruling.outcome)
        if rule is not None:
            yield rule.finding(case.article, ruling)
