"""The marks and misses of a run in words, to look at; never those that only the gate may touch."""

from collections.abc import Iterator, Sequence

from benchmarks.quality.outcomes import LOUD, Judgement, Outcome
from benchmarks.quality.pinned import HIDDEN
from benchmarks.quality.rows import Row


def listed(rows: Sequence[Row], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield a line for each loud mark on what is borne out, and for each error that none is on."""
    for row, outcome in zip(rows, outcomes, strict=True):
        if row.source in HIDDEN:
            continue
        for mark in outcome.marks:
            if mark.judgement is Judgement.WRONG and mark.severity in LOUD:
                yield f"WRONG {row.source} {mark.at} {mark.rule} {mark.severity}: {mark.words}"
        for error, wrong in zip(outcome.found, row.wrong, strict=True):
            if not error.loud:
                words = row.article[wrong.start : wrong.end]
                yield f"MISS {row.source} {error.at} {error.kind}: {words}"
