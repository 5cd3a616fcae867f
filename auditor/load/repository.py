"""Where a repository begins, and the folders from one up to its root."""

import os
from collections.abc import Iterator
from pathlib import Path

MARKS = (".git", ".hg", ".jj", ".svn")
"""What stands in the root of a repository: a folder, or in a worktree of git a file."""


def upwards(folder: Path) -> Iterator[Path]:
    """Yield a folder and those above it, up to the root of a repository or of the file system.

    Each is named from where `folder` is named: ``.``, ``..``, ``../..``.
    """
    depth = len(Path(os.path.realpath(folder)).parents)
    for up in range(depth + 1):
        here = Path(folder, *[".."] * up)
        yield here
        if is_root(here):
            return


def is_root(folder: Path) -> bool:
    """Tell whether a folder is the root of a repository."""
    return any(os.path.lexists(folder / mark) for mark in MARKS)


def repository_of(folder: Path) -> Path | None:
    """Return the real path of the repository that a folder belongs to, None where to none."""
    real = Path(os.path.realpath(folder))
    return next((here for here in (real, *real.parents) if is_root(here)), None)
