"""Imports follow the direction of the data: no stage reaches back to an earlier one's caller."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import auditor

LAYERS = (
    "model errors",
    "resources",
    "offline",
    "language",
    "knowledge",
    "load",
    "text",
    "evidence",
    "checks",
    "judge attempt",
    "archive",
    "pipeline cache",
    "render",
    "write",
    "opinion",
    "fetching",
    "settings",
    "stories",
    "report",
    "api",
    "turns",
    "batch run",
    "editors",
    "commands completing",
    "cli",
    "__main__",
)
"""The folders and modules of the package from the bottom up: each imports its own layer and those
before it."""

DOORS = ("find", "entities", "compare", "check")
"""What a folder of a kind holds, in this order."""

LAZY = {*auditor._HOMES.values()}
"""What the package itself imports though it stands below all: its names, on first use."""

PACKAGE = Path(auditor.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path) for path in MODULES}


def imports(path: Path) -> Iterator[str]:
    """Yield the modules of this package that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in NAMES)
        elif isinstance(node, ast.ImportFrom) and node.module in NAMES:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from ({*whole} & NAMES) or {node.module}


def part(module: str, depth: int) -> str:
    return [*module.split("."), "", "", ""][depth]


def layer(module: str) -> int:
    """Return the layer of a module; the package itself, which holds its version, is below all."""
    own = part(module, 1)
    return next(n for n, names in enumerate(LAYERS) if own in names.split()) if own else -1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_nothing_above_its_layer(path):
    name = name_of(path)
    above = {target for target in imports(path) if layer(target) > layer(name)}
    assert above - (LAZY if name == "auditor" else set()) == set()


def test_every_module_has_a_layer_and_none_lies_loose():
    listed = {"__init__", *" ".join(LAYERS).split()}
    assert {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"} <= listed
    assert {name.split(".")[1] for name in NAMES if "." in name} == listed - {"__init__"}


def test_rendering_needs_values_and_what_ships_alone():
    needed = {
        part(target, 1) for path in (PACKAGE / "render").glob("*.py") for target in imports(path)
    }
    assert needed <= {"", "render", "model", "knowledge", "resources", "errors"}


def test_a_kind_finds_then_compares_then_checks():
    back = {
        (name_of(path), target)
        for path in (PACKAGE / "checks").rglob("*.py")
        for target in imports(path)
        if part(target, 2) == part(name_of(path), 2)
        and {part(target, 3), part(name_of(path), 3)} <= {*DOORS}
        and DOORS.index(part(target, 3)) > DOORS.index(part(name_of(path), 3))
    }
    assert back == set()


def test_no_module_needs_itself():
    needs = {name_of(path): {*imports(path)} - {name_of(path)} for path in MODULES}
    needs["auditor"] -= LAZY
    TopologicalSorter(needs).prepare()


def test_data_folders_hold_no_code():
    root = PACKAGE.parent
    assert [str(p) for d in ("rules", "reports") for p in (root / d).rglob("*.py")] == []
