"""Lists of who holds which word in a database: whatever is merged, they say what was written."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.archive import indexing, postings
from auditor.archive.opened import archive_at, archive_into
from auditor.archive.packing import packed
from auditor.archive.postings import _worth_merging
from auditor.archive.shared import MIGRATIONS
from auditor.archive.shelves import FiledReports
from auditor.model.document import Document
from tests.archive.reports import indexed, write

WORDS = ("fire", "flood", "storm")


@pytest.mark.parametrize(
    ("sizes", "merged"),
    [
        ([], ()),
        ([(1, 5000, 0), (2, 40, 0), (3, 5000, 499)], ()),
        ([(n, 500, 0) for n in range(1, 10)], ()),
        ([(n, 500, 0) for n in range(1, 11)], ([*range(1, 11)],)),
        ([*((n, 500, 0) for n in range(1, 11)), (11, 5000, 0)], ([*range(1, 11)],)),
        ([*((n, 500, 0) for n in range(1, 10)), (10, 5001, 2)], ([*range(1, 11)],)),
        ([(1, 5000, 0), (2, 9000, 900), (3, 1, 1)], ([2], [3])),
    ],
)
def test_small_segments_become_one_and_worn_ones_are_written_anew(sizes, merged):
    assert _worth_merging(sizes) == merged


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Merge early, so that few reports show it."""
    monkeypatch.setattr(postings, "SMALL", 4)
    monkeypatch.setattr(postings, "MANY", 3)


changes = st.lists(
    st.dictionaries(
        st.sampled_from([f"{n}.txt" for n in range(8)]),
        st.none() | st.sets(st.sampled_from(WORDS), min_size=1),
        min_size=1,
        max_size=3,
    ),
    max_size=12,
)
"""What runs write: the words of each file, or none where it is gone."""


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(runs=changes)
def test_who_holds_a_word_is_who_was_written_last_whatever_was_merged(shared, runs):
    from psycopg import connect

    with connect(shared, autocommit=True) as db:
        db.execute("DROP SCHEMA public CASCADE")
        db.execute("CREATE SCHEMA public")
    held: dict[str, set[str]] = {}
    with archive_into(shared) as archive:
        for run in runs:
            added = [_filed(file, words) for file, words in run.items() if words]
            archive.put(added, [file for file, words in run.items() if not words])
            held |= {file: words for file, words in run.items() if words}
            for file in [file for file, words in run.items() if not words]:
                held.pop(file, None)
    with archive_at(shared) as archive:
        assert archive.volume().reports == len(held)
        for word in WORDS:
            holders = archive.holders(word, 99)
            paths = [docket.path for docket in archive.dockets(holders)]
            assert sorted(paths) == sorted(file for file in held if word in held[file])
            assert len(holders) == len(paths)
            assert np.all(np.diff(holders) > 0)


def _filed(file: str, words: set[str]) -> FiledReports:
    text = " ".join(sorted(words))
    return FiledReports(file, text, (Document("indexed", file, text, "0" * 64),))


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_runs_leave_few_segments_and_nothing_noted_as_deleted(shared, tmp_path, monkeypatch):
    monkeypatch.setattr(indexing, "BATCH", 1)
    root = write(tmp_path, {f"{n}.txt": f"January 4, 2024\n\nFire {n}." for n in range(20)})
    indexed(root, shared)
    assert _counts(shared) == [(4, 0)]
    for n in range(20):
        (root / f"{n}.txt").write_text(f"January 5, 2024\n\nFlood {n}.")
    indexed(root, shared)
    for n in range(19):
        (root / f"{n}.txt").unlink()
    indexed(root, shared)
    with archive_at(shared) as archive:
        assert (len(archive.holders("fire", 99)), len(archive.holders("flood", 99))) == (0, 1)
    ((segments, deleted),) = _counts(shared)
    assert (segments < 8, deleted) == (True, 0)


def _counts(url: str) -> list[tuple[int, int]]:
    from psycopg import connect

    with connect(url) as db:
        return db.execute(
            "SELECT (SELECT count(*) FROM segment), (SELECT count(*) FROM deleted)"
        ).fetchall()


@pytest.mark.slow
def test_a_database_of_the_form_before_is_changed_and_loses_nothing(shared, tmp_path):
    from psycopg import connect

    text = "January 4, 2024\n\nA fire in Whitby."
    root = write(tmp_path, {"a.txt": text})
    old = Document("indexed", (root / "a.txt").as_posix(), text, "0" * 64)
    with connect(shared, autocommit=True) as db:
        db.execute("CREATE TABLE migration (number integer PRIMARY KEY)")
        for number, step in _steps_before(3):
            db.execute(step)
            db.execute("INSERT INTO migration VALUES (%s)", [number])
        db.execute(
            "INSERT INTO report (file, digest, path, sha256, words, document) "
            "VALUES (%s, 'old', %s, %s, array_to_tsvector(%s::text[]), %s)",
            [old.path, old.path, old.sha256, ["fire", "whitbi"], packed(old)],
        )
    with archive_into(shared):
        pass
    with archive_at(shared) as archive:
        (number,) = archive.holders("whitbi", 5)
        assert archive.documents([number]) == {number: old}
        assert archive.volume().reports == 1
    indexed(root, shared)
    with archive_at(shared) as archive:
        (number,) = archive.holders("whitbi", 5)
        assert archive.dockets([number])[0].sha256 != old.sha256


def _steps_before(number: int) -> Iterator[tuple[int, bytes]]:
    for path in sorted(MIGRATIONS.glob("*.sql")):
        if int(path.name[:3]) < number:
            yield int(path.name[:3]), path.read_bytes()
