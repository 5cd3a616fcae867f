"""Files written whole: under a name stand the old bytes or the new ones, never a part of them."""

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from auditor.errors import Unwritten

MODE = 0o666
"""Permissions of a new file before the umask takes its part, as of every plain open."""

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would write CR LF without it."""

_HALF = ".audit-"
"""How the name of what is yet being written begins."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
NO_FOLDER = frozenset({errno.EEXIST, errno.ENOTDIR, errno.ELOOP})


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8, as `write_parts` does its parts."""
    write_parts(path, (content,))


def write_parts(path: Path, parts: Iterable[str | bytes]) -> None:
    """Write parts, one after the other, texts as UTF-8; make the folder where it is missing.

    The bytes go to a hidden file in the same folder that then takes the name. A link is not
    followed and nothing but a plain file is replaced; its permissions stay.

    Raises:
        Unwritten: naming the file and the remedy; what stood there before stands there still.
    """
    mode = _mode_of_replaced(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritten(f"{path}: {_reason(error)}") from error
    fresh = path.parent / f"{_HALF}{secrets.token_hex(8)}.tmp"
    try:
        _write(fresh, parts, mode)
        fresh.replace(path)
    except OSError as error:
        raise Unwritten(f"{path}: {_reason(error)}") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def remove_halves(*folders: Path) -> None:
    """Remove what killed runs left half written in folders that nobody else writes to now."""
    for folder in folders:
        for half in folder.glob(f"{_HALF}*.tmp"):
            with suppress(OSError):
                half.unlink()


def _write(path: Path, parts: Iterable[str | bytes], mode: int | None) -> None:
    """Write a new file down to the disk; `mode` None leaves its permissions to the umask."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, MODE)
    with os.fdopen(opened, "wb") as file:
        if mode is not None:
            path.chmod(mode)
        for part in parts:
            file.write(part.encode("utf-8") if isinstance(part, str) else part)
        file.flush()
        os.fsync(opened)


def _mode_of_replaced(path: Path) -> int | None:
    """Return the permissions of the file that stands there, None where none does.

    Raises:
        Unwritten: if what stands there is not to be replaced.
    """
    try:
        mode = path.lstat().st_mode
    except OSError:
        return None  # nothing stands there, or writing will say what is wrong
    if stat.S_ISLNK(mode):
        raise Unwritten(
            f"{path}: is a link, which no report follows; name a plain file with --output"
        )
    if stat.S_ISDIR(mode):
        raise Unwritten(f"{path}: is a folder; name another file with --output")
    if not stat.S_ISREG(mode):
        raise Unwritten(f"{path}: is no plain file; leave --output out to print the report")
    if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise Unwritten(f"{path}: is write-protected; name another file with --output")
    return stat.S_IMODE(mode)


def _reason(error: OSError) -> str:
    code = error.errno
    if code in FULL:
        return "no room is left to write it; make room, or name another disk with --output"
    if code in CLOSED:
        return "must not be written; check the permissions of its folder, or name another"
    if code in NO_FOLDER:
        return "what should be its folder is none; remove that, or name another with --output"
    if code == errno.ENAMETOOLONG:
        return "its name is too long; name a shorter one with --output"
    reason = error.strerror or type(error).__name__
    return f"cannot be written ({reason}); name another place with --output"
