"""The record of a batch: a JSON Lines file that grows as stories are filed, then has their order.

A line is written before the page of its story and after the old page is gone. So the line and page
that stand there belong together, whenever a run is killed; a half line at the end is cut off by
the next.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from auditor.batch.assignment import Assignment
from auditor.batch.filing import FiledStory
from auditor.errors import AuditError, Unwritten
from auditor.render.record import Record
from auditor.write.files import remove_halves, write_whole

FILE = "stories.jsonl"
PAGES = "reports"

NAMED = 60
"""Last characters of a story's folder and name that its page is called by."""

DIGITS = 12
"""Hexadecimal digits that tell pages apart whose stories are called alike."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a story's line stands in the file, and the key of what it was made of."""

    key: str
    start: int
    end: int
    is_audited: bool


@dataclass(slots=True)
class Ledger:
    """The file, and where in it each story has its last line; a value that changes.

    Attributes:
        file: open to append lines.
        end: bytes of the whole lines.
    """

    folder: Path
    file: BinaryIO
    kept: dict[str, Kept] = field(default_factory=dict)
    end: int = 0

    @property
    def path(self) -> Path:
        """Return where the file lies."""
        return self.folder / FILE

    def page(self, story: str) -> Path:
        """Return where the page of a story lies."""
        return self.folder / page_name(story)


def page_name(story: str) -> str:
    """Return the path of a story's page from the folder of the batch.

    It hangs on the story alone, whatever others there are.
    """
    path = PurePosixPath(story)
    name = "-".join([*path.parts[-2:-1], path.stem])[-NAMED:].lstrip(".-")
    return f"{PAGES}/{name}-{sha256(os.fsencode(story)).hexdigest()[:DIGITS]}.html"


@contextmanager
def opened(folder: Path) -> Iterator[Ledger]:
    """Open the record in a folder, without the half line that a killed run left at its end.

    Raises:
        AuditError: if the folder holds something else, or another run writes there.
        Unwritten: if it cannot be written.
    """
    path = folder / FILE
    if not path.exists() and folder.is_dir() and any(folder.iterdir()):
        raise AuditError(f"{folder}: holds other files; name a new folder with --into")
    try:
        (folder / PAGES).mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise Unwritten(f"{path}: {_reason(error)}") from error
    with file, _alone(folder):
        remove_halves(folder, folder / PAGES)
        ledger = Ledger(folder, file)
        file.seek(0)
        for row in file:
            record = _record(row)
            if record is None:
                break
            _note(ledger, record["story"], record["key"], len(row), "report" in record)
        file.truncate(ledger.end)
        yield ledger


def is_kept(ledger: Ledger, one: Assignment) -> bool:
    """Tell whether a story was audited as it would be now, and its page is there."""
    kept = ledger.kept.get(one.story)
    is_same = kept is not None and kept.is_audited and kept.key == one.key
    return is_same and ledger.page(one.story).is_file()


def file_story(ledger: Ledger, filed: FiledStory) -> None:
    """Write what came of a story: its line first, then its page.

    Raises:
        Unwritten: if either cannot be written.
    """
    page = ledger.page(filed.story)
    row = f"{filed.line}\n".encode()
    try:
        page.unlink(missing_ok=True)
        ledger.file.write(row)
        ledger.file.flush()
    except OSError as error:
        raise Unwritten(f"{ledger.path}: {_reason(error)}") from error
    _note(ledger, filed.story, filed.key, len(row), bool(filed.page))
    if filed.page:
        write_whole(page, filed.page)


def put_in_order(ledger: Ledger, stories: Sequence[str]) -> tuple[str, ...]:
    """Leave the lines of these stories alone, in this order; return the others, which go.

    Raises:
        Unwritten: if the file cannot be written.
    """
    wanted = set(stories)
    gone = tuple(story for story in ledger.kept if story not in wanted)
    fresh = ledger.folder / f".{FILE}.tmp"
    try:
        with fresh.open("wb") as file:
            file.writelines(_rows(ledger, stories))
        fresh.replace(ledger.path)
        for story in gone:
            ledger.page(story).unlink(missing_ok=True)
    except OSError as error:
        raise Unwritten(f"{ledger.path}: {_reason(error)}") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return gone


def records(folder: Path) -> Iterator[Record]:
    """Yield what every line says, one after the other."""
    with (folder / FILE).open("rb") as file:
        yield from map(json.loads, file)


def _rows(ledger: Ledger, stories: Iterable[str]) -> Iterator[bytes]:
    with ledger.path.open("rb") as file:
        for story in stories:
            kept = ledger.kept[story]
            file.seek(kept.start)
            yield file.read(kept.end - kept.start)


def _note(ledger: Ledger, story: str, key: str, size: int, is_audited: bool) -> None:
    ledger.kept[story] = Kept(key, ledger.end, ledger.end + size, is_audited)
    ledger.end += size


def _record(row: bytes) -> Record | None:
    """Return what a line says, None where it is no whole line of ours."""
    try:
        record = json.loads(row) if row.endswith(b"\n") else None
    except ValueError:
        return None
    is_ours = isinstance(record, dict) and {"story", "key"} <= record.keys()
    return record if is_ours else None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder, where the system can say so, while this run writes into it."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise AuditError(
            f"{folder}: another run writes there; wait for it, or name another --into"
        ) from error
    finally:
        os.close(held)


def _reason(error: OSError) -> str:
    return f"cannot be written ({error.strerror}); make room, or name another folder with --into"
