"""Measure what texts of hostile shapes cost: ``python -m benchmarks.bounds [--only SHAPE]``.

Each shape of `shapes.py` is audited by rules alone as the article, as the reference and as both,
in four sizes and in all formats of the report, each time in a process of its own. Printed is a
Markdown table: seconds at the largest size without start-up, the largest exponent between sizes,
the peak of memory, and what the audit reported as not looked at. Exit status 1 where a row passes
a bound.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.bounds.shapes import ORDINARY, SHAPES, Shape

HERE = Path(__file__).resolve().parents[2]
SIZES = (12_500, 25_000, 50_000, 100_000)
SIDES = ("article", "reference", "both")

MOST_SECONDS = 10.0
"""What an audit of the largest size may take besides start-up."""

MOST_MEGABYTES = 1000.0
"""What it may take of memory, the language model included."""

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

    start: float
    seconds: float
    megabytes: float
    said: str


def main() -> int:
    """Print the table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bounds", description=__doc__)
    parser.add_argument("--only", nargs="+", default=list(SHAPES), metavar="SHAPE")
    parser.add_argument("--sides", nargs="+", default=SIDES, choices=SIDES)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, help="bytes")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for each audit")
    asked = parser.parse_args()
    print("| shape | side | start-up s | seconds | exponent | MB | not looked at |")
    print("|---|---|---|---|---|---|---|")
    passed = 0
    for name in asked.only:
        for side in asked.sides:
            runs = list(_runs(SHAPES[name], side, asked.sizes, asked.limit))
            passed += _passes(runs[-1])
            print(_row(name, side, runs, asked.sizes), flush=True)
    print(f"\n{passed} rows pass {MOST_SECONDS:g} s or {MOST_MEGABYTES:g} MB")
    return 1 if passed else 0


def _passes(run: Run) -> bool:
    return run.seconds > MOST_SECONDS or run.megabytes > MOST_MEGABYTES


def _runs(shape: Shape, side: str, sizes: Sequence[int], limit: float) -> Iterator[Run]:
    """Yield a run for each size, up to the first that does not end."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            run = _run(*_files(Path(name), shape.text(size), shape.suffix, side), limit)
        yield run
        if math.isinf(run.seconds):
            return


def _files(folder: Path, text: str, suffix: str, side: str) -> tuple[Path, Path]:
    """Write the article and the reference, which never are the same file."""
    article, reference = folder / "article.txt", folder / "reference.txt"
    article.write_text(ORDINARY, encoding="utf-8")
    reference.write_text(ORDINARY + "\n", encoding="utf-8")
    if side != "reference":
        article = article.with_suffix(suffix)
        article.write_text(text, encoding="utf-8")
    if side != "article":
        reference = reference.with_suffix(suffix)
        reference.write_text(text + "\n", encoding="utf-8")
    return article, reference


def _run(article: Path, reference: Path, limit: float) -> Run:
    command = [sys.executable, "-m", "benchmarks.bounds.child", str(article), str(reference)]
    setting = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONHASHSEED": "0"}
    with subprocess.Popen(  # noqa: S603 -- our own command
        command, cwd=HERE, env=setting, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        stop = threading.Timer(limit, child.kill)
        stop.start()
        printed, errors = child.communicate()
        stop.cancel()
    return _measured(child.returncode, printed, errors, limit)


def _measured(status: int, printed: str, errors: str, limit: float) -> Run:
    if status < 0:
        return Run(math.nan, math.inf, math.nan, f"does not end within {limit:g} s")
    if status:
        return Run(math.nan, math.inf, math.nan, errors.strip().splitlines()[-1][:80])
    told = json.loads(printed)
    seconds = told["audit"] + told["render"]
    return Run(told["start"], seconds, told["megabytes"], "; ".join(told["problems"]))


def _row(name: str, side: str, runs: Sequence[Run], sizes: Sequence[int]) -> str:
    last = runs[-1]
    steps = [
        math.log(after.seconds / before.seconds) / math.log(larger / size)
        for (before, after), (size, larger) in zip(pairwise(runs), pairwise(sizes), strict=False)
        if LEAST_TIMED < after.seconds < math.inf
    ]
    exponent = f"{max(steps):.1f}" if steps else ""
    cells = (name, side, f"{last.start:.1f}", f"{last.seconds:.1f}", exponent)
    return f"| {' | '.join(cells)} | {last.megabytes:.0f} | {last.said.replace('|', '/')[:120]} |"


if __name__ == "__main__":
    sys.exit(main())
