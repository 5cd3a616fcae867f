"""Reading waiver files (``reports/README.md``): signed decisions, or an error that says what."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from auditor.model.waiver import Decision, Waiver
from auditor.resources import read_table

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Fingerprint = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]

REMEDIES = {
    "extra_forbidden": "is no key of a waiver file; see reports/README.md",
    "string_pattern_mismatch": "must be 32 hexadecimal digits, as in the report",
}
"""What is wrong in the words of this file, by the parser's word for it."""


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
    file = read_table(path, _WaiverFile, REMEDIES)
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
