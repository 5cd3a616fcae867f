"""The waivers of a repository, written one a line, so that those of two branches merge."""

import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from auditor.errors import AuditError, Unwritten
from auditor.knowledge.acting import on_one_line
from auditor.model.waiver import Waiver
from auditor.render.safe import escaped_json
from auditor.write.files import write_whole

HEAD = """\
# Findings that an editor has decided to let stand; `audit waivers` shows them.
# One a line and sorted, so that two branches merge. Comments are not kept.
version = 1
waiver = [
"""
"""How the file begins."""

UNION = "audit.waivers.toml merge=union"
"""The line of ``.gitattributes`` by which git merges two branches that each add a waiver."""


def write_waivers(path: Path, waivers: Iterable[Waiver]) -> None:
    """Write a waiver file whole, its lines sorted by fingerprint.

    Raises:
        AuditError: naming the file and what to mend; what stood there before stands there still.
    """
    try:
        write_whole(path, waiver_file(waivers))
    except Unwritten as error:
        raise AuditError(f"{path}: is no plain file that you may write; mend that first") from error


def waiver_file(waivers: Iterable[Waiver]) -> str:
    """Return what a waiver file holds, the same for the same waivers in any order."""
    return "".join((HEAD, *(f"{line},\n" for line in sorted(set(map(_line, waivers)))), "]\n"))


def path_in(file: Path, article: Path) -> str:
    """Return an article's path as a waiver file names it: from its own folder, with slashes."""
    return Path(
        os.path.relpath(os.path.realpath(article), os.path.realpath(file.parent))
    ).as_posix()


def _line(waiver: Waiver) -> str:
    pairs = {
        "fingerprint": waiver.fingerprint,
        "article": waiver.article,
        "rule": waiver.rule,
        "text": waiver.text,
        "decision": waiver.decision.value,
        "reason": waiver.reason,
        "initials": waiver.initials,
        "decided": waiver.decided,
        "until": waiver.until,
        "expected": waiver.expected,
        "passages": waiver.passages,
        "sentence": waiver.sentence,
    }
    told = (f"{key} = {_value(value)}" for key, value in pairs.items() if value not in (None, ""))
    return f"{{ {', '.join(told)} }}"


def _value(value: str | date | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, date):
        return value.isoformat()
    return f"[{', '.join(map(_quoted, value))}]"


def _quoted(text: str) -> str:
    """Return a TOML string: JSON's escapes are TOML's, but for halves of a character.

    Raises:
        AuditError: if the text holds such a half, as names of files that are no UTF-8 do.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        shown = on_one_line(text)
        raise AuditError(f"{shown}: is not UTF-8, as a waiver file must be; rename it") from error
    return escaped_json(json.dumps(text, ensure_ascii=False))
