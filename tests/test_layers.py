"""Imports follow the direction of the data: no stage reaches back to an earlier one's caller."""

import ast
from pathlib import Path

import pytest

import auditor

LAYERS = (
    ("auditor", "auditor.errors", "auditor.model"),
    ("auditor.resources", "auditor.tables"),
    ("auditor.lexicon", "auditor.rules", "auditor.vectors"),
    ("auditor.facts", "auditor.terms", "auditor.world"),
    ("auditor.load",),
    (
        "auditor.language",
        "auditor.blocks",
        "auditor.boilerplate",
        "auditor.mentions.quotation_spans",
    ),
    ("auditor.segment",),
    ("auditor.mentions",),
    ("auditor.entities",),
    ("auditor.entail",),
    ("auditor.clauses", "auditor.passages"),
    ("auditor.align",),
    ("auditor.checkable", "auditor.lacking", "auditor.excerpt"),
    ("auditor.support",),
    ("auditor.stance",),
    ("auditor.events",),
    ("auditor.compare",),
    ("auditor.checks",),
    ("auditor.verdict", "auditor.settle"),
    ("auditor.pipeline",),
    ("auditor.render",),
    ("auditor.api",),
    ("auditor.run",),
    ("auditor.cli",),
)
"""From the bottom up: a module imports its own layer and those before it."""

ALLOWED = {
    ("auditor", "auditor.api"): "the public name, imported on first use",
    ("auditor.model.report", "auditor.render.record"): "report.to_dict(), imported on first use",
}

PACKAGE = Path(auditor.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer(module: str) -> int:
    """Return the layer of the longest listed name that the module belongs to."""
    names = {name: n for n, names in enumerate(LAYERS) for name in names if name != "auditor"}
    parts = module.split(".")
    for length in range(len(parts), 1, -1):
        name = ".".join(parts[:length])
        if name in names:
            return names[name]
    return 0


def imports(path: Path) -> set[str]:
    """Return the modules of this package that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("auditor") and is_module(name)}


def is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_nothing_above_its_layer(path):
    name = module_name(path)
    above = {
        target
        for target in imports(path)
        if layer(target) > layer(name) and (name, target) not in ALLOWED
    }
    assert above == set()


def test_every_module_has_a_layer():
    listed = {name for names in LAYERS for name in names}
    homeless = [
        name
        for name in map(module_name, MODULES)
        if name != "auditor"
        and not any(name == x or name.startswith(f"{x}.") for x in listed - {"auditor"})
    ]
    assert homeless == []


def test_data_folders_hold_no_code():
    root = PACKAGE.parent
    assert [str(p) for d in ("rules", "reports") for p in (root / d).rglob("*.py")] == []
