"""Data folders of the package (``rules``, ``reports``, ``weights``), and TOML of a known form."""

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from auditor.errors import AuditError

REMEDIES = {
    "missing": "is missing",
    "extra_forbidden": "is no key of this file",
    "string_too_short": "must not be empty",
    "date_type": "must be a day without quotation marks, such as 2024-01-06",
}
"""What is wrong, by the parser's word for it; its own message stands in for other words."""

MAX_BYTES = 1_000_000
"""Of a TOML file: room for two thousand waivers, and sixty times the longest rule file."""

_DEEP = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}")
"""A key of more parts than any file has: a key of 90,000 takes the parser half a minute."""

SHOWN = 100
"""Characters of a key that a message repeats."""

_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe would wait for somebody to write into it."""

Form = TypeVar("Form", bound=BaseModel)


def folder(name: str) -> Path:
    """Return the data folder `name`: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name


def damaged(path: Path, fault: str) -> AuditError:
    """Return the error of a file that ships with the package and is not as it shipped."""
    return AuditError(f"{path}: {fault}; this installation is damaged, so install auditor again")


def read_table(path: Path, form: type[Form], remedies: Mapping[str, str] | None = None) -> Form:
    """Return what a TOML file holds.

    Args:
        path: the file, in UTF-8 with or without a byte-order mark.
        form: what it must look like.
        remedies: words for faults that `REMEDIES` lacks or has too generally.

    Raises:
        AuditError: naming the file, the place in it and what to mend.
    """
    try:
        return form.model_validate(read_toml(path))
    except ValidationError as error:
        raise AuditError(f"{path}: {_complaint(error, remedies or {})}") from error


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table that a TOML file is, whatever keys it has.

    Raises:
        AuditError: naming the file and what to mend.
    """
    return _table(path, _text(path))


def _text(path: Path) -> str:
    try:
        content = _content(path)
    except IsADirectoryError as error:
        raise AuditError(f"{path}: is a folder; name a file") from error
    except OSError as error:
        raise AuditError(f"{path}: cannot be read: {error.strerror}; check the path") from error
    except ValueError as error:
        raise AuditError(f"{path}: cannot be read: no file has a NUL in its name") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AuditError(f"{path}: is not UTF-8; save it as UTF-8") from error


def _content(path: Path) -> bytes:
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _AT_ONCE)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise AuditError(f"{path}: is no plain file; save its text as one")
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise AuditError(f"{path}: is larger than {MAX_BYTES // 1_000} kB; is it the right file?")
    return content


def _table(path: Path, text: str) -> dict[str, Any]:
    if _DEEP.search(text):
        raise AuditError(f"{path}: is nested too deeply; name keys of fewer parts")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise AuditError(f"{path}: is nested too deeply; leave out brackets") from error
    except tomllib.TOMLDecodeError as error:
        raise AuditError(f"{path}: is not TOML: {error}") from error
    except ValueError as error:  # Python reads no integer of more than 4,300 digits
        raise AuditError(f"{path}: holds a number of too many digits; shorten it") from error


def _complaint(error: ValidationError, remedies: Mapping[str, str]) -> str:
    """Return the first fault and its place, such as ``waiver 2 reason is missing``."""
    first = error.errors()[0]
    where = " ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    words = {**REMEDIES, **remedies}.get(first["type"], f"is wrong: {first['msg']}")
    return f"{where if len(where) <= SHOWN else where[:SHOWN] + '…'} {words}"
