"""What each guess earns: ``python -m benchmarks.quality.ablation --keep FOLDER [--others FOLDER]``.

Each guess of the package is moved (× .67 and × 1.5) alone, and all rows are audited anew as far as
it can matter; ``--rows N`` takes every Nth row where that is from the start. ``--factors 0 100``
switches it off either way instead. A line is printed for each move as soon as it is done: errors
that are found or lost, true sentences that are marked or left alone, by source. ``--into FILE``
keeps the lines, and goes on where a former run ended.
"""

import argparse
import json
import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from auditor.checks import checkers
from auditor.evidence.case import Case
from auditor.evidence.readings import with_readings
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.audit import Signature
from auditor.model.finding import Finding
from auditor.pipeline import concluded
from benchmarks.quality.__main__ import material
from benchmarks.quality.guesses import Guess, guesses, moved, reached
from benchmarks.quality.kept import Kept, keeping
from benchmarks.quality.outcomes import Outcome, case_of, judged
from benchmarks.quality.rows import Row

FACTORS = (0.67, 1.5)

RULES = tuple(load_rules())

NOBODY = Signature(auditor="", rules="", language="", model="", settings={})

BEFORE_CHECKS = (
    "auditor.checks.mentions",
    "auditor.evidence.align",
    "auditor.evidence.readings",
    "auditor.checks.names.entities.cluster",
    "auditor.checks.events.find.find",
)
"""Modules whose guesses change the case that all checkers look at."""

UNSEEN = ("auditor.load", "auditor.text", "auditor.language", "auditor.write", "auditor.render")
"""Packages that rows do not pass through again: their documents are plain text, parsed once."""

Change = dict[str, int]
"""Counts by what changed, as ``found twins dev`` and ``marked bundles``."""


@dataclass(frozen=True, slots=True)
class Move:
    """A guess moved by a factor."""

    guess: Guess
    factor: float

    def __str__(self) -> str:
        """Name it for a person and for the file of lines."""
        return f"{self.guess} × {self.factor}"


@dataclass(slots=True)
class Looked:
    """A row with all that was found in it, by checker."""

    row: Row
    case: Case
    found: dict[str, tuple[Finding, ...]]
    outcome: Outcome


def stages(guess: Guess) -> tuple[str, ...] | None:
    """Return the checkers that a guess may change, None where it may change what they look at."""
    if any(guess.module in reached(module) for module in BEFORE_CHECKS):
        return None
    return tuple(
        name for name in checkers() if guess.module in reached(f"auditor.checks.{name}.check")
    )


def changes(rows: Sequence[Looked], move: Move, every: int, kept: Kept) -> Change:
    """Return what a move changes in rows that were looked at."""
    names = stages(move.guess)
    changed: Counter[str] = Counter()
    with moved(move.guess, move.factor):
        for looked in rows if names is not None else rows[::every]:
            if names is None:
                case = _case(looked.row, kept)
                found = _found(case, tuple(checkers()))
            else:
                case, found = looked.case, {**looked.found, **_found(looked.case, names)}
            if found == looked.found and case is looked.case:
                continue
            changed.update(_between(looked.outcome, _outcome(looked.row, case, found)))
    return dict(changed)


def _between(old: Outcome, new: Outcome) -> Iterator[str]:
    """Yield what differs in two outcomes of a row."""
    for before, after in zip(old.found, new.found, strict=True):
        if before.loud != after.loud:
            yield f"{'found' if after.loud else 'lost'} {old.source}"
        elif before != after:
            yield f"told otherwise {old.source}"
    was = {sentence.at: sentence for sentence in old.faithful}
    for sentence in new.faithful:
        if sentence.loud != was[sentence.at].loud:
            yield f"{'marked' if sentence.loud else 'left'} {old.source}"
        elif sentence != was[sentence.at]:
            yield f"judged otherwise {old.source}"
    if set(old.marks) != set(new.marks):
        yield f"any {old.source}"


def _found(case: Case, names: Sequence[str]) -> dict[str, tuple[Finding, ...]]:
    return {name: tuple(checkers()[name].check(case, rules_of(RULES, name))) for name in names}


def _outcome(row: Row, case: Case, found: dict[str, tuple[Finding, ...]]) -> Outcome:
    every = [finding for findings in found.values() for finding in findings]
    return judged(row, concluded(case, every, (), NOBODY))


def _case(row: Row, kept: Kept) -> Case:
    """Return the case of a row, read by the model."""
    return with_readings(case_of(row, kept), kept.reader)


def _looked(row: Row, kept: Kept) -> Looked:
    """Return a row with what is found in it as things stand."""
    case = _case(row, kept)
    found = _found(case, tuple(checkers()))
    return Looked(row, case, found, _outcome(row, case, found))


def _work(
    pipe: Connection, rows: Sequence[Row], folder: Path, moves: Sequence[Move], every: int
) -> None:
    remembers = keeping(folder)
    looked = [_looked(row, remembers) for row in rows]
    for move in moves:
        pipe.send(changes(looked, move, every, remembers))


def main() -> None:
    """Read the arguments, move each guess, print what changes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--others", type=Path, help="folder of material that is not ours")
    parser.add_argument(
        "--keep", type=Path, required=True, help="folder where parses and readings are kept"
    )
    parser.add_argument("--only", nargs="+", default=[""], help="beginnings of paths of guesses")
    parser.add_argument("--factors", type=float, nargs="+", default=FACTORS, help="of each move")
    parser.add_argument("--rows", type=int, default=1, help="every Nth row from the start")
    parser.add_argument("--into", type=Path, help="file of lines, gone on with where it exists")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    done = set()
    if given.into and given.into.exists():
        done = {json.loads(line)["move"] for line in given.into.read_text().splitlines()}
    moves = [
        move
        for guess in guesses()
        if guess.is_movable
        and not guess.module.startswith(UNSEEN)
        and any(str(guess).startswith(only) for only in given.only)
        for move in (Move(guess, factor) for factor in given.factors)
        if str(move) not in done
    ]
    rows = list(material(given.others))
    for move, change in _side_by_side(rows, given.keep, moves, given.rows, given.processes):
        line = json.dumps({"move": str(move), "changes": change}, ensure_ascii=False)
        print(line, flush=True)
        if given.into:
            with given.into.open("a", encoding="utf-8") as lines:
                lines.write(line + "\n")


def _side_by_side(
    rows: Sequence[Row], folder: Path, moves: Sequence[Move], every: int, processes: int
) -> Iterator[tuple[Move, Change]]:
    """Yield each move with what it changes in all rows, each process looking at its share."""
    fork = multiprocessing.get_context("fork")
    pipes = []
    for n in range(processes):
        here, there = multiprocessing.Pipe(duplex=False)
        work = partial(_work, there, rows[n::processes], folder, moves, every)
        fork.Process(target=work, daemon=True).start()
        there.close()
        pipes.append(here)
    for move in moves:
        total: Counter[str] = Counter()
        for pipe in pipes:
            total.update(pipe.recv())
        yield move, dict(sorted(total.items()))


if __name__ == "__main__":
    main()
