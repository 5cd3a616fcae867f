"""Waivers of an article's findings, put on record."""

from collections.abc import Sequence
from pathlib import Path

from auditor.judge.signing import Signed, named, signed
from auditor.load.record_of_waivers import record
from auditor.load.waivers import is_for, load_waiver_file
from auditor.model.audit import Audit
from auditor.model.listed import Listed
from auditor.write.waiver_file import path_in, write_waivers


def sign_off(
    article: Path, keys: Sequence[str], report: Audit, signature: Signed
) -> tuple[Path, tuple[Listed, ...]]:
    """Add the waivers of an article's findings to the record; return its file and the findings.

    Args:
        article: its path.
        keys: the findings' numbers, or the first digits of their fingerprints.
        report: what was found.
        signature: who lets them stand, and why.

    Raises:
        AuditError: if a key names none or several, or the file cannot be read or written.
    """
    items = tuple(named(report, key) for key in keys)
    file = record(article)
    before = load_waiver_file(file) if file.exists() else ()
    own = [signed(report, item, signature, path_in(file, article)) for item in items]
    again = {waiver.fingerprint for waiver in own}
    kept = [
        waiver
        for waiver in before
        if waiver.fingerprint not in again or not is_for(article, file, waiver.article)
    ]
    write_waivers(file, [*kept, *own])
    return file, items
