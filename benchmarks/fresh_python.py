"""A Python of its own for a measurement: what it prints and what it takes."""

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

HERE = Path(__file__).resolve().parents[1]
"""The checkout that the benchmarks belong to."""

AUDIT = "from auditor.cli import main; main()"
"""The command, as code: a checkout that is not installed has none."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process printed, its seconds by the clock, and the processor's in all its threads."""

    printed: str
    clock: float
    processor: float


def python(place: Path, *arguments: str, checkout: Path = HERE, check: bool = True) -> Taken:
    """Run Python in a folder, with the package of a checkout.

    The cache of audits lies in the folder, bytecode in one that all runs of this process share: the
    first compiles for those that follow.

    Raises:
        SystemExit: where it failed and `check` asks that it does not.
    """
    environment = {
        **{name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(checkout),
        "PYTHONPYCACHEPREFIX": _bytecode().name,
        "AUDITOR_CACHE": str(place / "cache"),
    }
    clock, before = perf_counter(), _processor_seconds()
    told = subprocess.run(  # noqa: S603  # this Python, our own code
        [sys.executable, *arguments],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if check and told.returncode:
        sys.exit(f"{checkout}: {told.stderr}")
    return Taken(told.stdout, perf_counter() - clock, _processor_seconds() - before)


@cache
def _bytecode() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime
