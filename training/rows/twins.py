"""Put true sentences and their wrong twins side by side.

    python -m training.rows.twins mixture.jsonl.gz twins.jsonl.gz [--made 1] [--lone .5] [--news]

A twin is a row that is not supported and says nearly the same as a supported one: an edit of it, or
what people wrote beside it. A step that holds both learns what tells them apart, where a row alone
teaches what its text is like. The file holds every pair of twins once, the wrong one behind the
true one and marked `twin`, and `--lone` other rows for each row that has a twin. Of pairs with an
edit there are `--made` for each that people wrote. With `--news` the file holds rows of core sets
and of articles alone, and what was made from them.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from training.rows.mixture import CORE
from training.rows.rows import Label, Row, read_rows, write_rows

ALIKE = 75.0
"""Least likeness of twins, of 100: one phrase of a sentence differs. A guess."""
SHARED = 4
"""Words in a row that twins share; only sentences that do are compared."""
MADE = ("edit:", "rewrite:")
"""Sources of rows made by programs: they are paired after those that people wrote."""

NEWS = frozenset({"text", *(share.name for share in CORE)})
"""Where rows that are news come from."""


def twins(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield (true, wrong) rows that say nearly the same, those with an edit last.

    No row is in two pairs.
    """
    true = [row for row in rows if row.label is Label.SUPPORT]
    known = _by_words(true)
    taken: set[int] = set()
    for row in sorted(rows, key=_is_made):
        if row.label is Label.SUPPORT:
            continue
        near = sorted({n for key in _runs(row.hypothesis) for n in known[key]} - taken)
        said = [true[n].hypothesis for n in near]
        best = extractOne(row.hypothesis, said, scorer=ratio, score_cutoff=ALIKE)
        if best is not None:
            n = near[best[2]]
            taken.add(n)
            yield true[n], replace(row, twin=True)


def mixed(rows: Iterable[Row], made: float, lone: float, chance: Random) -> Iterator[Row]:
    """Yield twins in a drawn order, and among them `lone` other rows for each of their rows.

    Of pairs with an edit, `made` are kept for each that people wrote.
    """
    each = list({(row.premise, row.hypothesis): row for row in rows}.values())
    chance.shuffle(each)
    each_pair = list(twins(each))
    written = sum(not _is_made(wrong) for _, wrong in each_pair)
    pairs = each_pair[: written + round(made * written)]
    paired = {(row.premise, row.hypothesis) for pair in pairs for row in pair}
    others = [row for row in each if (row.premise, row.hypothesis) not in paired]
    units: list[tuple[Row, ...]] = [
        *pairs,
        *((row,) for row in others[: round(lone * len(paired))]),
    ]
    chance.shuffle(units)
    for unit in units:
        yield from unit


def is_news(row: Row) -> bool:
    """Tell whether a row is of a core set or an article, or made from one."""
    return row.source.rpartition(":")[2].partition("/")[0] in NEWS


def _by_words(rows: Sequence[Row]) -> defaultdict[tuple[str, ...], list[int]]:
    by_words: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        for key in _runs(row.hypothesis):
            by_words[key].append(n)
    return by_words


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[at : at + SHARED]) for at in range(len(words) - SHARED + 1)}


def _is_made(row: Row) -> bool:
    return row.source.startswith(MADE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("mixture", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--made", type=float, default=1.0, help="pairs with an edit for each without"
    )
    parser.add_argument("--lone", type=float, default=0.5, help="rows without twin for each with")
    parser.add_argument("--news", action="store_true", help="no other sets than core ones")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance = Random(f"{options.seed}:twins")
    known = (row for row in read_rows(options.mixture) if not options.news or is_news(row))
    rows = list(mixed(known, options.made, options.lone, chance))
    write_rows(rows, options.out)
    print(f"{len(rows)} rows, {sum(row.twin for row in rows)} pairs of twins")
    return 0


if __name__ == "__main__":
    sys.exit(main())
