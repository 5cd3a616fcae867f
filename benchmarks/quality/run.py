"""Auditing many rows, in several processes, with what was kept of former runs."""

import multiprocessing
from collections.abc import Iterator, Sequence
from itertools import groupby
from multiprocessing.connection import Connection
from pathlib import Path

from auditor.evidence import entailment
from auditor.model.rule import Rule
from benchmarks.quality import kept as keeping
from benchmarks.quality.kept import Kept, KeptReader
from benchmarks.quality.outcomes import Outcome, outcome
from benchmarks.quality.rows import Row


def outcomes(
    rows: Sequence[Row], rules: Sequence[Rule], folder: Path | None, processes: int
) -> Iterator[Outcome]:
    """Yield the outcome of each row, source by source, rows in their order.

    Args:
        rows: those of one source stand together.
        rules: those that may mark something.
        folder: where parses and readings are kept, None for nowhere.
        processes: how many audit side by side.
    """
    digest = entailment.load().digest
    for source, group in groupby(rows, key=lambda row: row.source):
        known = keeping.load(folder, source, digest)
        done = list(_side_by_side(list(group), rules, digest, known, processes))
        new = Kept()
        for _, made in done:
            new.update(made)
        if folder is not None and (new.texts or new.readings):
            known.update(new)
            keeping.save(folder, source, digest, known)
        yield from _in_turn([outs for outs, _ in done])


def _side_by_side(
    rows: Sequence[Row], rules: Sequence[Rule], digest: str, known: Kept, processes: int
) -> Iterator[tuple[list[Outcome], Kept]]:
    """Yield what each process made of its share: rows one after the other by turns."""
    fork = multiprocessing.get_context("fork")
    pipes = []
    for n in range(processes):
        here, there = multiprocessing.Pipe(duplex=False)
        share = rows[n::processes]
        fork.Process(target=_work, args=(there, share, rules, digest, known), daemon=True).start()
        there.close()
        pipes.append(here)
    for pipe in pipes:
        yield pipe.recv()


def _work(
    pipe: Connection, rows: Sequence[Row], rules: Sequence[Rule], digest: str, known: Kept
) -> None:
    mine = Kept(dict(known.texts), dict(known.readings))
    entailment.load.cache_clear()  # a session of another process does not run here
    reader = KeptReader(digest, entailment.load, mine)
    made = [outcome(row, rules, reader, mine) for row in rows]
    pipe.send((made, mine.beyond(known)))


def _in_turn(shares: Sequence[Sequence[Outcome]]) -> Iterator[Outcome]:
    """Yield what stands first in each share, then what stands second, and so on."""
    for n in range(max(map(len, shares), default=0)):
        yield from (share[n] for share in shares if n < len(share))
