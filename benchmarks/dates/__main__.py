"""Print what the date rules flag: ``python -m benchmarks.dates PATH...``.

PATH is a ``.jsonl.gz`` file of news articles (``text``): dates of their sentences are altered, or
put in other words, and audited against the whole article and two others. In a file of claims
(``premise``, ``hypothesis``, ``label``) the supported claims that hold a date are audited as they
are. Half of the texts, by checksum, is for development (``--half dev``), the other for figures.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from auditor.knowledge.rules import load_rules, rules_of
from benchmarks.dates.audit import LOUD, Trial, flagged
from benchmarks.dates.trials import claims, trials


def main() -> None:
    """Read the arguments, run the trials, print a table and, if asked, each mistake."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--half", choices=["dev", "held-out"], default="held-out")
    parser.add_argument("--limit", type=int, default=150, help="articles or claims a file")
    parser.add_argument("--skip", type=int, default=0, help="leave out so many of a file first")
    parser.add_argument("--kind", default="", help="only trials whose kind holds these words")
    parser.add_argument("--mistakes", action="store_true")
    options = parser.parse_args()
    rules = rules_of(load_rules(), "dates")
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    by_rule: Counter[tuple[str, bool]] = Counter()
    for trial in _trials(options.paths, options.half, options.skip, options.limit):
        if options.kind not in trial.kind:
            continue
        found = flagged(trial, rules)
        loud = [finding for finding in found if finding.severity in LOUD]
        seen[trial.kind] += 1
        hits[trial.kind] += bool(loud)
        errors[trial.kind] += any(finding.severity == "error" for finding in found)
        by_rule.update({(finding.rule, trial.altered) for finding in found})
        if options.mistakes and bool(loud) != trial.altered:
            _show(trial, [f"{f.rule} “{f.text}” {f.message}" for f in found])
    for kind in sorted(seen):
        share, wrong = hits[kind] / seen[kind], errors[kind] / seen[kind]
        print(f"{kind:24} {seen[kind]:5}  flagged {share:6.1%}  errors {wrong:6.1%}")
    for rule in sorted({rule for rule, _ in by_rule}):
        right, wrong = by_rule[rule, True], by_rule[rule, False]
        print(f"{rule:24} {right:5} on altered, {wrong} on faithful")
    for group in ("altered", "faithful"):
        total = sum(n for kind, n in seen.items() if kind.startswith(group))
        if total:
            marked = sum(n for kind, n in hits.items() if kind.startswith(group))
            print(f"{group + ', all':24} {total:5}  flagged {marked / total:6.1%}")


def _show(trial: Trial, findings: list[str]) -> None:
    print(f"\n[{trial.kind}] {trial.article}\n    was: {trial.original}  ({trial.published})")
    for finding in findings:
        print(f"    {finding}")


def _trials(paths: list[Path], half: str, skip: int, limit: int) -> Iterator[Trial]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        make = claims if "hypothesis" in rows[0] else trials
        yield from make(rows, half, skip, limit)


if __name__ == "__main__":
    main()
