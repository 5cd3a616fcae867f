"""What two versions of a page tell apart: title, date, and the lines of their text."""

from collections.abc import Iterator
from difflib import unified_diff

from auditor.model.document import Document

MOST_LINES = 4_000
"""Of a version; more are not compared line by line, which may take minutes. A guess."""


def told_changes(before: Document, now: Document) -> Iterator[str]:
    """Yield the lines that show what changed, as of a unified diff; none where nothing did."""
    for name, old, new in (
        ("title", before.title, now.title),
        ("date", before.published, now.published),
    ):
        if old != new:
            yield f"-{name}: {old or 'none'}"
            yield f"+{name}: {new or 'none'}"
    yield from _lines_apart(before.text.splitlines(), now.text.splitlines())


def _lines_apart(before: list[str], now: list[str]) -> Iterator[str]:
    if before == now:
        return
    if max(len(before), len(now)) > MOST_LINES:
        yield f"@@ its text, {len(before):,} lines before, {len(now):,} now @@"
        return
    told = unified_diff(before, now, n=1, lineterm="")
    yield from [*told][2:]  # without the names of the files, which are told above
