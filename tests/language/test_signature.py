"""The language model is signed, and another than the tested one is a problem."""

import json

from auditor.language import parser
from tests.command import ARTICLE, REFERENCE, audit


def test_the_installed_language_model_is_the_tested_one():
    assert parser.signature() == parser.TESTED


def test_another_build_is_a_problem_that_names_it(tmp_path, monkeypatch):
    monkeypatch.setattr(parser, "TESTED", f"{parser.PACKAGE} 3.7.0 sha256:00")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "r.txt").write_text(REFERENCE, encoding="utf-8")
    done = audit(tmp_path, "a.txt", "--refs", "r.txt", "--no-model", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert report["signature"]["language"] == parser.signature()
    assert [problem["where"] for problem in report["problems"]] == [parser.PACKAGE]
