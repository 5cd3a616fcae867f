"""Audit many stories: ``python -m benchmarks.batch --stories 200 [--no-model]``.

The stories are made from those of ``fixtures/``. Each run is the command in processes of its own,
without cache. Printed is a Markdown table: seconds, processor seconds of all, of the parent and of
the busiest worker, and what the machine had to do beside. Where it had much to do, seconds say
little; then the last column stands for them: the processor seconds of one worker by those that come
one after the other with several, the parent's and the busiest worker's. Then memory after 20, 100,
200 … stories, and what a killed worker cost. Exit status 1 where a run gives other bytes than the
first.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from time import monotonic, sleep

from benchmarks import fresh_python
from benchmarks.batch.stories import write_stories

HERE = Path(__file__).resolve().parents[2]
SOURCES = (HERE / "fixtures/stories/develop", HERE / "fixtures/cases")
AUDIT = (sys.executable, "-c", fresh_python.AUDIT)
MARKS = (20, 50, 100, 150, 200, 500, 1_000)
"""Stories after which memory is told."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: how long, how much, and what it left.

    Attributes:
        spent: processor seconds of all processes; `parent` of the first of them, `worker` of the
            busiest other.
        memory: after so many stories, MB of the parent and of its largest worker.
        killed: how many workers were killed.
        load: processes that wanted a processor when it began and when it ended.
    """

    seconds: float
    spent: float
    parent: float
    worker: float
    memory: dict[int, tuple[float, float]]
    killed: int
    load: tuple[float, float]
    record: bytes


def main() -> None:
    """Read the arguments, run, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--singles", type=int, default=20, help="audits each by itself")
    parser.add_argument("--no-model", action="store_true")
    asked = parser.parse_args()
    options = ("--no-cache", *(("--no-model",) if asked.no_model else ()))
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        write_stories(SOURCES, asked.stories, root / "stories")
        sys.exit(_told(root, asked.stories, asked.singles, options))


def _told(root: Path, stories: int, singles: int, options: Sequence[str]) -> int:
    cores = len(os.sched_getaffinity(0))
    runs = {
        "1 worker": _run(root, 1, options),
        f"{cores} workers": _run(root, cores, options),
        f"{cores} workers, one killed": _run(root, cores, options, kill=1),
    }
    alone = _singles(root, singles, options)
    first, every = runs["1 worker"], runs[f"{cores} workers"]
    print(f"| {stories} stories | seconds | times as fast | processor seconds | parent | busiest "
          "worker | load | by processor seconds |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|")
    for name, run in runs.items():
        load = " to ".join(f"{one:.1f}" for one in run.load)
        print(
            f"| {name} | {run.seconds:.0f} | {first.seconds / run.seconds:.2f} | {run.spent:.0f} "
            f"| {run.parent:.0f} | {run.worker:.0f} | {load} "
            f"| {first.spent / (run.parent + run.worker):.2f} |"
        )
    share = (every.parent + every.worker) / (alone * stories / cores)
    print(
        f"\nA single audit takes {alone:.2f} processor seconds (mean of {singles}); all stories by"
    )
    print(f"{cores} workers take {share:.2f} of {stories} single audits / {cores}.\n")
    print("| after stories | parent, MB | largest worker, MB |\n|---|---|---|")
    for mark, (parent, worker) in every.memory.items():
        print(f"| {mark} | {parent:.0f} | {worker:.0f} |")
    differ = [name for name, run in runs.items() if run.record != first.record]
    print(f"\nOther bytes than the first: {', '.join(differ) or 'none'}.")
    return bool(differ)


def _run(root: Path, workers: int, options: Sequence[str], kill: int = 0) -> Run:
    """Audit all stories in a new folder, and kill `kill` workers when a quarter is done."""
    into = root / "audit-out" / f"run{len(list((root / 'audit-out').glob('*')))}"
    began, before = monotonic(), os.times()
    load = os.getloadavg()[0]
    process = subprocess.Popen(  # noqa: S603 -- our own command
        [*AUDIT, "batch", "stories", "--into", str(into), "--workers", str(workers), *options],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(HERE)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    record = into / "stories.jsonl"
    memory: dict[int, tuple[float, float]] = {}
    taken: dict[int, float] = {}
    total, killed = sum(1 for _ in root.glob("stories/*/*")), 0
    while process.poll() is None:
        sleep(0.1)
        done = record.read_bytes().count(b"\n") if record.is_file() else 0
        children = _children(process.pid)
        taken |= {one: seen for one in (process.pid, *children) if (seen := _taken(one))}
        for mark in MARKS:
            if done >= mark and mark not in memory and children:
                memory[mark] = _resident(process.pid), max(map(_resident, children))
        if killed < kill and done >= total // 4 and children:
            with suppress(ProcessLookupError):
                os.kill(children[0], signal.SIGKILL)
                killed += 1
    after = os.times()
    parent = taken.pop(process.pid)
    return Run(
        seconds=monotonic() - began,
        spent=sum(after[2:4]) - sum(before[2:4]),
        parent=parent,
        worker=max(taken.values(), default=0.0),
        memory=memory,
        killed=killed,
        load=(load, os.getloadavg()[0]),
        record=record.read_bytes(),
    )


def _singles(root: Path, number: int, options: Sequence[str]) -> float:
    """Return the mean processor seconds of an audit by itself, of stories spread over all."""
    articles = sorted(root.glob("stories/*/*/article.txt"))
    taken = []
    for article in articles[:: max(1, len(articles) // number)][:number]:
        before = os.times()
        subprocess.run(  # noqa: S603 -- our own command
            [*AUDIT, str(article), "--output", str(root / "single.html"), *options],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(HERE)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        taken.append(sum(os.times()[2:4]) - sum(before[2:4]))
    return mean(taken)


def _children(parent: int) -> list[int]:
    """Return the processes that audit: those with children of their own are none."""
    told = Path(f"/proc/{parent}/task/{parent}/children")
    with suppress(OSError):
        return [int(one) for one in told.read_text().split() if _resident(int(one)) > 50]
    return []


def _taken(process: int) -> float:
    """Return the processor seconds that a process took so far; 0 where it is gone."""
    with suppress(OSError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _resident(process: int) -> float:
    """Return how much memory a process holds, in MB; 0 where it is gone."""
    with suppress(OSError, StopIteration):
        rows = Path(f"/proc/{process}/status").read_text().splitlines()
        return int(next(row for row in rows if row.startswith("VmRSS:")).split()[1]) / 1_000
    return 0.0


if __name__ == "__main__":
    main()
