"""What changed since a revision, asked of a real git."""

import os
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.load import load_article
from auditor.load.revision import changes_since
from auditor.model.document import Block, Document
from auditor.model.since import Changes
from auditor.model.words import SentenceKind
from tests.newsroom import STORY, WIRE, commit, git, newsroom, replace_in

pytestmark = pytest.mark.git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return newsroom(tmp_path / "news")


def changed(root: Path, name: str, revision: str = "HEAD") -> list[str]:
    """Return the changed words of a file."""
    with chdir(root):
        document = load_article(Path(name))
        places = changes_since(revision, [document]).places["article"]
    return [document.text[start:end] for start, end in places]


def test_nothing_changed_where_the_file_is_as_it_was(root):
    assert changed(root, STORY) == []


@pytest.mark.parametrize(
    ("words", "others", "lines"),
    [
        ("5 million", "4 million", ["The bridge cost 4 million dollars."]),
        ("\n\nThe bridge cost", "\n\n\n\nThe bridge cost", []),
        ("pillars.\n\n", "pillars.\n\nIt rained.\n\n", ["It rained."]),
        ("The bridge cost 5 million dollars.\n", "", []),
        ("May 14, 2031\n\n", "", [""]),
    ],
)
def test_the_lines_that_changed_are_those_that_git_has_otherwise(root, words, others, lines):
    replace_in(root / STORY, words, others)
    assert changed(root, STORY) == lines


def test_the_ends_of_lines_are_no_change(root):
    path = root / STORY
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert changed(root, STORY) == []


def test_a_file_of_another_kind_is_compared_by_what_it_says(root):
    path = root / "stories" / "briefing.srt"
    cues = (
        "1\n00:00:01,000 --> 00:00:02,000\nIt rained.\n\n2\n00:01:01,000 --> 00:01:02,000\nIt {}.\n"
    )
    path.write_text(cues.format("snowed"), encoding="utf-8")
    commit(root)
    assert changed(root, "stories/briefing.srt") == []
    path.write_text(cues.format("hailed"), encoding="utf-8")
    assert changed(root, "stories/briefing.srt") == ["It hailed."]


def test_a_page_is_compared_by_what_it_shows(root):
    page = root / "stories/bridge/page.html"
    page.write_text("<p>It closed on Tuesday.</p><p>It rained.</p>", encoding="utf-8")
    commit(root)
    page.write_text("<div><p>It closed on Monday.</p>\n<p>It  rained.</p></div>", encoding="utf-8")
    assert changed(root, "stories/bridge/page.html") == ["It closed on Monday."]


@pytest.mark.parametrize("name", ["new.md", "--output.md", "a:b.md", "a b\n'$(x)`.md", "HEAD:é.md"])
def test_a_file_that_the_revision_lacks_changed_as_a_whole_whatever_its_name(root, name):
    (root / name).write_text("It rained.\n", encoding="utf-8")
    assert changed(root, f"./{name}") == ["It rained.\n"]
    commit(root)
    assert changed(root, f"./{name}") == []


def test_a_branch_a_tag_and_an_older_commit_are_revisions(root):
    replace_in(root / STORY, "5 million", "4 million")
    commit(root)
    assert git(root, "tag", "then", "HEAD~1").returncode == 0
    for revision in ("main~1", "then", "HEAD^", "@~1"):
        assert changed(root, STORY, revision) == ["The bridge cost 4 million dollars."]


def test_a_hook_s_own_settings_do_not_lead_elsewhere(root, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "none")
    assert changed(root, STORY) == []


def test_references_count_too_and_those_outside_of_the_repository_do_not(root, tmp_path):
    outside = tmp_path / "wire.txt"
    outside.write_text("It snowed.\n", encoding="utf-8")
    replace_in(root / WIRE, "6 million", "7 million")
    with chdir(root):
        named = {"article": STORY, "r1": WIRE, "r2": str(outside)}
        places = changes_since("HEAD", documents(named)).places
    assert {name: len(spans) for name, spans in places.items()} == {"article": 0, "r1": 1}


def documents(named: dict[str, str]) -> Sequence[Document]:
    return [replace(load_article(Path(path)), id=name) for name, path in named.items()]


@pytest.mark.parametrize(
    "revision", ["none", "--output=x", "-h", "", "HEAD:README.md", "a b", "\n"]
)
def test_what_is_no_revision_is_an_error_with_the_remedy(root, revision):
    with pytest.raises(AuditError, match=r"no such revision in .*; name a branch, tag or commit"):
        changed(root, STORY, revision)
    assert sorted(path.name for path in root.iterdir()) == [".git", "stories"]


def test_a_folder_that_is_no_repository_is_an_error_with_the_remedy(tmp_path):
    (tmp_path / "a.md").write_text("It rained.\n", encoding="utf-8")
    with pytest.raises(AuditError, match=r"needs a git repository .*; leave --diff out"):
        changed(tmp_path, "a.md")


def test_without_git_the_error_says_so(root, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(AuditError, match="git is not installed"):
        changed(root, STORY)


def test_a_text_of_many_equal_lines_changed_as_a_whole(root):
    path = root / "long.txt"
    path.write_text("It rained.\n" * 2_000, encoding="utf-8")
    commit(root)
    path.write_text("It rained.\n" * 2_001, encoding="utf-8")
    assert changed(root, "long.txt") == [path.read_text(encoding="utf-8")]


@pytest.mark.parametrize(
    ("place", "touched"),
    [
        ((0, 5), False),
        ((0, 11), True),
        ((12, 13), True),
        ((19, 30), True),
        ((20, 30), False),
        ((15, 15), True),
        ((10, 10), False),
        ((20, 20), False),
    ],
)
def test_a_change_touches_the_passage_that_it_overlaps(place, touched):
    passage = Block(10, 20, SentenceKind.PROSE)
    assert Changes("0", {"article": (place,)}).touch("article", passage) is touched
    assert not Changes("0", {"r1": (place,)}).touch("article", passage)
