"""Values by key in one SQLite file: safe under several runs at once, never an error, never wrong.

What cannot be read is not there, and what cannot be written is not kept. Each value is sealed by a
digest of itself and its key, so that a damaged one is missed. SQLite rolls back what a killed run
left half done; it does not wait for the disk, since what a power cut damages is only worked out
anew. Nothing is unpickled.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from auditor.cache.place import why_not

FILE = "kept-1.sqlite"
"""The number is that of its form: another form is another file."""

MOST_BYTES = 1_000_000_000
"""Of the file; an audit of 1,000 words beside 2,500 adds some 0.7 MB (`audit cache`)."""

WAIT = 0.5
"""Seconds to wait for another run that writes. A guess: it writes some milliseconds long."""

SEAL = 16
"""Bytes of a value's seal."""

DAY = 86_400
"""Seconds. When a value was used last is known by the day, so that reading seldom writes."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}

_MADE = """
CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INT NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON entry (used);
"""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Fill:
    """How much is kept: entries, and bytes of the file."""

    entries: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Store:
    """Values by key, in a folder of this user; beyond `most` bytes what was used longest ago goes.

    Keys are digests (`auditor.cache.shape.key`).
    """

    folder: Path
    most: int = MOST_BYTES

    @property
    def path(self) -> Path:
        """Return the file, which need not be there."""
        return self.folder / FILE

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the values of those keys that are kept and undamaged, in the order of the keys."""
        today = int(time.time() // DAY)
        none: dict[bytes, tuple[bytes, int]] = {}
        found = self._tried(lambda db: _found(db, dict.fromkeys(keys)), none)
        stale = [(today, key) for key, (_, used) in found.items() if used != today]
        if stale:
            self._tried(lambda db: db.executemany(_USE, stale), None)
        return {key: value for key, (value, _) in found.items()}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, all or none of them."""
        if not values or why_not(self.folder):
            return
        today = int(time.time() // DAY)
        rows = [(key, _seal(key, value) + value, today) for key, value in values.items()]
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            self._tried(lambda db: _keep(db, rows, self.most), None)

    def clear(self) -> None:
        """Forget everything.

        Raises:
            OSError: where that is not possible.
        """
        for path in (self.path, Path(f"{self.path}-journal")):
            path.unlink(missing_ok=True)

    def fill(self) -> Fill:
        """Return how much is kept; nothing where it cannot be read."""
        size = self.path.stat().st_size if self.path.is_file() else 0
        count = self._tried(lambda db: db.execute("SELECT count(*) FROM entry").fetchone()[0], 0)
        return Fill(int(count), size)

    def _tried(self, work: Callable[[sqlite3.Connection], Result], instead: Result) -> Result:
        """Return what `work` does in one transaction, or `instead`; a damaged file is removed."""
        if why_not(self.folder) or not self.path.is_file():
            return instead
        try:
            with closing(sqlite3.connect(self.path, timeout=WAIT)) as db, db:
                db.execute("PRAGMA synchronous = OFF")
                db.execute("PRAGMA trusted_schema = OFF")
                return work(db)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if _is_of_damage(error):
                with suppress(OSError):
                    self.clear()
            return instead


def _is_of_damage(error: Exception) -> bool:
    """Tell whether a file is damaged, so that even SQLite's message on it may be no text."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, UnicodeDecodeError) or code in _DAMAGED


_USE = "UPDATE entry SET used = ? WHERE key = ?"


def _found(db: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, tuple[bytes, int]]:
    """Return undamaged values with the day of their last use."""
    found = {}
    for key in keys:
        row = db.execute("SELECT value, used FROM entry WHERE key = ?", (key,)).fetchone()
        if row and isinstance(row[0], bytes) and row[0][:SEAL] == _seal(key, row[0][SEAL:]):
            found[key] = row[0][SEAL:], row[1]
    return found


def _keep(db: sqlite3.Connection, rows: Iterable[tuple[bytes, bytes, int]], most: int) -> None:
    db.executescript(_MADE)
    db.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
    while _size(db) > most and db.execute("SELECT 1 FROM entry LIMIT 1").fetchone():
        db.execute(
            "DELETE FROM entry WHERE key IN"
            " (SELECT key FROM entry ORDER BY used LIMIT (SELECT count(*) / 4 + 1 FROM entry))"
        )


def _size(db: sqlite3.Connection) -> int:
    """Return the bytes of the pages that hold something."""
    pages, free, size = (
        int(db.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _seal(key: bytes, value: bytes) -> bytes:
    return blake2b(key + value, digest_size=SEAL).digest()
