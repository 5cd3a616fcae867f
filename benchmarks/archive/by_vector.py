"""Reports by the vectors of their words: whether they find what words do not."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from auditor.language.vectors import Matrix, vectors
from benchmarks.archive.texts import WORD

DIGITS = 127
"""What a coordinate is kept in: eight bits."""


def vector_of(text: str, weights: dict[str, float]) -> Matrix:
    """Return the unit vector of a text: its words', each by how much it tells."""
    words = [word.lower() for word in WORD.findall(text)]
    told = np.array([weights.get(word, 0.0) for word in words], dtype=np.float32)
    whole: Matrix = told @ vectors().of(words)
    return whole / max(float(np.linalg.norm(whole)), 1e-9)


def weights_of(paths: Sequence[Path], every: int = 10) -> dict[str, float]:
    """Return how much each word tells, by every tenth report."""
    counts: dict[str, int] = {}
    sample = paths[::every]
    for path in sample:
        for word in {word.lower() for word in WORD.findall(path.read_text(encoding="utf-8"))}:
            counts[word] = counts.get(word, 0) + 1
    return {word: float(np.log(len(sample) / count)) for word, count in counts.items()}


def packed(paths: Sequence[Path], weights: dict[str, float]) -> np.ndarray:
    """Return the vectors of reports in eight bits a coordinate."""
    return np.stack([*_rows(paths, weights)])


def _rows(paths: Sequence[Path], weights: dict[str, float]) -> Iterator[np.ndarray]:
    for path in paths:
        text = path.read_text(encoding="utf-8")
        yield np.round(vector_of(text, weights) * DIGITS).astype(np.int8)
