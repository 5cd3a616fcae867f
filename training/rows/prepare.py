"""Write the training mixture: core sets, synthetic edits, other sets and probes, in training order.

    python -m training.rows.prepare FOLDER mixture.jsonl.gz [--passes 4] [--seed 1]

FOLDER holds the sets as NAME.jsonl.gz and wordnet_antonyms.tsv. The file is a sequence of passes:
each holds all core rows and its share of everything else, drawn together, so that a run that stops
early has seen a fair mixture. The premise of each written row is the evidence selected for it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from training.rows.edit_words import read_antonyms
from training.rows.evidence import passage
from training.rows.mixture import BASE, CORE, POSITIVES, TEXTS, is_unchecked, take
from training.rows.rows import Label, Row, read_texts, write_rows
from training.rows.synthesis import (
    BORROWED,
    corruptions,
    lexicon,
    novel_details,
    rewrites,
    text_rows,
)
from training.rows.tags import tag

SUPPORT_SHARE = 0.42
"""Share of supported rows in each pass, reached by leaving synthetic edits out."""
TEXT_SENTENCES = 10_000
"""Article sentences that are rewritten, edited, or held against the rest of their article."""
EDITED = {"wikipedia": 4000, "rewrites": 12_000, "lifted": 5000}
"""How many sentences of FEVER and its like, rewrites, and article sentences are edited."""
WIKIPEDIA = ("fever_dev_supref", "fever_symmetric", "fool_me_twice")


@dataclass(frozen=True, slots=True)
class Parts:
    """The mixture before it is put in order."""

    core: tuple[Row, ...]
    base: tuple[Row, ...]
    faithful: tuple[Row, ...]
    unfaithful: tuple[Row, ...]


def collect(folder: Path, seed: int) -> Parts:
    """Read every set and make the synthetic rows."""
    core = {share.name: take(folder, share, Random(f"{seed}:{share.name}")) for share in CORE}
    base = {share.name: take(folder, share, Random(f"{seed}:{share.name}")) for share in BASE}
    true = [row for name in POSITIVES for row in {**core, **base}[name] if _is_editable(row)]
    faithful, unfaithful = _synthesise(folder, true, seed)
    return Parts(
        core=tuple(row for rows in core.values() for row in rows),
        base=tuple(row for rows in base.values() for row in rows),
        faithful=faithful,
        unfaithful=unfaithful,
    )


def order(parts: Parts, passes: int, seed: int) -> Iterator[Row]:
    """Yield the rows pass by pass, each pass shuffled and near SUPPORT_SHARE."""
    chance = Random(f"{seed}:order")
    spread = [_shuffled(rows, chance) for rows in (parts.base, parts.faithful, parts.unfaithful)]
    for number in range(passes):
        base, faithful, unfaithful = (rows[number::passes] for rows in spread)
        fixed = [*parts.core, *base, *faithful]
        support = sum(row.label is Label.SUPPORT for row in fixed)
        room = max(0, round(support / SUPPORT_SHARE) - len(fixed))
        yield from _shuffled([*fixed, *unfaithful[:room]], chance)


def select(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield each row with its premise cut to the evidence for its hypothesis."""
    known: dict[tuple[str, str], str] = {}
    for row in rows:
        key = row.premise, row.hypothesis
        if key not in known:
            known[key] = passage(*key)
        yield replace(row, premise=known[key])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    rows = list(select(order(collect(options.folder, options.seed), options.passes, options.seed)))
    write_rows(rows, options.out)
    for (family, label), count in sorted(Counter(map(_summary, rows)).items()):
        print(f"{family:24} {label:12} {count:7}")
    return 0


def _synthesise(
    folder: Path, true: Sequence[Row], seed: int
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    chance = Random(f"{seed}:synthesis")
    texts = [text for name in TEXTS for text in read_texts(folder / f"{name}.jsonl.gz")]
    lifted = list(text_rows(texts, chance, TEXT_SENTENCES))
    told_true = list(tag([row.hypothesis for row in true]))
    told_lifted = list(tag([row.hypothesis for row in lifted]))
    lines = (folder / "wordnet_antonyms.tsv").read_text(encoding="utf-8").splitlines()
    words = lexicon([*told_true, *told_lifted], read_antonyms(lines))
    said_otherwise = [
        *rewrites(true, told_true, chance),
        *rewrites(lifted, told_lifted, chance, times=2),
    ]
    news = [row for row in true if row.source.partition("/")[0] not in WIKIPEDIA]
    wiki = [row for row in true if row.source.partition("/")[0] in WIKIPEDIA]
    wrong = [
        *corruptions(news, words, chance, times=3),
        *corruptions(_shuffled(wiki, chance)[: EDITED["wikipedia"]], words, chance, times=1),
        *corruptions(
            _shuffled(said_otherwise, chance)[: EDITED["rewrites"]], words, chance, times=1
        ),
        *novel_details(lifted, told_lifted),
        *corruptions(lifted[: EDITED["lifted"]], words, chance, times=1, kinds=BORROWED),
    ]
    return tuple(said_otherwise), tuple(wrong)


def _is_editable(row: Row) -> bool:
    return row.label is Label.SUPPORT and not is_unchecked(row) and len(row.hypothesis) < 400


def _shuffled(rows: Sequence[Row], chance: Random) -> list[Row]:
    drawn = list(rows)
    chance.shuffle(drawn)
    return drawn


def _summary(row: Row) -> tuple[str, str]:
    family = row.source.partition("/")[0]
    if family.startswith("edit:"):
        family = ":".join(family.split(":")[:2])
    return family.split(":text")[0] if family.startswith("rewrite") else family, row.label.value


if __name__ == "__main__":
    sys.exit(main())
