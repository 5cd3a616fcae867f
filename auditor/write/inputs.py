"""The files that an audit reads, which no report may take the place of."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditError
from auditor.load.folder import files, is_passed_over

Identity = tuple[int, int]
"""A file of the system whatever its name: two names of one file are equal, case and links aside."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read, as it was named: files, and folders of references."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]

    def refuse(self, path: Path) -> None:
        """Let a report go to `path` only where nothing is read.

        Raises:
            AuditError: if the file is read under any name, or would be by the next audit.
        """
        for folder in self.folders:
            if _would_be_read(path, folder):
                raise AuditError(
                    f"{path}: lies among the references in {folder}, where the next audit would "
                    "read it; name another folder with --output"
                )
        own = _identity(path)
        for file in self._all() if own else ():
            if _identity(file) == own:
                raise AuditError(
                    f"{path}: is {file}, which is read; name another file or folder with --output"
                )

    def _all(self) -> Iterator[Path]:
        yield from self.files
        for folder in self.folders:
            yield from (file for file in files(folder) if isinstance(file, Path))


def inputs(paths: Iterable[Path], references: Sequence[str]) -> Inputs:
    """Return what is read: articles, settings and waivers, and references that are local."""
    local = [Path(location) for location in dict.fromkeys(references)]
    folders = tuple(path for path in local if os.path.isdir(path))  # noqa: PTH112  # never raises
    others = (path for path in local if path not in folders)
    return Inputs(tuple(dict.fromkeys((*paths, *others))), folders)


def _would_be_read(path: Path, folder: Path) -> bool:
    place = Path(os.path.realpath(path.parent))
    root = Path(os.path.realpath(folder))
    return place.is_relative_to(root) and not any(
        map(is_passed_over, place.relative_to(root).parts)
    )


def _identity(path: Path) -> Identity | None:
    """Return which file stands at a path, None where none does."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a NUL in it
        return None
    return status.st_dev, status.st_ino
