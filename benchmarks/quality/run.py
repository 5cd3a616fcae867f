"""Auditing many rows, in several processes, with what was kept of former runs."""

import multiprocessing
from collections.abc import Iterator, Sequence
from itertools import groupby
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from auditor.model.rule import Rule
from benchmarks.quality.kept import keeping
from benchmarks.quality.outcomes import Outcome, outcome
from benchmarks.quality.rows import Row


def outcomes(
    rows: Sequence[Row], rules: Sequence[Rule], folder: Path | None, processes: int
) -> Iterator[Outcome]:
    """Yield the outcome of each row, source by source, rows in their order.

    Args:
        rows: those of one source stand together.
        rules: those that may mark something.
        folder: where parses and readings are kept, None for this run alone.
        processes: how many audit side by side.
    """
    with TemporaryDirectory() as place:
        for _, group in groupby(rows, key=lambda row: row.source):
            keep = folder or Path(place)
            yield from _in_turn(list(_side_by_side(list(group), rules, keep, processes)))


def _side_by_side(
    rows: Sequence[Row], rules: Sequence[Rule], folder: Path, processes: int
) -> Iterator[list[Outcome]]:
    """Yield what each process made of its share: rows one after the other by turns."""
    fork = multiprocessing.get_context("fork")
    pipes = []
    for n in range(processes):
        here, there = multiprocessing.Pipe(duplex=False)
        share = rows[n::processes]
        fork.Process(target=_work, args=(there, share, rules, folder), daemon=True).start()
        there.close()
        pipes.append(here)
    for pipe in pipes:
        yield pipe.recv()


def _work(pipe: Connection, rows: Sequence[Row], rules: Sequence[Rule], folder: Path) -> None:
    remembers = keeping(folder)
    pipe.send([outcome(row, rules, remembers) for row in rows])


def _in_turn(shares: Sequence[Sequence[Outcome]]) -> Iterator[Outcome]:
    """Yield what stands first in each share, then what stands second, and so on."""
    for n in range(max(map(len, shares), default=0)):
        yield from (share[n] for share in shares if n < len(share))
