"""Where the cache lies, and whether it may be trusted there."""

import os
import stat
from pathlib import Path

VARIABLE = "AUDITOR_CACHE"
"""Names the folder in the place of the system's own for such files."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def user_folder() -> Path:
    """Return the folder of this user's cache; it need not be there."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).absolute()
    from platformdirs import user_cache_path

    return user_cache_path("auditor", appauthor=False)


def why_not(folder: Path) -> str:
    """Return why nothing is kept in a folder, "" where it is.

    What lies there decides what a report says: nobody else may write to it.
    """
    if not folder.is_absolute():
        return "is in a home that cannot be told"
    try:
        found = folder.stat()
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:  # ValueError: a NUL in its name
        return f"cannot be reached ({getattr(error, 'strerror', None) or error})"
    if not stat.S_ISDIR(found.st_mode):
        return "is no folder"
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        return "belongs to another user"
    if os.name == "posix" and found.st_mode & _OTHERS_WRITE:
        return "may be written by others (chmod go-w)"
    return ""
