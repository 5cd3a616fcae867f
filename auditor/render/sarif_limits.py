"""What GitHub takes and shows of a SARIF file.

From docs.github.com, SARIF support for code scanning.
"""

import json
from collections.abc import Iterator, Sequence

from auditor.render.record import Record

MOST_RESULTS = 25_000
"""Of a run; a file with more is refused."""

RESULTS_SHOWN = 5_000
"""Of a run, the gravest first."""

LARGEST = 25_000_000
"""Characters of all results. 10 MB are taken, packed by gzip, which makes two fifths of a text at
most; of findings it makes a tenth."""

MOST_RELATED = 100
"""Passages of a result."""


def kept(results: Sequence[Record], ranks: Sequence[int]) -> tuple[int, ...]:
    """Return which results are taken, in order: those of the lowest rank where not all are."""
    taken, length = [], 0
    for n in sorted(range(len(results)), key=lambda n: (ranks[n], n))[:MOST_RESULTS]:
        length += len(json.dumps(results[n]))
        if length > LARGEST:
            break
        taken.append(n)
    return tuple(sorted(taken))


def told_limits(found: int, taken: int, shortened: int) -> Iterator[tuple[str, str]]:
    """Yield level and words for what is left out here or will be left out by GitHub.

    Args:
        found: how many findings there are.
        taken: how many of them are in the file.
        shortened: how many of them have more passages than are taken.
    """
    if taken < found:
        message = (
            f"{found - taken:,} of {found:,} findings are left out, the least grave: GitHub takes "
            f"{MOST_RESULTS:,} results and 10 MB. The JSON report has all."
        )
        yield "warning", message
    if taken > RESULTS_SHOWN:
        yield "note", f"GitHub shows the gravest {RESULTS_SHOWN:,} of these {taken:,} findings."
    if shortened:
        message = (
            f"{shortened:,} of {found:,} findings show their first {MOST_RELATED} passages alone. "
            "The JSON report has all."
        )
        yield "warning", message
