"""The files of a reference folder, in a fixed order, and what in it cannot be read."""

import os
from collections.abc import Iterator
from pathlib import Path

from auditor.load.source import Unreadable

_NO_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini", "icon\r"})
"""Files that file managers leave behind, in lower case; like hidden files they are passed over."""


def files(folder: Path) -> Iterator[Path | Unreadable]:
    """Yield the files below a folder, sorted by their path; what cannot be read as its error.

    Hidden files and folders are passed over. A link is followed to a file inside the folder only,
    a linked folder never: what is inside is read under its own path.
    """
    root = folder.resolve()
    for path in sorted(_below(folder), key=lambda found: found.relative_to(folder).as_posix()):
        if path.is_symlink():
            target = path.resolve()
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


def _below(folder: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*names, *links):
            if not name.startswith(".") and name.lower() not in _NO_DOCUMENTS:
                yield Path(place) / name
