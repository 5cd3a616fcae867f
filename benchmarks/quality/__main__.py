"""Score every labelled text: ``python -m benchmarks.quality [--others FOLDER] [--check | --pin]``.

Our own stories, twins and pairs always take part; `--others` names a folder with bundles, stories,
cases and sets of claims (`others.py`). Printed are two Markdown tables. `--check` compares with
``tests/quality.toml`` and ends in 1 where a figure sank beyond chance; `--pin` writes it anew.
`--precision` writes how many marks of each rule were right into ``rules/*.toml``.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from auditor.knowledge.rules import load_rules
from benchmarks.pairs.pairs import PARTS
from benchmarks.quality import altered, others, ours, pinned, precision
from benchmarks.quality.figures import figures, table
from benchmarks.quality.listed import listed
from benchmarks.quality.rows import Row
from benchmarks.quality.run import outcomes


def main() -> None:
    """Read the arguments, audit, print, compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--others", type=Path, help="folder of material that is not ours")
    parser.add_argument("--keep", type=Path, help="folder where parses and readings are kept")
    parser.add_argument("--only", nargs="+", metavar="SOURCE", help="sources that take part")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("-v", "--verbose", action="store_true", help="list wrong marks and misses")
    parser.add_argument("--precision", action="store_true", help="write it into the rules' files")
    said = parser.add_mutually_exclusive_group()
    said.add_argument("--check", action="store_true")
    said.add_argument("--pin", action="store_true")
    given = parser.parse_args()
    rows = [row for row in material(given.others) if not given.only or row.source in given.only]
    began = time.monotonic()
    made = tuple(outcomes(rows, load_rules(), given.keep, given.processes))
    print(f"{len(rows)} rows, {time.monotonic() - began:.0f} s\n")
    counted = figures(made)
    print(table(counted))
    if given.verbose:
        for line in listed(rows, made):
            print(line)
    pins = pinned.pins(rows, counted)
    if given.precision:
        precision.write(counted)
    if given.pin:
        pinned.write(pins)
    if given.check:
        sunk = tuple(pinned.sunk(pinned.read(), pins))
        print("\n".join(("", *sunk)) if sunk else "\nNothing sank beyond chance.")
        sys.exit(bool(sunk))


def material(folder: Path | None) -> Iterator[Row]:
    """Yield all rows, those of one source together."""
    yield from ours.stories("develop")
    yield from ours.stories("gate")
    yield from ours.twins("dev")
    yield from ours.twins("test")
    for part in PARTS:
        yield from ours.pairs(part)
    if folder is not None:
        yield from others.bundles(folder)
        yield from others.stories(folder)
        yield from others.cases(folder)
        claims = tuple(others.claims(folder))
        yield from claims
        yield from altered.rows(claims)


if __name__ == "__main__":
    main()
