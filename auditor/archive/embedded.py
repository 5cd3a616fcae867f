"""An archive in one SQLite file: one run writes, any number read, a killed run loses nothing.

Words stand in a full-text index that holds neither text nor places, only which report has which
word; the report itself stands beside it, packed. What runs write goes through a log beside the
file, so that readers never wait.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from auditor.archive.keys import words_of
from auditor.archive.packing import packed, unpacked
from auditor.archive.respelt import SAME_START, spellings
from auditor.archive.shelves import Docket, FiledReports, Numbers, Volume
from auditor.errors import AuditError
from auditor.model.document import Document

MARK = 0x41524348
"""What the header of the file says of its kind, SQLite's application_id: "ARCH"."""

FORM = 1
"""The number of its form, keys included: another form is indexed anew."""

DAMAGED = "is damaged; remove it, and run audit index again"

WAIT = 30.0
"""Seconds to wait while another run writes; a batch takes half a second."""

_MADE = f"""
DROP TABLE IF EXISTS words;
DROP TABLE IF EXISTS report;
DROP TABLE IF EXISTS unread;
CREATE TABLE report (
  number INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, digest TEXT NOT NULL,
  path TEXT NOT NULL, sha256 TEXT NOT NULL,
  title TEXT, published TEXT, document BLOB NOT NULL);
CREATE INDEX by_file ON report (file, digest);
CREATE INDEX by_day ON report (published);
CREATE VIRTUAL TABLE words USING fts5
  (keys, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE TABLE unread (path TEXT PRIMARY KEY, reason TEXT NOT NULL);
PRAGMA application_id = {MARK};
PRAGMA user_version = {FORM}
"""


