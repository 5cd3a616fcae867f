"""Reading waiver files (``reports/README.md``): signed decisions, or an error that says what."""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from auditor.errors import AuditError
from auditor.model.waiver import Decision, Waiver

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Fingerprint = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]

REMEDIES = {
    "missing": "is missing",
    "extra_forbidden": "is no key of a waiver file; see reports/README.md",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "must be 32 hexadecimal digits, as in the report",
    "date_type": "must be a day without quotation marks, such as 2024-01-06",
}
"""What is wrong, by the parser's word for it; its own message stands in for other words."""


class _WaiverTable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    fingerprint: Fingerprint
    decision: Literal["accepted", "dismissed"]
    reason: Words
    initials: Words
    decided: date
    rule: str = ""
    text: str = ""
    sentence: str = ""


class _WaiverFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    version: Literal[1]
    article: str = ""
    article_sha256: str = ""
    waiver: list[_WaiverTable] = []


def load_waivers(paths: Iterable[Path]) -> tuple[Waiver, ...]:
    """Return the waivers of all files, one a fingerprint: the later decided, then the later read.

    Raises:
        AuditError: naming the first file that is no waiver file, and what to mend in it.
    """
    latest: dict[str, Waiver] = {}
    for path in paths:
        for waiver in _waivers(path):
            known = latest.get(waiver.fingerprint)
            if known is None or known.decided <= waiver.decided:
                latest[waiver.fingerprint] = waiver
    return tuple(latest.values())


def _waivers(path: Path) -> Iterator[Waiver]:
    file = _read(path)
    for table in file.waiver:
        yield Waiver(
            fingerprint=table.fingerprint,
            decision=Decision(table.decision),
            reason=table.reason,
            initials=table.initials,
            decided=table.decided,
            article=file.article,
            rule=table.rule,
            text=table.text,
        )


def _read(path: Path) -> _WaiverFile:
    try:
        return _WaiverFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise AuditError(f"{path}: cannot read the waivers: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise AuditError(f"{path}: is not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise AuditError(f"{path}: is not TOML: {error}") from error
    except ValidationError as error:
        raise AuditError(f"{path}: {_complaint(error)}") from error


def _complaint(error: ValidationError) -> str:
    """Return the first fault and its place, such as ``waiver 2 reason is missing``."""
    first = error.errors()[0]
    place = " ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    return f"{place} {REMEDIES.get(first['type'], 'is wrong: ' + first['msg'])}"
