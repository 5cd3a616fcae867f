"""Audit a story again after an edit: ``taskset -c 1 python -m benchmarks.again STORY --runs 5``.

STORY holds ``article.txt`` and ``refs/``. Each run is the command in a process of its own with the
entailment model, its bytecode compiled before. Printed is a Markdown table of processor seconds,
and of their share of an audit without cache: medians of runs that take turns, so that whatever else
the machine does befalls all alike. Exit status 1 where a report after an edit is not, byte for
byte, that of an audit without cache.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

AUDIT = "from auditor.cli import main; main()"
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
        (place / "article.txt").write_text(text, encoding="utf-8")
        taken["nothing kept yet"] = _audit(place, f"cache{run}")
        taken["nothing changed"] = _audit(place, f"cache{run}")
        (place / "article.txt").write_text(edited(text, run), encoding="utf-8")
        taken["a sentence edited"] = _audit(place, f"cache{run}")
        told = (place / "report.json").read_bytes()
        taken["without cache"] = _audit(place, f"cache{run}", "--no-cache")
        differ += told != (place / "report.json").read_bytes()
        taken["Python alone"] = _taken(place, "", "pass")
        taken["… and our modules"] = _taken(place, "", MODULES)
        taken["… and the parser, one text"] = _taken(place, "", PARSER)
        taken["… and the model, one pair"] = _taken(place, "", MODEL)
        for name, spent in taken.items() if run else ():
            seconds[name].append(spent)
    return seconds, differ


def edited(text: str, run: int) -> str:
    """Return the text with one more word in a sentence in its midst."""
    middle = text.index(". ", len(text) // 2)
    return f"{text[:middle]} number{run}{text[middle:]}"


def _audit(place: Path, cache: str, *options: str) -> float:
    return _taken(place, cache, AUDIT, "article.txt", *FORMATS, *options)


def _taken(place: Path, cache: str, code: str, *arguments: str) -> float:
    """Return the processor seconds of a Python program, those of all its threads."""
    environment = {
        **{name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONPYCACHEPREFIX": str(place / "bytecode"),
        "AUDITOR_CACHE": str(place / cache),
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603  # this Python, our own command
        [sys.executable, "-c", code, *arguments],
        cwd=place,
        env=environment,
        capture_output=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
