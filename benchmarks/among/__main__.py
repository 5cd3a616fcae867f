"""Audit a story among other reports: ``python -m benchmarks.among OTHERS STORY... --counts 10 50``.

STORY holds ``article.txt`` and ``refs/``; OTHERS is a folder of reports on other things, of which
the first 10, the first 50 … are given as references too. Each audit is the command in a process of
its own. Printed is a Markdown table: processor seconds, how many of the references were read
closely, and how many marks differ from those beside the story's own references; below it the
exponent with which time grows with the number of references.
"""

import argparse
import json
import math
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.fresh_python import AUDIT, python


@dataclass(frozen=True, slots=True)
class Run:
    """One audit: `marks` are findings by rule and place."""

    references: int
    read: int
    seconds: float
    marks: Counter[tuple[str, int, int]]


def main() -> None:
    """Read the arguments, run, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("others", type=Path)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--counts", nargs="+", type=int, default=[10, 50, 200, 1000])
    parser.add_argument("--model", action="store_true", help="let the entailment model take part")
    options = parser.parse_args()
    others = sorted(path.resolve() for path in options.others.iterdir())
    print("| story | references | read closely | processor seconds | marks lost | marks more |")
    print("|---|---|---|---|---|---|")
    for story in options.stories:
        runs = [_audited(story, others[:count], options.model) for count in (0, *options.counts)]
        own = runs[0].marks
        for run in runs:
            lost, more = (own - run.marks).total(), (run.marks - own).total()
            print(
                f"| {story.name} | {run.references} | {run.read} | {run.seconds:.1f} "
                f"| {lost} of {own.total()} | {more} |",
                flush=True,
            )
        if len(runs) > 2:
            print(f"\n{story.name}: exponent {_exponent(runs[1], runs[-1]):.2f}\n", flush=True)


def _audited(story: Path, others: list[Path], model: bool) -> Run:
    with tempfile.TemporaryDirectory() as place:
        among = Path(place) / "among"
        among.mkdir()
        for path in others:
            (among / path.name).write_bytes(path.read_bytes())
        references = ["--refs", str(story.resolve() / "refs"), "--refs", str(among)]
        options = ["--no-cache", "--fail-on", "never", "--format", "json"]
        target = Path(place) / "report.json"
        options += ["--output", str(target), *([] if model else ["--no-model"])]
        article = str(story.resolve() / "article.txt")
        # Foreign references make the audit incomplete: its status says so.
        audit = ("-c", AUDIT, article, *references, *options)
        seconds = python(Path(place), *audit, check=False).processor
        report = json.loads(target.read_text(encoding="utf-8"))
    listed = report["references"]
    read = [one for one in listed if not one.get("searched")]
    return Run(len(listed), len(read), seconds, Counter(_marks(report)))


def _marks(report: dict[str, Any]) -> list[tuple[str, int, int]]:
    every = [*report["article_findings"]]
    every += [finding for sentence in report["sentences"] for finding in sentence["findings"]]
    return [(finding["rule"], finding["start"], finding["end"]) for finding in every]


def _exponent(small: Run, large: Run) -> float:
    return math.log(large.seconds / small.seconds) / math.log(large.references / small.references)


if __name__ == "__main__":
    main()
