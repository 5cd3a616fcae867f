"""What an archive holds after a run: what the folder holds, whatever happened in between."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from zipfile import ZipFile

import pytest

from auditor.archive import indexing
from auditor.archive.indexing import named_in
from auditor.archive.opened import archive_at, archive_into, is_archive
from auditor.archive.searching import hits
from auditor.errors import AuditError
from auditor.model.document import Document
from auditor.model.finding import Problem
from tests.archive.reports import TEXTS, counts, indexed, write
from tests.command import ENVIRONMENT

INDEX = "from auditor.cli import main; main()"


def held(into: str) -> dict[str, str]:
    """Return the first words of each report of an archive, by the end of its path."""
    with archive_at(into) as archive:
        numbers = [docket.number for docket in archive.dockets(archive.between(None, None))]
        documents = archive.documents(numbers)
    return {each.path.partition("archive/")[2]: each.text[:20] for each in documents.values()}


def found(into: str, words: str) -> list[str]:
    with archive_at(into) as archive:
        return [
            hit.docket.path.partition("archive/")[2] for hit in hits(archive, words, None, None, 9)
        ]


def test_new_changed_and_gone_files_are_told_apart_by_their_content(tmp_path, into):
    root = write(tmp_path)
    assert counts(indexed(root, into)) == (3, 0, 0, 0)
    assert counts(indexed(root, into)) == (0, 0, 0, 3)
    (root / "2024" / "fire.txt").write_text("March 2, 2024\n\nA flood in Whitby killed nobody.")
    os.utime(root / "2020" / "strike.txt")
    (root / "2024" / "strike.txt").unlink()
    write(tmp_path, {"2025/new.txt": "March 3, 2025\n\nA bridge in Selby was shut."})
    assert counts(indexed(root, into)) == (1, 1, 1, 1)
    assert held(into) == {
        "2020/strike.txt": TEXTS["2020/strike.txt"][:20],
        "2024/fire.txt": "March 2, 2024\n\nA flo",
        "2025/new.txt": "March 3, 2025\n\nA bri",
    }
    assert found(into, "Whitby") == ["2024/fire.txt"]
    assert found(into, "Taqwa harbour") == []


def test_a_report_comes_back_as_it_was_loaded(tmp_path, into):
    root = write(tmp_path)
    indexed(root, into)
    with archive_at(into) as archive:
        (number,) = archive.holders("taqwa", 5)
        (document,) = archive.documents([number]).values()
        (docket,) = archive.dockets([number])
    assert document == Document(
        id="indexed",
        path=named_in(into)(root / "2024" / "strike.txt"),
        text=TEXTS["2024/strike.txt"],
        sha256=docket.sha256,
        title="Strike kills Abu Taqwa",
        published=docket.published,
        dates=document.dates,
    )
    assert str(docket.published) == "2024-01-04"


def test_what_cannot_be_read_is_told_each_time_until_it_can(tmp_path, into):
    root = write(tmp_path)
    (root / "photo.jpg").write_bytes(b"\xff\xd8")
    (root / "empty.txt").write_text(" ")
    for _ in range(2):
        done = indexed(root, into)
        assert [(one.stage, Path(one.where).name) for one in done.problems] == [
            ("load", "empty.txt"),
            ("load", "photo.jpg"),
        ]
        with archive_at(into) as archive:
            assert archive.volume().unread == 2
    (root / "photo.jpg").unlink()
    (root / "empty.txt").write_text("Words.")
    assert indexed(root, into).problems == ()
    with archive_at(into) as archive:
        assert archive.volume().unread == 0


def test_a_file_that_cannot_be_read_any_more_is_held_no_more(tmp_path, into):
    root = write(tmp_path)
    indexed(root, into)
    (root / "2024" / "strike.txt").write_text("")
    done = indexed(root, into)
    assert (counts(done), len(done.problems)) == ((0, 0, 1, 2), 1)
    assert found(into, "Taqwa") == []


def test_what_was_delivered_in_one_file_is_several_reports(tmp_path, into):
    root = write(tmp_path, {"2024/fire.txt": TEXTS["2024/fire.txt"]})

    def deliver(names: Sequence[str]) -> None:
        with ZipFile(root / "wire.zip", "w") as file:
            for name in names:
                file.writestr(Path(name).name, TEXTS.get(name, " "))

    deliver(["2024/strike.txt", "2020/none.txt"])
    done = indexed(root, into)
    assert (counts(done), len(done.problems)) == ((2, 0, 0, 0), 1)
    done = indexed(root, into)
    assert (counts(done), len(done.problems)) == ((0, 0, 0, 2), 1)
    assert len(found(into, "Taqwa")) == 1
    deliver(["2020/strike.txt"])
    done = indexed(root, into)
    assert (counts(done), len(done.problems)) == ((0, 1, 0, 1), 0)
    assert found(into, "Taqwa") == []
    (path,) = found(into, "Muhandis")
    assert path.startswith("wire.zip")


def test_what_lies_elsewhere_stays(tmp_path, into):
    root = write(tmp_path)
    indexed(root, into)
    assert counts(indexed(root / "2024", into)) == (0, 0, 0, 2)
    shutil.rmtree(root / "2020")
    assert counts(indexed(root / "2024", into)) == (0, 0, 0, 2)
    assert len(held(into)) == 3


@pytest.mark.parametrize(
    ("name", "reason"), [("none", "no such file"), ("empty", "no report in it")]
)
def test_an_archive_that_is_not_mounted_is_not_taken_for_an_empty_one(tmp_path, name, reason):
    into = str(tmp_path / "archive.idx")
    root = write(tmp_path)
    indexed(root, into)
    (tmp_path / "empty").mkdir()
    with pytest.raises(AuditError, match=reason):
        indexed(tmp_path / name, into)
    assert len(held(into)) == 3


def test_the_folder_that_a_run_is_started_in_does_not_matter(tmp_path, monkeypatch):
    root = write(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert counts(indexed(Path("archive"), "archive.idx")) == (3, 0, 0, 0)
    monkeypatch.chdir(root / "2024")
    assert counts(indexed(Path(".."), "../../archive.idx")) == (0, 0, 0, 3)


def test_a_reader_sees_one_moment_while_another_writes(tmp_path, into):
    root = write(tmp_path)
    indexed(root, into)
    with archive_at(into) as archive:
        assert archive.volume().reports == 3
        (root / "2024" / "fire.txt").unlink()
        assert counts(indexed(root, into)) == (0, 0, 1, 2)
        assert archive.volume().reports == 3
        assert len(archive.holders("harbour", 5)) == 1
    assert len(held(into)) == 2


def test_two_writers_at_once_lose_and_double_nothing(tmp_path, into, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 1)
    many = {f"{n:02}.txt": f"January 4, 2024\n\nReport {n} on Selby." for n in range(12)}
    root = write(tmp_path, many)
    reverse = [str(root / name) for name in sorted(many, reverse=True)]
    with archive_into(into) as one, archive_into(into) as other:

        def told(done: int, every: int) -> None:
            if done == 4:
                indexing.index(other, reverse, named_in(into), lambda done, every: None)

        indexing.index(one, [str(root)], named_in(into), told)
    assert sorted(held(into)) == sorted(many)
    with archive_at(into) as archive:
        assert archive.volume().reports == 12
        assert len(archive.holders("selbi", 99)) == 12


@pytest.mark.slow
def test_a_run_that_is_killed_is_gone_on_with_and_nothing_is_lost(tmp_path, into):
    root = write(
        tmp_path, {f"{n:04}.txt": f"January 4, 2024\n\nReport {n} on Selby." for n in range(1500)}
    )
    command = [sys.executable, "-c", INDEX, "index", str(root), "--into", into]
    first = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    before = _reports(into)
    while first.poll() is None and before < 500:
        time.sleep(0.02)
        before = _reports(into)
    first.send_signal(signal.SIGKILL)
    first.wait()
    kept = _reports(into)
    assert kept % indexing.BATCH == 0
    assert counts(indexed(root, into)) == (1500 - kept, 0, 0, kept)
    with archive_at(into) as archive:
        assert archive.volume().reports == 1500
        assert len(archive.holders("selbi", 5000)) == 1500


@pytest.mark.slow
def test_two_runs_side_by_side_index_everything_once(tmp_path, into):
    root = write(
        tmp_path, {f"{n:04}.txt": f"January 4, 2024\n\nReport {n} on Selby." for n in range(600)}
    )
    command = [sys.executable, "-c", INDEX, "index", str(root), "--into", into]
    with ExitStack() as stack:
        runs = [stack.enter_context(subprocess.Popen(command, env=ENVIRONMENT)) for _ in "ab"]
        assert [run.wait() for run in runs] == [0, 0]
    with archive_at(into) as archive:
        assert archive.volume().reports == 600
        assert len(archive.holders("selbi", 5000)) == 600


def _reports(into: str) -> int:
    try:
        with archive_at(into) as archive:
            return archive.volume().reports
    except AuditError:
        return 0


@pytest.mark.parametrize(
    ("content", "is_one"),
    [(b"", False), (b"Words.", False), (b"SQLite format 3\0" + bytes(100), False), (None, True)],
)
def test_an_archive_is_known_by_its_content(tmp_path, content, is_one):
    path = tmp_path / "archive.txt"
    if content is None:
        indexed(write(tmp_path), str(path))
    else:
        path.write_bytes(content)
    assert is_archive(str(path)) == is_one


@pytest.mark.parametrize("content", [b"Words.", b"SQLite format 3\0" + bytes(100)])
def test_what_is_no_archive_is_never_written_over(tmp_path, content):
    path = tmp_path / "archive.idx"
    path.write_bytes(content)
    with pytest.raises(AuditError, match="is no archive; name another file with --into"):
        indexed(write(tmp_path), str(path))
    assert path.read_bytes() == content


def test_a_damaged_archive_is_an_error_that_says_what_to_do(tmp_path):
    path = tmp_path / "archive.idx"
    indexed(write(tmp_path), str(path))
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8000)
    with pytest.raises(AuditError, match="is damaged; remove it, and run audit index again"):
        held(str(path))


def test_a_file_whose_name_is_no_text_is_a_problem(tmp_path):
    into = str(tmp_path / "archive.idx")
    root = write(tmp_path)
    (root / os.fsdecode(b"caf\xe9.txt")).write_text("Words.")
    done = indexed(root, into)
    assert [one.reason for one in done.problems] == ["has a name that is no text; rename it"]
    assert counts(done) == (3, 0, 0, 0)


def test_a_problem_names_the_file_as_the_user_does(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    root = write(tmp_path)
    (root / "a.xyz").write_text("x")
    (problem,) = indexed(Path("archive"), "archive.idx").problems
    assert problem == Problem("load", "archive/a.xyz", problem.reason)
