"""Distil static word vectors from a sentence encoder: ``python -m training.ship.vectors …``.

Every frequent word of the training texts is encoded alone (mean over its word pieces), the vectors
are centred, reduced by principal components and stored as signed bytes, one scale for all: what
`auditor/weights/words.npz` holds. The idea is that of Model2Vec (Tulkens and van Dongen 2024), with
words instead of word pieces, so that no tokenizer is needed where they are used.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

WORD = re.compile(r"[a-z]{2,20}")
BATCH = 512


def words_of(folder: Path) -> Iterator[str]:
    """Yield the lower-cased words of every text of every ``*.jsonl.gz`` file in a folder."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for line in rows:
                row = json.loads(line)
                for key in ("premise", "hypothesis", "text"):
                    yield from WORD.findall(str(row.get(key, "")).lower())


def vocabulary(folder: Path, size: int) -> list[str]:
    """Return the most frequent words, sorted; ties go to the alphabet."""
    counts = Counter(words_of(folder))
    best = sorted(counts, key=lambda word: (-counts[word], word))[:size]
    return sorted(best)


def encode(words: Sequence[str], base: Path) -> Any:
    """Return the mean of each word's last hidden states, one row a word."""
    tokenizer = AutoTokenizer.from_pretrained(base)
    model = AutoModel.from_pretrained(base).eval()
    rows = []
    with torch.inference_mode():
        for start in range(0, len(words), BATCH):
            batch = tokenizer(list(words[start : start + BATCH]), padding=True, return_tensors="pt")
            states = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            rows.append(((states * mask).sum(1) / mask.sum(1)).float().numpy())
    return np.concatenate(rows)


def reduce(vectors: Any, dimensions: int) -> Any:
    """Return unit vectors on the first principal components, the common direction removed."""
    centred = vectors - vectors.mean(0)
    _, _, axes = np.linalg.svd(centred.T @ centred)
    reduced = centred @ axes[:dimensions].T
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


def main() -> None:
    """Read the arguments, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the sentence encoder")
    parser.add_argument("--size", type=int, default=30_000)
    parser.add_argument("--dimensions", type=int, default=128)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    words = vocabulary(arguments.texts, arguments.size)
    unit = reduce(encode(words, arguments.base), arguments.dimensions)
    scale = float(np.abs(unit).max()) / 127
    np.savez_compressed(
        arguments.output,
        words=np.array("\n".join(words)),
        vectors=np.round(unit / scale).astype(np.int8),
    )
    print(f"{len(words)} words, {arguments.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
