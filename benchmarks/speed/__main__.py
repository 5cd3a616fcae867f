"""Time the audit of one story: ``python -m benchmarks.speed STORY --runs 5 [--against CHECKOUT]``.

STORY holds ``article.txt`` and ``refs/``. Printed are two Markdown tables of medians: what each
stage takes (`stages.py`), and what an audit takes cold, that is as a command in a process of its
own without cache, and warm, that is as the second audit of a process; both with the entailment
model and by rules alone. With `--against` another checkout of the repository, whose packages are
installed here, takes turns, so that whatever else the machine does befalls both, and the ratio to
it is printed.
"""

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.fresh_python import AUDIT, HERE, python

STAGES = Path(__file__).with_name("stages.py")
WARM = """
import sys
from time import perf_counter, process_time
from auditor import Auditor
auditor = Auditor(model=sys.argv[2] == "model")
story = sys.argv[1]
for _ in range(2):
    clock, processor = perf_counter(), process_time()
    auditor.audit(f"{story}/article.txt", [f"{story}/refs"]).render("html")
print(perf_counter() - clock, process_time() - processor)
"""

Taken = tuple[float, float]
"""Seconds by the clock and seconds of the processor."""


def main() -> None:
    """Read the arguments, run, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--against", type=Path, help="another checkout")
    asked = parser.parse_args()
    checkouts = (HERE, *([asked.against.resolve()] if asked.against else []))
    stages: defaultdict[str, list[Taken]] = defaultdict(list)
    audits: defaultdict[tuple[str, Path], list[Taken]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as place:
        for run in range(asked.runs + 1):  # the first compiles the bytecode and is not counted
            timed = _stages(asked.story.resolve(), Path(place))
            every = _audits(asked.story.resolve(), Path(place), checkouts)
            for name, taken in timed.items() if run else ():
                stages[name].append(taken)
            for key, taken in every.items() if run else ():
                audits[key].append(taken)
    _tell_stages(stages)
    _tell_audits(audits, checkouts)


def _tell_stages(stages: Mapping[str, Sequence[Taken]]) -> None:
    medians = {name: _median(runs) for name, runs in stages.items()}
    whole = sum(processor for _, processor in medians.values())
    print("| stage | seconds | processor seconds | share |\n|---|---|---|---|")
    for name, (clock, processor) in medians.items():
        print(f"| {name} | {clock:.2f} | {processor:.2f} | {processor / whole:.2f} |")


def _tell_audits(
    audits: Mapping[tuple[str, Path], Sequence[Taken]], checkouts: Sequence[Path]
) -> None:
    print("\n| audit | seconds | processor seconds | to the other | by processor |")
    print("|---|---|---|---|---|")
    for name in dict.fromkeys(name for name, _ in audits):
        clock, processor = _median(audits[name, HERE])
        ratios = "– | –"
        if len(checkouts) > 1:
            other = _median(audits[name, checkouts[1]])
            ratios = f"{clock / other[0]:.2f} | {processor / other[1]:.2f}"
        print(f"| {name} | {clock:.2f} | {processor:.2f} | {ratios} |")


def _median(runs: Sequence[Taken]) -> Taken:
    return median(clock for clock, _ in runs), median(processor for _, processor in runs)


def _stages(story: Path, place: Path) -> dict[str, Taken]:
    told = json.loads(python(place, str(STAGES), str(story)).printed)
    return {name: (clock, processor) for name, (clock, processor) in told.items()}


def _audits(story: Path, place: Path, checkouts: Sequence[Path]) -> dict[tuple[str, Path], Taken]:
    """Return what each kind of audit takes in each checkout, one after the other by turns."""
    taken: dict[tuple[str, Path], Taken] = {}
    for name, options in (("cold", ()), ("cold, rules alone", ("--no-model",))):
        for checkout in checkouts:
            taken[name, checkout] = _cold(checkout, story, place, options)
    for name, model in (("warm", "model"), ("warm, rules alone", "none")):
        for checkout in checkouts:
            told = python(place, "-c", WARM, str(story), model, checkout=checkout)
            clock, processor = told.printed.split()
            taken[name, checkout] = float(clock), float(processor)
    return taken


def _cold(checkout: Path, story: Path, place: Path, options: Sequence[str]) -> Taken:
    report = ("--output", str(place / "report.html"), "--fail-on", "never", "--no-cache")
    article = (str(story / "article.txt"), "--refs", str(story / "refs"))
    told = python(place, "-c", AUDIT, *article, *report, *options, checkout=checkout)
    return told.clock, told.processor


if __name__ == "__main__":
    main()
