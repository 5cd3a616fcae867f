"""One word for one thing: the glossary's words, and a version that is said once."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import auditor
from auditor.checks import checkers
from auditor.knowledge.rules import load_rules

ROOT = Path(auditor.__file__).parents[1]
GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
MODULES = sorted(
    path for folder in ("auditor", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)

STRAYS = re.compile(r"(?i)moment|quantit|quotation(?!_marks)")
"""What dates, numbers and quotes were called once; marks of quotation keep their name."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def bound(path: Path) -> Iterator[str]:
    """Yield every name that a module gives to something, and its own."""
    yield path.stem
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def classes(path: Path) -> Iterator[str]:
    return (node.name for node in tree(path).body if isinstance(node, ast.ClassDef))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_name_is_a_word_that_was_given_up(path):
    assert {name for name in bound(path) if STRAYS.search(name)} == set()


def test_no_two_classes_have_one_name():
    """A kind's `Outcome` is the one name that every kind has."""
    names = Counter(name for path in (ROOT / "auditor").rglob("*.py") for name in classes(path))
    assert {name for name, count in names.items() if count > 1} <= {"Outcome"}


DOORS = {"check", "find", "rulings", "outcome", "wording", "counterparts", "agreement", "sameness"}
"""Modules that every kind may have."""

PAIRS = {"document", "html", "markdown", "words", "proof"}
"""What is read and what is written of one thing, or the value and what makes it."""


def test_no_two_modules_have_one_name_but_the_doors_of_kinds():
    """The modules of commands bear the names that users type, whatever else is called so."""
    modules = (path for path in (ROOT / "auditor").rglob("*.py") if path.parent.name != "commands")
    stems = Counter(path.stem for path in modules)
    assert {stem for stem, count in stems.items() if count > 1} <= {"__init__", *DOORS, *PAIRS}


def test_every_kind_stands_in_the_glossary():
    rows = re.findall(r"^\| [^|]+ \| `(\w+)` \|", GLOSSARY.partition("## Kinds")[2], re.M)
    assert sorted(rows) == sorted(checkers())


@pytest.mark.parametrize("word", re.findall(r"`([A-Z][a-z]\w+)`", GLOSSARY))
def test_a_value_of_the_glossary_is_a_class(word):
    assert any(word in classes(path) for path in (ROOT / "auditor").rglob("*.py"))


def test_a_rule_speaks_of_an_outcome_and_every_outcome_has_a_rule():
    for name, checker in checkers().items():
        spoken = {rule.when for rule in load_rules() if rule.checker == name}
        assert spoken == {*checker.Outcome}, name


def test_the_version_is_said_once():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" in project["dynamic"]
    page = (ROOT / "docs" / "newsroom.md").read_text(encoding="utf-8")
    assert f"rev: v{auditor.__version__}" in page
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, re.M)[1] == auditor.__version__  # type: ignore[index]
