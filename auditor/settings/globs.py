"""Globs in the manner of .gitignore, laid against paths from the folder of the settings."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import AuditError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def matches(globs: Sequence[str], path: Path, folder: Path) -> bool:
    """Tell whether one of some globs matches a file; outside of `folder` none does."""
    own = _from(folder, path)
    return own is not None and any(_compiled(glob).match_file(own) for glob in globs)


def verify(globs: Sequence[str], where: str) -> None:
    """See that globs can match something.

    Args:
        globs: as they were written.
        where: the file and key that they stand in.

    Raises:
        AuditError: naming the first that cannot, and the remedy.
    """
    for glob in globs:
        if glob.startswith(("/", "./", "../", "!", "#")) or not _is_glob(glob):
            raise AuditError(
                f"{where}: {glob!r} matches nothing; write a path from the folder of this file "
                "with * for a part of a name and ** for any folders, such as stories/**/*.md"
            )


def _from(folder: Path, path: Path) -> str | None:
    """Return the path of a file from a folder, links to folders followed; None where it is out."""
    real = Path(os.path.realpath(path.parent)) / path.name
    root = Path(os.path.realpath(folder))
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else None


def _is_glob(glob: str) -> bool:
    from pathspec.patterns.gitignore import GitIgnorePatternError

    try:
        return bool(_compiled(glob).patterns[0].include)
    except GitIgnorePatternError:
        return False


@lru_cache(maxsize=1_000)
def _compiled(glob: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([glob])