@dataclass(frozen=True, slots=True)
class EmbeddedArchive:
    """An archive in a file that is open; `auditor.archive.shelves.Archive` says what it can do."""

    name: str
    db: sqlite3.Connection

    def volume(self) -> Volume:
        """Return how much it holds."""
        with self._asking():
            reports, unread = self.db.execute(
                "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM unread)"
            ).fetchone()
        return Volume(reports, unread)

    def holders(self, key: str, most: int) -> Numbers:
        """Return the reports that hold a word; of a word that more hold, some `most` and one."""
        query = "SELECT rowid AS number FROM words WHERE words MATCH ? LIMIT ?"
        return self._numbers(query, f'"{key}"', most + 1)

    def between(self, first: date | None, last: date | None) -> Numbers:
        """Return the reports of those days, both included; None leaves an end open."""
        return self._numbers(
            "SELECT number FROM report WHERE published BETWEEN ? AND ? ORDER BY number",
            (first or date.min).isoformat(),
            (last or date.max).isoformat(),
        )

    def like(self, key: str) -> tuple[str, ...]:
        """Return words of the archive that may be a word in another spelling, nearest first."""
        start = key[:SAME_START]
        query = "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ?"
        with self._asking():
            rows = self.db.execute(query, (start, f"{start}{chr(0x10FFFF)}")).fetchall()
        return spellings(key, (word for (word,) in rows))

    def dockets(self, numbers: Iterable[int]) -> tuple[Docket, ...]:
        """Return the dockets of reports by number; of one that is gone none."""
        return tuple(_docket(row) for row in self._rows(_DOCKET, numbers))

    def documents(self, numbers: Iterable[int]) -> Mapping[int, Document]:
        """Return reports as they were loaded; one that is gone is left out."""
        rows = self._rows("SELECT number, document FROM report WHERE number = ?", numbers)
        return {number: self._opened(kept) for number, kept in rows}

    def digests(self) -> Mapping[str, str]:
        """Return the digest of each file that is indexed, by its name."""
        with self._asking():
            return dict(self.db.execute("SELECT DISTINCT file, digest FROM report"))

    def put(self, added: Sequence[FiledReports], gone: Sequence[str]) -> None:
        """Index files in the place of those of their names, and forget what is gone; or nothing.

        What was done stays done, whatever happens to this program afterwards.
        """
        with self._asking(), self.db:
            self.db.execute("BEGIN IMMEDIATE")
            for file in (*gone, *(filed.file for filed in added)):
                _forget(self.db, file)
            for filed in added:
                _add(self.db, filed)

    def unread(self) -> Mapping[str, str]:
        """Return which files could not be read, and why, by their paths."""
        with self._asking():
            return dict(self.db.execute("SELECT path, reason FROM unread"))

    def tell_unread(self, unread: Mapping[str, str]) -> None:
        """Keep in mind which files could not be read, and why, in the place of what was told."""
        with self._asking(), self.db:
            self.db.execute("BEGIN IMMEDIATE")
            self.db.execute("DELETE FROM unread")
            self.db.executemany("INSERT INTO unread VALUES (?, ?)", unread.items())

    def _opened(self, kept: bytes) -> Document:
        try:
            return unpacked(kept)
        except ValueError as error:
            raise AuditError(f"{self.name}: {DAMAGED}") from error

    def _numbers(self, query: str, *values: object) -> Numbers:
        """Return one column of numbers, put together by SQLite: half of the time of rows."""
        with self._asking():
            joined = f"SELECT group_concat(number) FROM ({query})"  # noqa: S608  # ours alone
            (told,) = self.db.execute(joined, values).fetchone()
        return np.fromstring(told or "", dtype=np.int64, sep=",")

    def _rows(self, query: str, numbers: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        with self._asking():
            for number in sorted(set(map(int, numbers))):
                yield from self.db.execute(query, (number,))

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Say in our words what the file fails with."""
        try:
            yield
        except sqlite3.Error as error:
            raise AuditError(f"{self.name}: {_reason(error)}") from error
        except UnicodeDecodeError as error:  # a name in SQLite's own message
            raise AuditError(f"{self.name}: {DAMAGED}") from error


_VOCABULARY = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words, row)"

_DOCKET = "SELECT number, path, sha256, title, published FROM report WHERE number = ?"


def is_embedded(path: Path) -> bool:
    """Tell whether a file is an archive, by what its header says, whatever its name."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return False
        with path.open("rb") as file:
            header = file.read(len(_MAGIC) + 84)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return False
    return header.startswith(_MAGIC) and header[68:72] == MARK.to_bytes(4, "big")


_MAGIC = b"SQLite format 3\0"


@contextmanager
def reading(path: Path) -> Iterator[EmbeddedArchive]:
    """Yield an archive as it is at this moment, whatever is written meanwhile.

    Raises:
        AuditError: if it is of another form, or cannot be read.
    """
    with _opened(path, _address(path)) as archive:
        with archive._asking():
            archive.db.execute(_VOCABULARY)
            archive.db.execute("BEGIN")
            form = _form(archive.db)
        if form != FORM:
            raise AuditError(f"{path}: was made by another version of audit; run audit index again")
        yield archive


@contextmanager
def writing(path: Path) -> Iterator[EmbeddedArchive]:
    """Yield an archive to write into, made where there is none; of another form it is emptied.

    Raises:
        AuditError: if something else stands there, or it cannot be written.
    """
    if path.exists() and path.stat().st_size and not is_embedded(path):
        raise AuditError(f"{path}: is no archive; name another file with --into")
    with _opened(path, f"{path.resolve().as_uri()}?mode=rwc") as archive:
        with archive._asking():
            _make(archive.db)
        yield archive


@contextmanager
def _opened(path: Path, address: str) -> Iterator[EmbeddedArchive]:
    try:
        db = sqlite3.connect(address, uri=True, timeout=WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise AuditError(f"{path}: {_reason(error)}") from error
    with closing(db):
        archive = EmbeddedArchive(path.as_posix(), db)
        with archive._asking():
            db.execute("PRAGMA trusted_schema = OFF")
        yield archive


def _address(path: Path) -> str:
    """Return how a file is opened to be read.

    Where no log can be written beside it, as on a medium that is read-only, nobody writes into it.
    """
    place = path.resolve()
    is_closed = not os.access(place.parent, os.W_OK) and not Path(f"{place}-wal").exists()
    return f"{place.as_uri()}?mode=ro" + ("&immutable=1" if is_closed else "")


def _make(db: sqlite3.Connection) -> None:
    """Make the tables where there are none, in one step; what has another form begins anew."""
    if _form(db) != FORM:
        db.execute("PRAGMA journal_mode = DELETE")  # so that the header is in the file itself
        with db:
            db.execute("BEGIN EXCLUSIVE")
            if _form(db) != FORM:  # another run was not first
                for row in _MADE.split(";"):
                    db.execute(row)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")


def _form(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _forget(db: sqlite3.Connection, file: str) -> None:
    rows = db.execute("SELECT number, document FROM report WHERE file = ?", (file,)).fetchall()
    for number, kept in rows:
        words = words_of(unpacked(kept))
        db.execute(
            "INSERT INTO words (words, rowid, keys) VALUES ('delete', ?, ?)", (number, words)
        )
    db.execute("DELETE FROM report WHERE file = ?", (file,))


def _add(db: sqlite3.Connection, filed: FiledReports) -> None:
    for document in filed.documents:
        day = document.published and document.published.isoformat()
        own = (document.path, document.sha256, document.title, day, packed(document))
        number = db.execute(_ADDED, (filed.file, filed.digest, *own)).lastrowid
        db.execute("INSERT INTO words (rowid, keys) VALUES (?, ?)", (number, words_of(document)))


_ADDED = """
INSERT INTO report (file, digest, path, sha256, title, published, document)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def _docket(row: tuple[Any, ...]) -> Docket:
    number, path, sha256, title, published = row
    return Docket(number, path, sha256, title, date.fromisoformat(published) if published else None)


def _reason(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return DAMAGED
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return "is being written by another run; wait for its end"
    if code == sqlite3.SQLITE_FULL:
        return "has no room left; make room, and run it again: it goes on where it was"
    return f"cannot be used ({error}); check that it is there and open to you"
