"""The files of a reference folder, in a fixed order, and what in it cannot be read."""

import os
from collections.abc import Iterator
from pathlib import Path

from auditor.load.source import Unreadable

REPORTS = "audit-out"
"""The folder of our own reports: what they repeat of an article is no reference for it."""

_NO_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
"""Files that file managers leave behind, in lower case; like hidden files they are passed over."""


def files(folder: Path) -> Iterator[Path | Unreadable]:
    """Yield the files below a folder, sorted by their path; what cannot be read as its error.

    Hidden files and folders and our own reports are passed over. A link is followed to a file
    inside the folder only, a linked folder never: what is inside is read under its own path.
    """
    root = folder.resolve()
    closed: list[OSError] = []
    for path in sorted(_below(folder, closed), key=lambda at: at.relative_to(folder).as_posix()):
        if path.is_symlink():
            target = Path(os.path.realpath(path))  # unlike `resolve` it does not stop at a loop
            if not target.is_relative_to(root):
                yield Unreadable(path.as_posix(), "is a link that leads out of the folder")
            elif target.is_dir():
                continue
            elif not target.exists():
                yield Unreadable(path.as_posix(), "is a broken link")
            else:
                yield path
        else:
            yield path
    for error in sorted(closed, key=lambda failure: str(failure.filename)):
        where = Path(str(error.filename)).as_posix()
        yield Unreadable(where, f"cannot be listed ({error.strerror}); check its permissions")


def is_passed_over(name: str) -> bool:
    """Tell whether a folder of this name is left out where a folder above it is read."""
    return name.startswith(".") or name == REPORTS


def _below(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Yield all files and linked folders; folders that cannot be listed are added to `closed`."""
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not is_passed_over(name)]
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*names, *links):
            if not name.startswith(".") and name.lower() not in _NO_DOCUMENTS:
                yield Path(place) / name
