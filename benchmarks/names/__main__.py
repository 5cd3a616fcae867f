"""Measure the name, place and role rules: ``python -m benchmarks.names FILE.jsonl.gz ...``.

Each file holds rows with premise, hypothesis and label. Rows whose label is ``support`` are
faithful summaries: a mark on one is a false alarm. The same rows with one name replaced by another
of its kind must be marked.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from auditor.checks.names.check import check as check_names
from auditor.checks.roles.check import check as check_roles
from auditor.evidence.case import Case
from auditor.knowledge.rules import load_rules, rules_of
from auditor.model.finding import Finding
from auditor.model.rule import Rule
from auditor.model.text import Text
from auditor.model.words import Severity
from benchmarks.names.rows import Row, case, rows, text
from benchmarks.names.swaps import Swap, moves, swaps
from benchmarks.names.variants import variants


def main() -> None:
    """Print the share of faithful rows marked, by file, and of swaps marked, by kind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=150, help="rows of each half of each file")
    parser.add_argument("--half", type=int, default=1, help="0 to develop on, 1 to report")
    parser.add_argument("-v", "--verbose", action="store_true", help="show what went wrong")
    args = parser.parse_args()
    chosen = [row for path in args.paths for row in rows(path, args.most) if row.half == args.half]
    pairs = [(text(row.summary, "article"), text(row.reference, "r1")) for row in chosen]
    rules = load_rules()
    _faithful(chosen, pairs, rules, args.verbose)
    print("replaced by a name from elsewhere")
    _swapped(swaps(chosen, pairs), pairs, rules, args.verbose)
    print("replaced by a name from another sentence of the source")
    _swapped(moves(chosen, pairs), pairs, rules, args.verbose)
    print("the same name in another form (a mark is a false alarm)")
    _swapped(variants(chosen, pairs), pairs, rules, False)


def _findings(audited: Case, rules: Sequence[Rule]) -> Iterator[Finding]:
    yield from check_names(audited, rules_of(rules, "names"))
    yield from check_roles(audited, rules_of(rules, "roles"))


def _faithful(
    chosen: Sequence[Row],
    pairs: Sequence[tuple[Text, Text]],
    rules: Sequence[Rule],
    verbose: bool,
) -> None:
    totals: Counter[str] = Counter()
    marked: Counter[tuple[str, str]] = Counter()
    by_rule: Counter[str] = Counter()
    for row, pair in zip(chosen, pairs, strict=True):
        totals[row.source] += 1
        marks = list(_findings(case(*pair), rules))
        by_rule.update({mark.rule for mark in marks})
        for severity in {mark.severity for mark in marks}:
            marked[row.source, severity] += 1
        loud = [mark for mark in marks if mark.severity is not Severity.NOTE]
        marked[row.source, "loud"] += bool(loud)
        for mark in loud if verbose else ():
            print(
                f"  {row.source} {mark.rule} “{mark.text}” → {mark.expected}: {row.summary[:200]}"
            )
    print("faithful summaries marked: file, rows, error, warning or error")
    for source, total in totals.items():
        error, loud_rows = marked[source, Severity.ERROR], marked[source, "loud"]
        print(f"  {source:16} {total:5} {error / total:7.1%} {loud_rows / total:7.1%}")
    whole = sum(totals.values())
    error = sum(marked[source, Severity.ERROR] for source in totals)
    loud_rows = sum(marked[source, "loud"] for source in totals)
    print(f"  {'all':16} {whole:5} {error / whole:7.1%} {loud_rows / whole:7.1%}")
    print("  rows by rule:", ", ".join(f"{rule} {n}" for rule, n in sorted(by_rule.items())))


def _swapped(
    swapped: Iterable[Swap],
    pairs: Sequence[tuple[Text, Text]],
    rules: Sequence[Rule],
    verbose: bool,
) -> None:
    totals: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for swap in swapped:
        changed = case(text(swap.summary, "article"), pairs[swap.row][1])
        marks = [
            mark
            for mark in _findings(changed, rules)
            if mark.start < swap.end
            and swap.start < mark.end
            and mark.severity is not Severity.NOTE
        ]
        totals[swap.kind] += 1
        caught[swap.kind] += bool(marks)
        sure[swap.kind] += any(mark.severity is Severity.ERROR for mark in marks)
        if verbose and not marks:
            print(f"  missed {swap.kind} {swap.old} → {swap.new}: {swap.summary[:160]}")
    print("  kind, swaps, error, warning or error")
    for kind, total in sorted(totals.items()):
        print(f"  {kind:16} {total:5} {sure[kind] / total:7.1%} {caught[kind] / total:7.1%}")
    whole = max(1, totals.total())
    print(f"  {'all':16} {whole:5} {sure.total() / whole:7.1%} {caught.total() / whole:7.1%}")


if __name__ == "__main__":
    main()
