"""Audit a story again after an edit: ``taskset -c 1 python -m benchmarks.again STORY --runs 5``.

STORY holds ``article.txt`` and ``refs/``. Each run is the command in a process of its own with the
entailment model, its bytecode compiled before. Printed is a Markdown table of processor seconds,
and of their share of an audit without cache: medians of runs that take turns, so that whatever else
the machine does befalls all alike. Exit status 1 where a report after an edit is not, byte for
byte, that of an audit without cache.
"""

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmarks.fresh_python import AUDIT, python

MODULES = (
    "import auditor.cli, auditor.run, auditor.api; from auditor.checks import checkers; checkers()"
)
PARSER = "from auditor.language import parser; next(parser.parse(['It rained.'], [()], 99))"
MODEL = (
    "from auditor.evidence import entailment; entailment.load().read([('It rained.', 'It blew.')])"
)

FORMATS = ("--format", "json", "--output", "report.json", "--fail-on", "never")


def main() -> None:
    """Read the arguments, run, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        seconds, differ = _runs(Path(place), options.story.resolve(), options.runs)
    whole = median(seconds["without cache"])
    print("| run | processor seconds | share |\n|---|---|---|")
    for name, taken in seconds.items():
        print(f"| {name} | {median(taken):.2f} | {median(taken) / whole:.2f} |")
    print(f"\n{options.runs} edits, {differ} of them with other bytes than without cache")
    sys.exit(bool(differ))


def _runs(place: Path, story: Path, runs: int) -> tuple[dict[str, list[float]], int]:
    """Return the seconds of each kind of run, and how many edits gave other bytes."""
    (place / "refs").symlink_to(story / "refs")
    text = (story / "article.txt").read_text(encoding="utf-8")
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    differ = 0
    for run in range(runs + 1):  # the first compiles the bytecode and is not counted
        taken = {}
        shutil.rmtree(place / "cache", ignore_errors=True)
        (place / "article.txt").write_text(text, encoding="utf-8")
        taken["nothing kept yet"] = _audit(place)
        taken["nothing changed"] = _audit(place)
        (place / "article.txt").write_text(edited(text, run), encoding="utf-8")
        taken["a sentence edited"] = _audit(place)
        told = (place / "report.json").read_bytes()
        taken["without cache"] = _audit(place, "--no-cache")
        differ += told != (place / "report.json").read_bytes()
        taken["Python alone"] = python(place, "-c", "pass").processor
        taken["… and our modules"] = python(place, "-c", MODULES).processor
        taken["… and the parser, one text"] = python(place, "-c", PARSER).processor
        taken["… and the model, one pair"] = python(place, "-c", MODEL).processor
        for name, spent in taken.items() if run else ():
            seconds[name].append(spent)
    return seconds, differ


def edited(text: str, run: int) -> str:
    """Return the text with one more word in a sentence in its midst."""
    middle = text.index(". ", len(text) // 2)
    return f"{text[:middle]} number{run}{text[middle:]}"


def _audit(place: Path, *options: str) -> float:
    return python(place, "-c", AUDIT, "article.txt", *FORMATS, *options).processor


if __name__ == "__main__":
    main()
