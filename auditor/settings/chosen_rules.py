"""Which rules speak, and how gravely: by their ids, or by the category of what they mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.errors import AuditError
from auditor.model.rule import Rule
from auditor.settings.complaint import nearest
from auditor.settings.effective import Settings


@dataclass(frozen=True, slots=True)
class Selection:
    """What --select and --ignore name: ids of rules or categories; () for nothing."""

    only: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def silent(rules: Sequence[Rule], settings: Settings, selection: Selection) -> tuple[str, ...]:
    """Return the ids of the rules that stay silent, in their order.

    Raises:
        AuditError: naming the option or key, and the nearest name, where a name is unknown.
    """
    only = _named(rules, selection.only, "--select")
    off = _named(rules, selection.ignored, "--ignore")
    off |= _named(rules, settings.disable.value, f"{settings.disable.origin}: disable")
    return tuple(r.id for r in rules if r.id in off or (selection.only and r.id not in only))


def verify_severity(rules: Iterable[Rule], settings: Settings) -> None:
    """See that every rule whose severity is set is there.

    Raises:
        AuditError: naming the first that is not, and the nearest.
    """
    ids = {rule.id for rule in rules}
    for name, _ in settings.severity.value:
        if name not in ids:
            raise AuditError(
                f"{settings.severity.origin}: severity: no rule is called {name!r}; "
                f"{_hint(name, ids)}"
            )


def _named(rules: Sequence[Rule], names: Sequence[str], where: str) -> set[str]:
    known = {rule.id for rule in rules} | {rule.category.value for rule in rules}
    for name in names:
        if name not in known:
            raise AuditError(
                f"{where}: no rule or category is called {name!r}; {_hint(name, known)}"
            )
    return {rule.id for rule in rules if {rule.id, rule.category.value} & {*names}}


def _hint(name: str, known: set[str]) -> str:
    hint = nearest(name, known)
    return f"{hint} `audit rules` lists them" if hint.endswith("?") else "`audit rules` lists them"
