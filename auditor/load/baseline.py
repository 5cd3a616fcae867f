"""Reading a baseline: the JSON reports of earlier runs, whose open findings are known."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

from auditor.errors import AuditError

MAX_BYTES = 200_000_000
"""Of one file: the reports of a thousand stories in one array."""

REMEDY = "name the JSON report of an earlier run (--format json), or a folder of such reports"


class _FindingRecord(BaseModel):
    fingerprint: str
    waived: dict[str, object] | None


class _SentenceRecord(BaseModel):
    findings: list[_FindingRecord]


class _ArticleRecord(BaseModel):
    path: str


class _ReportRecord(BaseModel):
    version: Literal[1] = Field(alias="schema")
    article: _ArticleRecord
    sentences: list[_SentenceRecord]
    article_findings: list[_FindingRecord]


def load_baseline(paths: Iterable[Path], article: str) -> frozenset[str]:
    """Return the fingerprints of an article's open findings in earlier reports.

    What was waived then is not among them: where its waiver is gone, it counts again. A report is
    of this article if one of both paths ends in the other.

    Raises:
        AuditError: naming what is no JSON report, and the remedy.
    """
    return frozenset(
        finding.fingerprint
        for path in paths
        for report in _reports(path)
        if _is_same(report.article.path, article)
        for finding in _findings(report)
        if finding.waived is None
    )


def _findings(report: _ReportRecord) -> Iterator[_FindingRecord]:
    yield from report.article_findings
    for sentence in report.sentences:
        yield from sentence.findings


def _is_same(one: str, other: str) -> bool:
    mine, theirs = _parts(one), _parts(other)
    fewest = min(len(mine), len(theirs))
    return fewest > 0 and mine[-fewest:] == theirs[-fewest:]


def _parts(path: str) -> Sequence[str]:
    return [part for part in PurePosixPath(os.path.normpath(path)).parts if part not in {"/", ".."}]


def baseline_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files, and those of folders, in the order of their names."""
    return tuple(
        file
        for path in paths
        for file in (sorted(path.glob("*.json")) if os.path.isdir(path) else [path])  # noqa: PTH112
    )


def _reports(path: Path) -> Iterator[_ReportRecord]:
    files = baseline_files([path])
    if not files:
        raise AuditError(f"{path}: holds no JSON report; {REMEDY}")
    for file in files:
        for value in _values(file):
            try:
                yield _ReportRecord.model_validate(value)
            except ValidationError as error:
                raise AuditError(f"{file}: is no report of auditor; {REMEDY}") from error


def _values(file: Path) -> Sequence[Any]:
    """Return what a file holds: one report, or an array of them."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in its name
        raise AuditError(f"{file}: cannot be read; {REMEDY}") from error
    if len(content) > MAX_BYTES:
        raise AuditError(f"{file}: is larger than {MAX_BYTES // 1_000_000} MB; {REMEDY}")
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise AuditError(f"{file}: is not JSON; {REMEDY}") from error
    return value if isinstance(value, list) else [value]
