"""An archive in PostgreSQL that a newsroom shares: any number of runs read and write it.

All writers lock the files of a batch in one order, so that two of them wait and none is stuck.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.archive import postings
from auditor.archive.keys import words_of
from auditor.archive.packing import packed, unpacked
from auditor.archive.respelt import SAME_START, spellings
from auditor.archive.shelves import Docket, FiledReports, Numbers, Volume
from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.load.url import without_password
from auditor.model.document import Document

if TYPE_CHECKING:
    import psycopg

EXTRA = "postgres"
"""The extra that brings the client."""

MIGRATIONS = Path(__file__).with_name("migrations")

LOCK = 0x41524348
"""The advisory lock under which tables are made and changed, and files, each its own, written."""

WAIT = 10
"""Seconds to wait for a connection."""

_VOLUME = """
SELECT coalesce(sum(cardinality(reports)), 0) - (SELECT count(*) FROM deleted),
  (SELECT count(*) FROM unread)
FROM segment
"""
"""To count the reports themselves takes longer than a search."""

_DOCKET = "SELECT number, path, sha256, title, published FROM report WHERE number = ANY(%s)"


@dataclass(frozen=True, slots=True)
class SharedArchive:
    """An archive in a database; `auditor.archive.shelves.Archive` says what it can do."""

    name: str
    db: "psycopg.Connection[tuple[Any, ...]]"

    def volume(self) -> Volume:
        """Return how much it holds."""
        return Volume(*self._rows(_VOLUME)[0])

    def holders(self, key: str, most: int) -> Numbers:
        """Return the reports that hold a word; of a word that more hold, some `most` and one."""
        ((told,),) = self._rows(postings.HELD, key, most + 1)
        return np.sort(np.fromstring(told or "", dtype=np.int64, sep=","))

    def between(self, first: date | None, last: date | None) -> Numbers:
        """Return the reports of those days, both included; None leaves an end open."""
        query = "SELECT number FROM report WHERE published BETWEEN %s AND %s"
        rows = self._rows(query, first or date.min, last or date.max)
        return np.array(sorted(number for (number,) in rows), dtype=np.int64)

    def like(self, key: str) -> tuple[str, ...]:
        """Return words of the archive that may be a word in another spelling, nearest first."""
        query = "SELECT word FROM word WHERE word %% %s AND starts_with(word, %s)"
        return spellings(key, (word for (word,) in self._rows(query, key, key[:SAME_START])))

    def dockets(self, numbers: Iterable[int]) -> tuple[Docket, ...]:
        """Return the dockets of reports by number; of one that is gone none."""
        return tuple(Docket(*row) for row in sorted(self._rows(_DOCKET, sorted(map(int, numbers)))))

    def documents(self, numbers: Iterable[int]) -> Mapping[int, Document]:
        """Return reports as they were loaded; one that is gone is left out.

        Raises:
            AuditError: if one is not what was written.
        """
        query = "SELECT number, document FROM report WHERE number = ANY(%s)"
        rows = self._rows(query, sorted(map(int, numbers)))
        try:
            return {number: unpacked(bytes(kept)) for number, kept in rows}
        except ValueError as error:
            raise AuditError(f"{self.name}: holds a damaged report; index it anew") from error

    def digests(self) -> Mapping[str, str]:
        """Return the digest of each file that is indexed, by its name."""
        return dict(self._rows("SELECT DISTINCT file, digest FROM report"))

    def put(self, added: Sequence[FiledReports], gone: Sequence[str]) -> None:
        """Index files in the place of those of their names, and forget what is gone; or nothing.

        What was done stays done, whatever happens to this program afterwards.
        """
        rows = [row for filed in sorted(added, key=_file) for row in _rows_of(filed)]
        words = [words_of(document).split() for document, _ in rows]
        files = sorted({*gone, *(filed.file for filed in added)})
        with _asking(self.name):
            with self.db.transaction(), self.db.cursor() as cursor:
                postings.share(cursor)
                cursor.execute(_WORDS, [sorted({word for own in words for word in own})])
                for file in files:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, file])
                postings.forget(cursor, files)
                numbers = [number for (number,) in cursor.execute(_NUMBERS, [len(rows)])]
                with cursor.copy(_ADDED) as copy:
                    for number, (_, row) in zip(numbers, rows, strict=True):
                        copy.write_row((number, *row))
                postings.add(cursor, dict(zip(numbers, words, strict=True)))
            postings.merge(self.db)

    def unread(self) -> Mapping[str, str]:
        """Return which files could not be read, and why, by their paths."""
        return dict(self._rows("SELECT path, reason FROM unread"))

    def tell_unread(self, unread: Mapping[str, str]) -> None:
        """Keep in mind which files could not be read, and why, in the place of what was told."""
        with _asking(self.name), self.db.transaction(), self.db.cursor() as cursor:
            cursor.execute("LOCK TABLE unread IN EXCLUSIVE MODE")
            cursor.execute("DELETE FROM unread")
            cursor.executemany("INSERT INTO unread VALUES (%s, %s)", sorted(unread.items()))

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with _asking(self.name):
            return self.db.execute(query, values).fetchall()


_WORDS = "INSERT INTO word SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING"
_NUMBERS = "SELECT nextval(pg_get_serial_sequence('report', 'number')) FROM generate_series(1, %s)"
_ADDED = """
COPY report (number, file, digest, path, sha256, title, published, document) FROM STDIN
"""


def _file(filed: FiledReports) -> str:
    return filed.file


def _rows_of(filed: FiledReports) -> Iterator[tuple[Document, tuple[Any, ...]]]:
    """Yield each report of a file, and its row but for its number."""
    for each in filed.documents:
        own = (each.path, each.sha256, each.title, each.published)
        yield each, (filed.file, filed.digest, *own, packed(each))


@contextmanager
def shared_reading(url: str) -> Iterator[SharedArchive]:
    """Yield an archive as it is at this moment, whatever is written meanwhile.

    Raises:
        AuditError: if there is none, or it is of another form.
    """
    with _connected(url) as archive:
        newest = max(_migrations())
        if _version(archive) != newest:
            raise AuditError(
                f"{archive.name}: holds no archive of this version; run audit index … --into it"
            )
        with _asking(archive.name):
            archive.db.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield archive


@contextmanager
def shared_writing(url: str) -> Iterator[SharedArchive]:
    """Yield an archive to write into; its tables are made, or changed to the newest form.

    Raises:
        AuditError: if the database cannot be reached or changed.
    """
    with _connected(url) as archive:
        _migrate(archive)
        yield archive


@contextmanager
def _connected(url: str) -> Iterator[SharedArchive]:
    try:
        import psycopg
    except ImportError as error:
        raise AuditError(
            f"an archive in PostgreSQL needs a client: pip install 'auditor[{EXTRA}]'"
        ) from error
    name = without_password(url)
    with _asking(name):
        db = psycopg.connect(url, autocommit=True, connect_timeout=WAIT)
    with db:
        yield SharedArchive(name, db)


def _migrations() -> Mapping[int, str]:
    """Return what makes the tables of each version out of those before, by number."""
    files = sorted(MIGRATIONS.glob("[0-9]*.sql"))
    return {int(path.name.partition("_")[0]): path.read_text(encoding="utf-8") for path in files}


def _migrate(archive: SharedArchive) -> None:
    """Do what is yet to be done, each step whole or not at all; one run at a time does."""
    with _asking(archive.name), archive.db.transaction():
        archive.db.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        archive.db.execute("CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY)")
        done = _version(archive)
        for number, step in _migrations().items():
            if number > done:
                archive.db.execute(step)
                archive.db.execute("INSERT INTO migration VALUES (%s)", [number])


def _version(archive: SharedArchive) -> int:
    """Return the number of the newest migration that was done, 0 where none was."""
    with _asking(archive.name):
        table = archive.db.execute("SELECT to_regclass('migration')").fetchone()
        if table is None or table[0] is None:
            return 0
        row = archive.db.execute("SELECT max(number) FROM migration").fetchone()
    return int(row[0] or 0) if row else 0


@contextmanager
def _asking(name: str) -> Iterator[None]:
    """Say in our words what the database fails with."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        said = on_one_line(" ".join(str(error).split()))
        raise AuditError(f"{name}: {said}; check that it is there and open to you") from error
