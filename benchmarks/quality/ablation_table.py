"""What moving each guess did, as a table: ``python -m benchmarks.quality.ablation_table FILE``.

FILE holds the lines that `benchmarks.quality.ablation` keeps. Each cell counts errors found (+) and
lost (−), and true sentences marked (+) and left alone (−), over all sources; guesses that the
package no longer has are left out.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.quality.ablation import Change
from benchmarks.quality.guesses import guesses

SIGNED = (("found", "lost"), ("marked", "left"))
"""What goes up and what goes down: errors, then true sentences."""


def moves(lines: Iterable[str]) -> dict[str, dict[str, Change]]:
    """Return what each move changed, by guess and factor, both as they are written."""
    told: dict[str, dict[str, Change]] = defaultdict(dict)
    for line in lines:
        move = json.loads(line)
        guess, _, factor = move["move"].rpartition(" × ")
        told[guess][factor] = move["changes"]
    return dict(told)


def cell(change: Change) -> str:
    """Return a move in a table: errors, then true sentences; "none" where no row changed."""
    counts = Counter[str]()
    for words, count in change.items():
        counts[words.partition(" ")[0]] += count
    parts = [
        f"+{counts[up]} −{counts[down]}" if counts[up] or counts[down] else "0"
        for up, down in SIGNED
    ]
    if parts != ["0", "0"]:
        return " / ".join(parts)
    return "notes" if counts else "none"


def table(told: Mapping[str, Mapping[str, Change]], known: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the table, one for each guess that is known and was moved."""
    factors = sorted({factor for change in told.values() for factor in change}, key=float)
    yield f"| guess | {' | '.join(f'× {factor}' for factor in factors)} |"
    yield "|---" * (len(factors) + 1) + "|"
    for guess in sorted(set(known) & told.keys()):
        cells = (cell(told[guess][f]) if f in told[guess] else "–" for f in factors)
        yield f"| {guess} | {' | '.join(cells)} |"


def main() -> None:
    """Read the argument, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path, help="file that benchmarks.quality.ablation wrote")
    given = parser.parse_args()
    told = moves(given.lines.read_text(encoding="utf-8").splitlines())
    print("\n".join(table(told, map(str, guesses()))))


if __name__ == "__main__":
    main()
