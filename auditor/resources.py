"""Data folders of the package (``rules``, ``reports``, ``weights``), and TOML of a known form."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from auditor.errors import AuditError

REMEDIES = {
    "missing": "is missing",
    "extra_forbidden": "is no key of this file",
    "string_too_short": "must not be empty",
    "date_type": "must be a day without quotation marks, such as 2024-01-06",
}
"""What is wrong, by the parser's word for it; its own message stands in for other words."""

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
        return form.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise AuditError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise AuditError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise AuditError(f"{path}: is not TOML: {error}") from error
    except ValidationError as error:
        raise AuditError(f"{path}: {_complaint(error, remedies or {})}") from error


def _complaint(error: ValidationError, remedies: Mapping[str, str]) -> str:
    """Return the first fault and its place, such as ``waiver 2 reason is missing``."""
    first = error.errors()[0]
    where = " ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    words = {**REMEDIES, **remedies}.get(first["type"], f"is wrong: {first['msg']}")
    return f"{where} {words}"
