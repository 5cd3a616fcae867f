"""What several checkers ask is worked out once an audit."""

import ast
from collections.abc import Sequence
from pathlib import Path

import auditor
from auditor.checks.events.compare import holdings
from auditor.evidence import align, passages
from auditor.evidence.case import Case
from auditor.model.text import Text
from tests.aibot import case
from tests.case import case as made


def test_an_audit_indexes_its_passages_once(monkeypatch):
    asked = []

    def counted(references: Sequence[Text]) -> passages.Passages:
        asked.append(references)
        return passages.index(references)

    monkeypatch.setattr(align, "index", counted)
    audited = case()
    assert len(asked) == 1
    assert audited.passages.passages


def test_nobody_else_indexes_passages():
    package = Path(auditor.__file__).parent
    importing = [
        path.relative_to(package).as_posix()
        for path in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "auditor.evidence.passages"
        and "index" in {alias.name for alias in node.names}
    ]
    # Those that were retracted are searched by themselves: nothing else may rest on them.
    assert importing == ["checks/sources/rulings.py", "evidence/align.py"]


def test_what_the_references_of_events_hold_is_kept_by_the_case():
    fire = "A fire in Larvik destroyed 23 houses on Tuesday."
    one, other = made(fire, fire), made(fire, fire)
    assert holdings.holdings(one) is holdings.holdings(one)
    assert holdings.holdings(other) is not holdings.holdings(one)


def test_a_case_finds_its_texts_and_what_the_article_is_about():
    found: Case = case()
    assert list(found.texts) == ["article", "r1", "r2", "r3", "r4"]
    assert found.main is not None
    assert [text.document.id for text in found.on(found.main)] == list(found.main.references)
    for link in found.links:
        for passage in link.evidence:
            assert found.sentence_at(passage).text == passage.text
