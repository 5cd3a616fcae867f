"""Static word vectors: how alike two words are in meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from auditor.resources import folder

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vectors:
    """A unit vector for each word of a vocabulary of lower-case English news words."""

    rows: Mapping[str, int]
    matrix: Matrix

    def of(self, words: Sequence[str]) -> Matrix:
        """Return a row for each word: its unit vector, or zeros where it has none."""
        width = self.matrix.shape[1]
        rows = np.zeros((len(words), width), dtype=np.float32)
        for n, word in enumerate(words):
            row = self.rows.get(word)
            if row is not None:
                rows[n] = self.matrix[row]
        return rows


@cache
def vectors() -> Vectors:
    """Return the vectors that ship with the package (`training/ship/vectors.py` makes them)."""
    with np.load(folder("weights") / "words.npz", allow_pickle=False) as file:
        words = str(file["words"]).split("\n")
        matrix = file["vectors"].astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    return Vectors({word: n for n, word in enumerate(words)}, matrix)
