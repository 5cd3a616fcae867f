"""Static word vectors: how alike two words are in meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from auditor.resources import folder

Matrix = npt.NDArray[np.float32]

NO_WORD = -1
"""The row of what is no word of the vocabulary."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """A unit vector for each word of a vocabulary of lower-case English news words, zeros last."""

    rows: Mapping[str, int]
    matrix: Matrix

    def of(self, words: Sequence[str]) -> Matrix:
        """Return a row for each word: its unit vector, or zeros where it has none."""
        found: Matrix = self.matrix[[self.rows.get(word, NO_WORD) for word in words]]
        return found


@cache
def vectors() -> Vectors:
    """Return the vectors that ship with the package (`training/ship/vectors.py` makes them)."""
    with np.load(folder("weights") / "words.npz", allow_pickle=False) as file:
        words = str(file["words"]).split("\n")
        matrix = file["vectors"].astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    zeros = np.zeros((1, matrix.shape[1]), dtype=np.float32)
    return Vectors({word: n for n, word in enumerate(words)}, np.vstack([matrix, zeros]))
