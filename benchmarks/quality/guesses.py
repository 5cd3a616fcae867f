"""Thresholds that nobody measured: where they stand, and how to move one for a while."""

import ast
import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import auditor

PACKAGE = Path(auditor.__file__).parent

GUESS = "guess"
"""The word in a docstring that tells a guess from what was measured."""

Value = float | Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Guess:
    """A named number of a module, or a table of them.

    Attributes:
        module: as it is imported.
        says: the docstring.
        is_movable: whether all that reads it looks it up as it runs; a default of a parameter, a
            pattern or another constant has read it once and for all.
    """

    module: str
    name: str
    says: str
    is_movable: bool

    def __str__(self) -> str:
        """Name it as a path of the package: ``model/text.RECALLED``."""
        return f"{self.module.partition('.')[2].replace('.', '/')}.{self.name}"


def guesses() -> tuple[Guess, ...]:
    """Return every guess of the package, by path and line."""
    return tuple(guess for module in sorted(_trees()) for guess in _of_module(module))


def _of_module(module: str) -> Iterator[Guess]:
    body = _trees()[module].body
    for node, below in pairwise(body):
        said = below.value if isinstance(below, ast.Expr) else None
        if not (isinstance(said, ast.Constant) and GUESS in str(said.value).lower()):
            continue
        for name in _assigned(node):
            if isinstance(_value(module, name), int | float | Mapping):
                fixed = any(
                    name in _read_at_import(reader) for reader in (module, *readers(module, name))
                )
                yield Guess(module, name, " ".join(str(said.value).split()), not fixed)


def _assigned(node: ast.stmt) -> Iterator[str]:
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    for target in targets:
        for part in target.elts if isinstance(target, ast.Tuple) else [target]:
            if isinstance(part, ast.Name):
                yield part.id


@contextmanager
def moved(guess: Guess, factor: float) -> Iterator[None]:
    """Let a guess be so many times what it is; whole numbers move by one at least."""
    old = _value(guess.module, guess.name)
    new = (
        {key: _times(value, factor) for key, value in old.items()}
        if isinstance(old, Mapping)
        else _times(old, factor)
    )
    holders = [
        importlib.import_module(name) for name in (guess.module, *readers(guess.module, guess.name))
    ]
    try:
        _set(holders, guess.name, new)
        yield
    finally:
        _set(holders, guess.name, old)


def _set(modules: list[ModuleType], name: str, value: Value) -> None:
    for module in modules:
        setattr(module, name, value)
    for path in sorted(_trees()):
        if path.startswith(("auditor.checks", "auditor.evidence", "auditor.judge")):
            for held in vars(importlib.import_module(path)).values():
                if hasattr(held, "cache_clear"):
                    held.cache_clear()


def _times(value: float, factor: float) -> float:
    if not isinstance(value, int):
        return value * factor
    step = 1 if factor > 1 else -1
    return value + (round(value * factor) - value or step)


def _value(module: str, name: str) -> Value:
    value: Value = getattr(importlib.import_module(module), name)
    return value


@cache
def readers(module: str, name: str) -> tuple[str, ...]:
    """Return the modules that import a name from a module."""
    return tuple(
        reader
        for reader, tree in sorted(_trees().items())
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        and node.module == module
        and any(one.name == name for one in node.names)
    )


@cache
def reached(module: str) -> frozenset[str]:
    """Return the modules of the package that a module imports, itself and all that those do."""
    seen: set[str] = set()
    due = [module]
    while due:
        one = due.pop()
        if one not in seen and one in _trees():
            seen.add(one)
            due.extend(_imported(one))
    return frozenset(seen)


def _imported(module: str) -> Iterator[str]:
    for node in ast.walk(_trees()[module]):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


@cache
def _trees() -> Mapping[str, ast.Module]:
    """Return the parsed modules of the package by name."""
    return {_name(path): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def _read_at_import(module: str) -> frozenset[str]:
    """Return the names that a module reads outside the bodies of its functions."""
    names: set[str] = set()
    due: list[ast.AST] = list(_trees()[module].body)
    while due:
        node = due.pop()
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            names.add(node.id)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            due.append(node.args)
        else:
            due.extend(ast.iter_child_nodes(node))
    return frozenset(names)
