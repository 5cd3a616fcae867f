"""Write the corpus of newsroom twins as training rows, with rows of the core sets between them.

    python -m training.rows.newsroom SETS newsroom.jsonl.gz [--passes 2] [--replay 1]

Only cases of the train split are written. A wrong sentence follows the true one that it edits, the
first of them as its `twin`, so that one batch holds both. The file is a sequence of passes: each
holds the whole corpus and `--replay` rows of the core sets for each of its rows, other ones in each
pass, so that what was learnt from them is not forgotten.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from training.rows import corpus
from training.rows.evidence import passage
from training.rows.mixture import CORE, take
from training.rows.rows import Label, Row, write_rows

STANCES = {
    corpus.Label.SUPPORTED: Label.SUPPORT,
    corpus.Label.CONTRADICTED: Label.CONTRADICT,
    corpus.Label.PARTIAL: Label.NEUTRAL,
    corpus.Label.UNSUPPORTED: Label.NEUTRAL,
}
"""What a row wants of the model for each label of the corpus."""

Unit = tuple[Row, ...]
"""Rows that stay beside each other."""


def units(case: corpus.Case) -> Iterator[Unit]:
    """Yield the sentences of a case as rows, the first wrong one of each true one behind it.

    The premise of a row is the evidence in all reports of the case together.
    """
    reports = "\n\n".join(report.text for report in case.reports)
    first: dict[int, int] = {}
    for n, claim in enumerate(case.sentences):
        if claim.twin is not None:
            first.setdefault(claim.twin, n)
    paired = frozenset(first.values())
    for n, claim in enumerate(case.sentences):
        if n in paired:
            continue
        unit: Unit = (_row(case, claim, reports, twin=False),)
        if n in first:
            unit += (_row(case, case.sentences[first[n]], reports, twin=True),)
        yield unit


def passes(
    cases: Sequence[corpus.Case], core: Sequence[Row], replay: float, count: int, chance: Random
) -> Iterator[Row]:
    """Yield `count` passes over the cases, each in an order of its own with its share of `core`.

    The core rows are gone through in their order and from the start again where they end.
    """
    written = [unit for case in cases for unit in units(case)]
    share = round(replay * sum(map(len, written))) if core else 0
    for number in range(count):
        begin = number * share
        beside: list[Unit] = [(core[n % len(core)],) for n in range(begin, begin + share)]
        drawn = [*written, *beside]
        chance.shuffle(drawn)
        for unit in drawn:
            yield from unit


def core_rows(folder: Path, chance: Random) -> list[Row]:
    """Return the rows of the core sets in a drawn order, each with the evidence for it."""
    rows = [row for share in CORE for row in take(folder, share, chance)]
    chance.shuffle(rows)
    return [replace(row, premise=passage(row.premise, row.hypothesis)) for row in rows]


def _row(case: corpus.Case, claim: corpus.Claim, reports: str, *, twin: bool) -> Row:
    begin = claim.text.index(claim.wrong or "")
    return Row(
        premise=passage(reports, claim.text),
        hypothesis=claim.text,
        label=STANCES[claim.label],
        source=f"newsroom:{case.domain}/{claim.kind or 'true'}",
        spans=((begin, begin + len(claim.wrong)),) if claim.wrong else (),
        twin=twin,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of the training sets")
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--replay", type=float, default=1.0, help="core rows for each other")
    parser.add_argument("--corpus", type=Path, default=corpus.FOLDER, help="folder of the cases")
    parser.add_argument("--part", type=float, default=1.0, help="share of the cases, for a curve")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance = Random(f"{options.seed}:newsroom")
    cases = [case for case in corpus.corpus(options.corpus) if corpus.split(case.id) == "train"]
    chance.shuffle(cases)
    cases = cases[: round(options.part * len(cases))]
    core = core_rows(options.folder, chance)
    rows = list(passes(cases, core, options.replay, options.passes, chance))
    write_rows(rows, options.out)
    print(f"{len(rows)} rows of {len(cases)} cases, {sum(row.twin for row in rows)} twins")
    return 0


if __name__ == "__main__":
    sys.exit(main())
