"""What a hook is told of a commit, and what it asks git for."""

from contextlib import chdir
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.load.commit import SINCE, UNTIL, Commit, before, commit_of
from tests.newsroom import ARTICLE, STORY, WIRE, commit, git, newsroom, replace_in

pytestmark = pytest.mark.git

OTHER = "stories/bridge/refs/agency.txt"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (SINCE, UNTIL, "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    return newsroom(tmp_path)


def files(*names: str) -> tuple[Path, ...]:
    return tuple(map(Path, names))


def test_git_is_asked_for_what_the_commit_removes_and_for_what_it_keeps(desk):
    git(desk, "rm", "--quiet", WIRE)
    (desk / "new.md").write_text("New.", encoding="utf-8")
    with chdir(desk):
        found = commit_of(files("./new.md", "gone.txt", "new.md"))
    assert found == Commit(files("new.md"), files("gone.txt", WIRE), files("new.md", STORY))


def test_a_file_that_was_moved_is_gone_from_its_place(desk):
    git(desk, "mv", WIRE, OTHER)
    with chdir(desk):
        found = commit_of(files(OTHER))
    assert found == Commit(files(OTHER), files(WIRE), files(STORY, OTHER))


def test_between_two_revisions_their_difference_counts_and_not_the_index(desk, monkeypatch):
    git(desk, "rm", "--quiet", WIRE)
    commit(desk, "Wire spiked")
    monkeypatch.setenv(SINCE, "HEAD~1")
    monkeypatch.setenv(UNTIL, "HEAD")
    replace_in(desk / STORY, "5 million", "6 million")
    with chdir(desk):
        assert commit_of(()) == Commit((), files(WIRE), files(STORY))
        assert before(Path(STORY)) == ARTICLE
        assert before(Path(WIRE)) != ""


def test_in_a_folder_of_the_repository_paths_count_from_there(desk):
    git(desk, "rm", "--quiet", WIRE)
    with chdir(desk / "stories"):
        found = commit_of(())
        assert before(Path("bridge/bridge.md")) == ARTICLE
    assert found == Commit((), files("bridge/refs/wire.txt"), files("bridge/bridge.md"))


def test_what_was_not_there_before_held_nothing(desk):
    with chdir(desk):
        assert before(Path("new.md")) == ""


@pytest.mark.parametrize("since", ["--output=x", "no-such-revision"])
def test_a_revision_that_is_none_is_an_error_and_no_option(desk, monkeypatch, since):
    monkeypatch.setenv(SINCE, since)
    monkeypatch.setenv(UNTIL, "HEAD")
    with chdir(desk), pytest.raises(AuditError, match="the hook: git could not tell what changed"):
        commit_of(())
    assert not (desk / "x...HEAD").exists()


def test_outside_of_a_repository_it_says_so(tmp_path):
    with chdir(tmp_path), pytest.raises(AuditError, match="start it in a git repository"):
        commit_of(())
