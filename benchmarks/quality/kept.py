"""Parses and readings that outlive a run: they are most of its time and seldom change.

A kept file is unpickled: give a folder that nobody else writes to.
"""

import hashlib
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import auditor
from auditor.evidence.entailment import Reader
from auditor.language import parser
from auditor.model.document import Document
from auditor.model.reading import Reading
from auditor.model.text import Text
from auditor.text.segment import segment

PARSING = (
    "language/*.py",
    "text/*.py",
    "model/document.py",
    "model/reading.py",
    "model/text.py",
    "model/words.py",
)
"""Modules that make the sentences of a document, which is their key and holds what loading did, and
those of the values that are kept."""

Pair = tuple[str, str]


@dataclass(slots=True)
class Kept:
    """Sentences by the digest of their document, and readings by their pair."""

    texts: dict[str, Text] = field(default_factory=dict)
    readings: dict[Pair, Reading] = field(default_factory=dict)

    def cut(self, document: Document) -> Text:
        """Return the sentences of a document, parsed once."""
        key = hashlib.sha256(repr(document).encode()).hexdigest()
        if key not in self.texts:
            self.texts[key] = segment(document)
        return self.texts[key]

    def beyond(self, other: "Kept") -> "Kept":
        """Return what is kept here and not there."""
        return Kept(
            {key: text for key, text in self.texts.items() if key not in other.texts},
            {pair: read for pair, read in self.readings.items() if pair not in other.readings},
        )

    def update(self, other: "Kept") -> None:
        """Keep what another kept too."""
        self.texts.update(other.texts)
        self.readings.update(other.readings)


@dataclass(frozen=True, slots=True)
class KeptReader:
    """A reader that reads each pair once.

    Attributes:
        digest: that of the reader.
        load: gives the reader, and is not called before a pair is read that was not kept.
    """

    digest: str
    load: Callable[[], Reader]
    kept: Kept

    def read(self, pairs: Sequence[Pair]) -> tuple[Reading, ...]:
        """Return a reading for each pair, in order."""
        due = [pair for pair in dict.fromkeys(pairs) if pair not in self.kept.readings]
        if due:
            self.kept.readings.update(zip(due, self.load().read(due), strict=True))
        return tuple(self.kept.readings[pair] for pair in pairs)


def load(folder: Path | None, source: str, digest: str) -> Kept:
    """Return what was kept for a source by this code and model; nothing without a folder.

    `digest` is the model's.
    """
    path = folder and _path(folder, source, digest)
    if path is None or not path.exists():
        return Kept()
    known: Kept = pickle.loads(path.read_bytes())  # noqa: S301  # our own file
    return known


def save(folder: Path, source: str, digest: str, kept: Kept) -> None:
    """Keep it in a folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    _path(folder, source, digest).write_bytes(pickle.dumps(kept))


def _path(folder: Path, source: str, digest: str) -> Path:
    seen = hashlib.sha256((parser.signature() + digest).encode())
    package = Path(auditor.__file__).parent
    for pattern in PARSING:
        for module in sorted(package.glob(pattern)):
            seen.update(module.read_bytes())
    return folder / f"{source.replace(' ', '-')}-{seen.hexdigest()[:12]}.pickle"
