"""``refs.lock``: the pages of a folder as they were fetched, so that an audit reads the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.load.source import Unreadable

LOCK = "refs.lock"
"""The name of the file."""

HEAD = (
    "# The pages that `audit fetch` keeps here, as an audit reads them:\n"
    "# SHA-256 of the page, SHA-256 of what its sidecar tells of it (without the hour), name.\n"
)

MAX_BYTES = 1_000_000
"""Of a lock; a page takes some 200."""

_ROW = re.compile(r"([0-9a-f]{64})  ([0-9a-f]{64})  ([^/\\\0]+)")


@dataclass(frozen=True, slots=True)
class Pin:
    """A page as an audit shall read it: digests of its bytes, and of what its sidecar tells."""

    page: str
    told: str


Lock = Mapping[str, Pin]
"""The pins of a folder by the names of its pages."""


def read_lock(folder: Path) -> Lock | None:
    """Return the pins of a folder, None where it has no lock.

    Raises:
        Unreadable: naming the lock that is none, with the remedy.
    """
    path = folder / LOCK
    text = _text(path)
    return None if text is None else dict(_rows(path, text))


def verify_own_lock(folder: Path) -> None:
    """See that what bears the name of the lock is one, be it damaged.

    Raises:
        Unreadable: if it is something else.
    """
    path = folder / LOCK
    text = _text(path)
    if text and not text.startswith(HEAD.partition("\n")[0]):
        raise Unreadable(path.as_posix(), "is no lock of audit fetch; move it away")


def _text(path: Path) -> str | None:
    """Return what a lock holds, None where there is none."""
    if path.exists() and not path.is_file():
        raise Unreadable(path.as_posix(), "is not a regular file; remove it")
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Unreadable(path.as_posix(), f"cannot be read ({reason})") from error
    if len(content) > MAX_BYTES:
        raise Unreadable(path.as_posix(), "is larger than a lock may be; remove it")
    return content.decode("utf-8", "replace")


def _rows(path: Path, text: str) -> Iterator[tuple[str, Pin]]:
    for number, row in enumerate(text.split("\n"), start=1):
        if not row.strip() or row.startswith("#"):
            continue
        read = _ROW.fullmatch(row.rstrip("\r"))
        if read is None:
            raise Unreadable(
                path.as_posix(),
                f"line {number} pins no page; mend it, or write the lock anew: "
                f"audit fetch --accept --into {path.parent.as_posix()}",
            )
        yield read[3], Pin(read[1], read[2])
