r"""Write what a large model says of labelled rows and unlabelled news, for a small one to follow.

    python -m training.fit.distil --base FOLDER --weights snapshot.pt --out soft.jsonl.gz \\
        --texts FILE ... --mixture mixture.jsonl.gz [--pairs 100000] [--rows 50000]

An unlabelled pair is any sentence of a text against the evidence for it in the rest of that text,
or in another text. The student is then trained on the file, from some layers of the teacher:

    python -m training.fit.train --base FOLDER --start snapshot.pt --layers 0 2 4 6 8 10 \\
        --mixture soft.jsonl.gz --run STUDENT --frozen 0 --eval FILE ...
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import torch

from training.fit.pairs import load_tokenizer
from training.fit.snapshots import load_snapshot
from training.measure.score import Scorer, torch_scorer
from training.rows.evidence import passage, sentences
from training.rows.rows import Label, Row, read_rows, read_texts, write_rows

OTHER_TEXT_SHARE = 0.2
"""How many unlabelled pairs take their passage from another text. A guess."""
LABEL_WEIGHT = 0.3
"""Weight of the label beside the teacher, where it tells contradict from neutral. A guess."""
_CHUNK = 2048
_COLUMNS = {Label.SUPPORT: 0, Label.CONTRADICT: 1, Label.NEUTRAL: 2}


def unlabelled(texts: Sequence[str], count: int, chance: Random) -> Iterator[Row]:
    """Yield pairs drawn from texts; their label is a placeholder."""
    parts = [(n, part) for n, text in enumerate(texts) for part in sentences(text)]
    for _ in range(count):
        n, part = chance.choice(parts)
        rest = texts[n].replace(part, " ")
        if chance.random() < OTHER_TEXT_SHARE:
            rest = chance.choice(texts)
        yield Row(passage(rest, part), part, Label.NOT_SUPPORT, "unlabelled")


def taught(rows: Iterable[Row], teacher: Scorer) -> Iterator[Row]:
    """Yield rows with the teacher's probabilities, mixed with the label where that is whole."""
    left = iter(rows)
    while chunk := list(islice(left, _CHUNK)):
        scores = teacher([(row.premise, row.hypothesis) for row in chunk])
        for row, (supports, contradicts, neither) in zip(chunk, scores, strict=True):
            yield replace(row, soft=mixed(row.label, (supports, contradicts, neither)))


def mixed(label: Label, soft: tuple[float, float, float]) -> tuple[float, float, float]:
    """Return the teacher's shares moved LABEL_WEIGHT of the way to the label."""
    if label is Label.NOT_SUPPORT:
        return soft
    moved = [round((1 - LABEL_WEIGHT) * share, 4) for share in soft]
    moved[_COLUMNS[label]] = round(moved[_COLUMNS[label]] + LABEL_WEIGHT, 4)
    return moved[0], moved[1], moved[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="snapshot of the teacher")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help=".jsonl.gz of articles")
    parser.add_argument("--mixture", type=Path, help="labelled rows to add")
    parser.add_argument("--pairs", type=int, default=100_000, help="unlabelled pairs")
    parser.add_argument("--rows", type=int, default=50_000, help="labelled rows")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    chance = Random(f"{options.seed}:distil")
    texts = [text for path in options.texts for text in read_texts(path)]
    rows = list(unlabelled(texts, options.pairs if texts else 0, chance))
    rows += islice(read_rows(options.mixture), options.rows) if options.mixture else []
    chance.shuffle(rows)
    judge = load_snapshot(options.base, options.weights)
    teacher = torch_scorer(judge, load_tokenizer(options.base / "tokenizer.json"))
    write_rows(taught(rows, teacher), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
