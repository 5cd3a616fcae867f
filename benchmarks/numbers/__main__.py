"""Print the share of wrong figures flagged and of faithful rewordings flagged, by kind."""

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import TypeVar

from auditor.knowledge.rules import load_rules, rules_of
from benchmarks.numbers.claims import claim_trials, read_claims
from benchmarks.numbers.run import Trial, read_texts, trials

T = TypeVar("T")


def main() -> None:
    """Run the benchmark on gzipped JSON lines of texts, or of summaries with reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--half", choices=["dev", "test"], default="test", help="which texts")
    parser.add_argument("--limit", type=int, default=150, help="texts at most, evenly spaced")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="edits of texts whose kind holds this word")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the misses and alarms")
    parser.add_argument("--claims", action="store_true", help="paths hold summaries with reports")
    given = parser.parse_args()
    rules = rules_of(load_rules(), "numbers")
    if given.claims:
        claims = _some(list(read_claims(given.paths)), given)
        rows = list(claim_trials(claims, rules, given.seed))
    else:
        rows = list(
            trials(_some(list(read_texts(given.paths)), given), rules, given.seed, given.only)
        )
    _print(rows)
    _print_rules(rows)
    if given.verbose:
        _list(rows)


def _some(found: list[T], given: argparse.Namespace) -> list[T]:
    """Return at most `limit` of one half, evenly spaced."""
    half = found[given.half == "test" :: 2]
    step = max(1.0, len(half) / given.limit)
    return [half[int(n * step)] for n in range(min(given.limit, len(half)))]


def _print(rows: list[Trial]) -> None:
    groups: dict[str, list[Trial]] = defaultdict(list)
    for row in rows:
        groups[row.kind.partition(":")[0]].append(row)
        groups[row.kind].append(row)
    print(f"{'kind':28} {'edits':>6} {'flagged':>8} {'error':>7} {'elsewhere':>10}")
    for kind, group in sorted(groups.items()):
        flagged = sum(bool(row.loud) for row in group) / len(group)
        errors = sum(any(f.severity == "error" for f in row.loud) for row in group) / len(group)
        beside = sum(bool(row.elsewhere) for row in group) / len(group)
        print(f"{kind:28} {len(group):6} {flagged:8.1%} {errors:7.1%} {beside:10.1%}")


def _print_rules(rows: list[Trial]) -> None:
    """Print for each rule how many of its marks are on altered figures."""
    right: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    for row in rows:
        marks.update(f.rule for f in (*row.loud, *row.elsewhere))
        right.update(f.rule for f in row.loud if "altered" in row.kind)
    for rule in sorted(marks):
        print(
            f"{rule:28} {right[rule]:6} right of {marks[rule]:6} = {right[rule] / marks[rule]:.1%}"
        )


def _list(rows: list[Trial]) -> None:
    for row in rows:
        wrong = ("altered" in row.kind) != bool(row.loud)
        if wrong or row.elsewhere:
            print(f"- {row.kind}: {row.old!r} → {row.new!r}: {row.sentence[:300]}")
            for finding in (*row.loud, *row.elsewhere):
                print(f"      {finding.rule} “{finding.text}” {finding.message[:260]}")


main()
