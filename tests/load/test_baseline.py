"""The JSON reports of earlier runs as a baseline."""

import json
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.load.baseline import baseline_files, load_baseline

REMEDY = "name the JSON report of an earlier run (--format json), or a folder of such reports"


def report(path: str, *fingerprints: str, waived: object = None) -> dict[str, object]:
    findings = [{"fingerprint": one, "waived": waived} for one in fingerprints]
    return {
        "schema": 1,
        "article": {"path": path},
        "sentences": [{"findings": findings[1:]}],
        "article_findings": findings[:1],
    }


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("path", "article", "known"),
    [
        ("stories/a.md", "stories/a.md", True),
        ("stories/a.md", "./stories/a.md", True),
        ("/home/desk/news/stories/a.md", "stories/a.md", True),
        ("a.md", "stories/a.md", True),
        ("stories/a.md", "stories/b.md", False),
        ("other/index.md", "stories/index.md", False),
        ("xa.md", "a.md", False),
    ],
)
def test_a_report_is_the_baseline_of_its_own_article_alone(tmp_path, path, article, known):
    file = written(tmp_path / "a.json", report(path, "one", "two"))
    assert load_baseline([file], article) == ({"one", "two"} if known else set())


def test_what_was_waived_in_the_baseline_counts_again_without_its_waiver(tmp_path):
    waived = {"decision": "accepted", "reason": "x", "initials": "AB", "decided": "2024-01-06"}
    file = written(tmp_path / "a.json", report("a.md", "one", waived=waived))
    assert load_baseline([file], "a.md") == set()


def test_a_folder_and_an_array_hold_the_reports_of_several_articles(tmp_path):
    written(tmp_path / "b.json", report("b.md", "two"))
    written(tmp_path / "a.json", [report("a.md", "one"), report("b.md", "three")])
    (tmp_path / "a.html").write_text("<p>", encoding="utf-8")
    assert load_baseline([tmp_path], "b.md") == {"two", "three"}
    assert [file.name for file in baseline_files([tmp_path])] == ["a.json", "b.json"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("version = 1", "is not JSON"),
        ("{}", "is no report of auditor"),
        ("[3]", "is no report of auditor"),
        (json.dumps({**report("a.md"), "schema": 2}), "is no report of auditor"),
    ],
)
def test_what_is_no_report_is_named_with_the_remedy(tmp_path, content, complaint):
    file = tmp_path / "a.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(AuditError) as raised:
        load_baseline([file], "a.md")
    assert str(raised.value) == f"{file}: {complaint}; {REMEDY}"


@pytest.mark.parametrize("name", ["none.json", "empty", "a\0b.json"])
def test_what_is_not_there_is_named_with_the_remedy(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(AuditError, match="name the JSON report of an earlier run"):
        load_baseline([tmp_path / name], "a.md")
