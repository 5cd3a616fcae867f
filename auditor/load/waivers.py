"""Reading waiver files (``reports/README.md``): signed decisions, or an error that says what."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from auditor.model.waiver import Decision, Waiver
from auditor.resources import read_table

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True)]
Fingerprint = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]
Passage = Annotated[str, StringConstraints(pattern="^[0-9a-f]{16}$")]

REMEDIES = {
    "extra_forbidden": "is no key of a waiver file; see reports/README.md",
    "string_pattern_mismatch": "must be hexadecimal digits: 32 of a fingerprint, 16 of a passage",
}
"""What is wrong in the words of this file, by the parser's word for it."""


class _WaiverTable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    fingerprint: Fingerprint
    decision: Literal["accepted", "dismissed"]
    reason: Reason = ""
    initials: Words
    decided: date
    until: date | None = None
    article: str = ""
    rule: str = ""
    text: str = ""
    sentence: str = ""
    expected: str = ""
    passages: list[Passage] | None = None


class _WaiverFile(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    version: Literal[1]
    article: str = ""
    article_sha256: str = ""
    waiver: list[_WaiverTable] = []


def load_waivers(paths: Iterable[Path], article: Path | None = None) -> tuple[Waiver, ...]:
    """Return the waivers of all files, one a fingerprint: the later decided, then the later read.

    Args:
        paths: the files.
        article: what is audited; a waiver that names an article itself (and not its file, for all
            that are in it) is for that one alone. None for the waivers of all articles.

    Raises:
        AuditError: naming the first file that is no waiver file, and what to mend in it.
    """
    latest: dict[str, Waiver] = {}
    for path in paths:
        for waiver in _waivers(path, article):
            known = latest.get(waiver.fingerprint)
            if known is None or _signed(known) <= _signed(waiver):
                latest[waiver.fingerprint] = waiver
    return tuple(latest.values())


def load_waiver_file(path: Path) -> tuple[Waiver, ...]:
    """Return every waiver of one file in its order, whatever article it is for.

    Raises:
        AuditError: if it is no waiver file, naming what to mend in it.
    """
    return tuple(_waivers(path, None))


def _signed(waiver: Waiver) -> date:
    return waiver.decided or date.min


def is_for(article: Path, file: Path, named: str) -> bool:
    """Tell whether a waiver names an article, whose path counts from the folder of its file."""
    return os.path.realpath(file.parent / named) == os.path.realpath(article)


def _waivers(path: Path, article: Path | None) -> Iterator[Waiver]:
    file = read_table(path, _WaiverFile, REMEDIES)
    for table in file.waiver:
        if article is None or not table.article or is_for(article, path, table.article):
            yield Waiver(
                fingerprint=table.fingerprint,
                decision=Decision(table.decision),
                reason=table.reason,
                initials=table.initials,
                decided=table.decided,
                article=table.article or file.article,
                rule=table.rule,
                text=table.text,
                sentence=table.sentence,
                expected=table.expected,
                passages=None if table.passages is None else tuple(table.passages),
                until=table.until,
            )
