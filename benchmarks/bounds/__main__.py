"""Measure what texts of hostile shapes cost: ``python -m benchmarks.bounds [--only SHAPE]``.

Each shape of `shapes.py` is audited by rules alone as the article, as the reference and as both
(half of the size each), in four sizes and in three formats of the report, each time in a process of
its own that begins with everything loaded. Printed is a Markdown table: processor seconds at the
largest size, the largest exponent between sizes, the peak of memory, and what the audit reported as
not looked at. Exit status 1 where a row passes a bound.
"""

import argparse
import math
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path

from auditor.api import Auditor
from auditor.errors import AuditError
from auditor.render.formats import render
from benchmarks.bounds.shapes import ORDINARY, SHAPES, Shape

SIZES = (12_500, 25_000, 50_000, 100_000)
SIDES = ("article", "reference", "both")

MOST_SECONDS = 10.0
"""What an audit of the largest size may take besides start-up."""

MOST_MEGABYTES = 1000.0
"""What it may take of memory, the language model included."""

MOST_ADDRESSED = 6_000_000_000
"""Bytes of address space of a run: what would take more fails instead of filling the machine."""

FORMATS = ("text", "html", "json")

LEAST_TIMED = 0.25
"""Seconds below which two sizes are not compared: noise is too large a part of them. A guess."""


@dataclass(frozen=True, slots=True)
class Run:
    """One audit.

    Attributes:
        seconds: without start-up; infinite where it did not end in time or failed.
        megabytes: at most held at a time, start-up included.
        said: what was not looked at, or how it failed.
    """

    seconds: float
    megabytes: float
    said: str


def main() -> int:
    """Print the table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bounds", description=__doc__)
    parser.add_argument("--only", nargs="+", default=list(SHAPES), metavar="SHAPE")
    parser.add_argument("--sides", nargs="+", default=SIDES, choices=SIDES)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="bytes")
    parser.add_argument(
        "--limit", type=float, default=60.0, help="processor seconds for each audit"
    )
    asked = parser.parse_args()
    auditor = Auditor(model=False)
    with tempfile.TemporaryDirectory() as name:
        _audit(auditor, *_files(Path(name), Shape(lambda: iter(())), 0, "neither"))
    print(f"Start-up takes {time.process_time():.1f} s and {_megabytes():.0f} MB.\n")
    print("| shape | side | seconds | exponent | MB | not looked at |")
    print("|---|---|---|---|---|---|")
    passed = 0
    for name in asked.only:
        for side in asked.sides:
            runs = list(_runs(auditor, SHAPES[name], side, asked))
            passed += _passes(runs[-1])
            print(_row(name, side, runs, asked.sizes), flush=True)
    print(f"\n{passed} rows pass {MOST_SECONDS:g} s or {MOST_MEGABYTES:g} MB")
    return 1 if passed else 0


def _audit(auditor: Auditor, article: Path, reference: Path) -> str:
    """Audit and write all reports; return what was not looked at."""
    try:
        audit = auditor.audit(article, [reference]).audit
    except AuditError as error:
        return str(error)
    for format_ in FORMATS:
        render(format_, audit)
    return "; ".join(problem.reason for problem in audit.problems)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _passes(run: Run) -> bool:
    return run.seconds > MOST_SECONDS or run.megabytes > MOST_MEGABYTES


def _runs(auditor: Auditor, shape: Shape, side: str, asked: argparse.Namespace) -> Iterator[Run]:
    """Yield a run for each size, up to the first that does not end."""
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as name:
            run = _run(auditor, *_files(Path(name), shape, size, side), asked.limit)
        yield run
        if math.isinf(run.seconds):
            return


def _files(folder: Path, shape: Shape, size: int, side: str) -> tuple[Path, Path]:
    """Write the article and the reference, which never are the same file."""
    text = shape.text(size // 2 if side == "both" else size)
    article, reference = folder / "article.txt", folder / "reference.txt"
    article.write_text(ORDINARY, encoding="utf-8")
    reference.write_text(ORDINARY + "\n", encoding="utf-8")
    if side in {"article", "both"}:
        article = article.with_suffix(shape.suffix)
        article.write_text(text, encoding="utf-8")
    if side in {"reference", "both"}:
        reference = reference.with_suffix(shape.suffix)
        reference.write_text(text + "\n", encoding="utf-8")
    return article, reference


def _run(auditor: Auditor, article: Path, reference: Path, limit: float) -> Run:
    """Audit in a process of its own, which begins with everything loaded."""
    here, there = multiprocessing.Pipe(duplex=False)
    fork = multiprocessing.get_context("fork")
    child = fork.Process(target=_measure, args=(there, auditor, article, reference, limit))
    child.start()
    there.close()
    try:
        run: Run = here.recv()
    except EOFError:  # it was ended
        run = _unended(f"does not end within {limit:g} s")
    child.join()
    return run


def _unended(said: str) -> Run:
    return Run(math.inf, math.nan, said)


def _measure(
    there: Connection, auditor: Auditor, article: Path, reference: Path, limit: float
) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSED, MOST_ADDRESSED))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit), math.ceil(limit) + 1))
    began = time.process_time()
    try:
        said = _audit(auditor, article, reference)
    except Exception as error:  # a row of the table must say so
        there.send(_unended(f"{type(error).__name__}: {error}"))
        return
    there.send(Run(time.process_time() - began, _megabytes(), said))


def _row(name: str, side: str, runs: Sequence[Run], sizes: Sequence[int]) -> str:
    last = runs[-1]
    steps = [
        math.log(after.seconds / before.seconds) / math.log(larger / size)
        for (before, after), (size, larger) in zip(pairwise(runs), pairwise(sizes), strict=False)
        if LEAST_TIMED < after.seconds < math.inf
    ]
    exponent = f"{max(steps):.1f}" if steps else ""
    cells = (name, side, f"{last.seconds:.1f}", exponent)
    return f"| {' | '.join(cells)} | {last.megabytes:.0f} | {last.said.replace('|', '/')[:120]} |"


if __name__ == "__main__":
    sys.exit(main())
