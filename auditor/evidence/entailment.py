"""Running the entailment model that ships with the package.

The model is an int8 ONNX file whose weights lie in shards beside it, because no file of the package
may pass 50 MB (`training/ship/export.py` writes them). Pairs are run one at a time: dynamic
quantisation scales by what is in a batch, so a batch of two would change the figures of each.
Nothing is padded, and probabilities are rounded, so that the same pair always reads the same.
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from auditor import offline
from auditor.knowledge.manifest import MODEL, verify
from auditor.model.reading import Lack, Reading
from auditor.resources import folder

if TYPE_CHECKING:
    from tokenizers import Encoding

LONGEST = 160
"""Most tokens of a pair, as in training; the longer side is cut first."""

DIGITS = 4
"""Probabilities are rounded to this before anything is decided by them."""

READERS = 2
"""Pairs read at the same time, each by one thread: two threads for a pair gain less, and one thread
always adds up in the same order."""


class Reader(Protocol):
    """What reads passages beside sentences; `digest` tells which weights it reads with."""

    @property
    def digest(self) -> str:
        """Return ``sha256:…`` of the weights' card."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return a reading for each (passage, sentence) pair, in order."""


@dataclass(frozen=True, slots=True)
class Entailment:
    """The loaded model; `digest` is ``sha256:…`` of its card."""

    session: Any
    tokenizer: Any
    digest: str

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return a reading for each (passage, sentence) pair, in order.

        The longest are read first, so that no reader waits for another's last.
        """
        order = sorted(range(len(pairs)), key=lambda n: -sum(map(len, pairs[n])))
        with ThreadPoolExecutor(READERS) as readers:
            read = dict(
                zip(order, readers.map(lambda n: self._read(*pairs[n]), order), strict=True)
            )
        return tuple(read[n] for n in range(len(pairs)))

    def _read(self, passage: str, sentence: str) -> Reading:
        encoded: Encoding = self.tokenizer.encode(passage, sentence)
        mine = [which == 1 for which in encoded.sequence_ids]
        inputs = {
            "ids": np.array([encoded.ids], dtype=np.int64),
            "text": np.ones((1, len(encoded.ids)), dtype=np.int64),
            "sentence": np.array([mine], dtype=np.int64),
        }
        stance, words = self.session.run(["stance", "words"], inputs)
        supports, contradicts, neither = (round(float(p), DIGITS) for p in stance[0])
        lacks = tuple(
            Lack(start, end, round(float(chance), DIGITS))
            for (start, end), chance, own in zip(encoded.offsets, words[0], mine, strict=True)
            if own
        )
        return Reading(supports, contradicts, neither, lacks)


@dataclass(frozen=True, slots=True)
class Shipped:
    """The model that ships, loaded when it is first asked; `digest` as of `Entailment`."""

    digest: str

    def read(self, pairs: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
        """Return a reading for each (passage, sentence) pair, in order."""
        return loading().result().read(pairs) if pairs else ()


def shipped() -> Shipped:
    """Return the model that ships, its files compared with their card and not loaded yet.

    Raises:
        AuditError: where a file of it is missing or is not the one that its card names.
    """
    verify(folder("weights"))
    return Shipped(_digest(folder("weights")))


@cache
def loading() -> Future[Entailment]:
    """Begin to load the model that ships, if that has not begun, and return what will hold it.

    It is loaded beside whatever is done meanwhile: parsing, mostly.
    """
    beside = ThreadPoolExecutor(1)
    begun = beside.submit(_loaded, folder("weights"))
    beside.shutdown(wait=False)
    return begun


def is_shipped() -> bool:
    """Return whether the package holds an entailment model."""
    return (folder("weights") / MODEL).is_file()


@cache
def load(folder_of: Path | None = None) -> Entailment:
    """Return the model that ships, or the one in a folder, read once.

    Raises:
        AuditError: where a file of it is missing or is not the one that its card names.
    """
    folder_of = folder_of or folder("weights")
    verify(folder_of)
    return _loaded(folder_of)


def _loaded(folder_of: Path) -> Entailment:
    from tokenizers import Tokenizer

    library = offline.onnxruntime()
    settings = library.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    session = library.InferenceSession(str(folder_of / MODEL), settings, ["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder_of / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    return Entailment(session, tokenizer, _digest(folder_of))


def _digest(folder_of: Path) -> str:
    """Return the digest of the model's card, which holds the digests of all its files."""
    return f"sha256:{hashlib.sha256((folder_of / 'card.json').read_bytes()).hexdigest()}"
