"""``python -m benchmarks.events PATH... [--half develop] [--every 3] [--alone] [-v]``."""

import argparse
from collections import Counter
from pathlib import Path

from auditor.knowledge.rules import load_rules
from auditor.load import document_from_text
from auditor.model.finding import Finding
from auditor.model.words import Severity
from auditor.pipeline import audit
from benchmarks.events.articles import Article, Test, articles
from benchmarks.events.pairs import halves, pairs

OURS = ("events", "roles")
"""The checkers that look at events; ``--alone`` runs no others."""

RIGHT = {
    "name": {"name", "event", "role"},
    "namesake": {"name", "event", "role"},
    "stranger": {"name", "event", "role"},
    "place": {"place", "name", "event"},
    "date": {"date", "event"},
    "number": {"number", "event"},
    "role": {"role", "name"},
}
"""Categories that name an error of a kind."""


def main() -> None:
    """Print how many errors were marked and typed, by kind, and how many faithful sentences."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--half", choices=("develop", "report"), default="report")
    parser.add_argument("--every", type=int, default=1, help="take every n-th pair alone")
    parser.add_argument("--alone", action="store_true", help="run the checkers of events alone")
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    develop, report = halves(list(pairs(given.paths)))
    rules = [r for r in load_rules() if not given.alone or r.checker in OURS]
    counts: Counter[tuple[str, str]] = Counter()
    chosen = develop if given.half == "develop" else report
    for made in articles(chosen[:: given.every]):
        document = document_from_text("article", "article", made.text)
        references = [
            document_from_text(f"r{n}", f"{n}.txt", text)
            for n, text in enumerate(made.references, 1)
        ]
        found = audit(document, references, rules)
        loud = [
            finding
            for judged in found.sentences
            for finding in judged.findings
            if finding.severity is not Severity.NOTE
        ]
        for test in made.tests:
            _count(counts, made, test, loud, given.verbose)
    _print(counts)


def _count(
    counts: Counter[tuple[str, str]],
    made: Article,
    test: Test,
    loud: list[Finding],
    verbose: bool,
) -> None:
    start, end = test.wrong if test.what else (test.start, test.end)
    marks = [finding for finding in loud if finding.start < end and start < finding.end]
    what = test.what or "faithful"
    counts[what, "all"] += 1
    counts[what, "marked"] += bool(marks)
    counts[what, "typed"] += any(mark.category.value in RIGHT.get(what, ()) for mark in marks)
    if verbose and bool(marks) == (what == "faithful"):
        print(f"[{made.name}] {what} «{made.text[start:end] if test.what else ''}»", end=" ")
        print(made.text[test.start : test.end])
        for mark in marks:
            print(f"    {mark.rule} «{mark.text}» {mark.message}")


def _print(counts: Counter[tuple[str, str]]) -> None:
    kinds = sorted({what for what, _ in counts} - {"faithful"})
    for what in (*kinds, "faithful"):
        every = counts[what, "all"]
        print(f"{what:10} {every:5}  marked {counts[what, 'marked'] / max(1, every):.3f}", end="")
        typed = "" if what == "faithful" else f"  typed {counts[what, 'typed'] / max(1, every):.3f}"
        print(typed)
    total = sum(counts[what, "all"] for what in kinds)
    for count in ("marked", "typed"):
        share = sum(counts[what, count] for what in kinds) / max(1, total)
        print(f"errors {count} {share:.3f} of {total}")


if __name__ == "__main__":
    main()
