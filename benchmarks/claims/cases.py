"""Rows of a set of claims, and each of them as the case that the product looks at.

Parsing is most of the work and the same for every model: `--keep FOLDER` of the commands keeps the
prepared cases there, in a file for each set and version of the code that prepares them.
"""

import gzip
import hashlib
import json
import pickle
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import auditor
from auditor.evidence.case import Case
from auditor.load import document_from_text
from auditor.pipeline import prepared
from training.rows.words import words

LATER = words("judge render run.py cli.py api.py")
"""Modules and packages that look at a prepared case: cases outlive a change of theirs."""

READING = words("entailment.py excerpt.py missing.py readings.py")
"""Likewise in ``evidence``."""

PREPARING = words("find entities mentions.py")
"""What of ``checks`` prepares a case: all else there looks at it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with its source text."""

    id: str
    premise: str
    claim: str
    is_supported: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A row, its claim as an article beside its source text, and the seconds that parsing took."""

    row: Row
    case: Case
    seconds: float


def rows(path: Path, limit: int | None) -> Iterator[Row]:
    """Yield the first `limit` rows of a set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if limit is not None and n >= limit:
                return
            row = json.loads(line)
            yield Row(str(row["id"]), row["premise"], row["hypothesis"], row["label"] == "support")


def claims(path: Path, limit: int | None, folder: Path | None) -> tuple[Claim, ...]:
    """Return the first `limit` rows of a set with their cases, kept in the folder if there is one.

    A kept file is unpickled: give a folder that nobody else writes to.
    """
    taken = list(rows(path, limit))
    if folder is None:
        return tuple(map(_claim, taken))
    kept = folder / f"{path.name.partition('.')[0]}-{_version(taken)}.pickle"
    if kept.exists():
        known: tuple[Claim, ...] = pickle.loads(kept.read_bytes())  # noqa: S301  # our own file
        return known
    made = tuple(map(_claim, taken))
    folder.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(made))
    return made


def _claim(row: Row) -> Claim:
    begun = time.perf_counter()
    article = document_from_text("article", "article", row.claim)
    case = prepared(article, [document_from_text("r1", "source", row.premise)])
    return Claim(row, case, time.perf_counter() - begun)


def _version(taken: list[Row]) -> str:
    """Return a digest of the rows and of the code that prepares them."""
    digest = hashlib.sha256(repr(taken).encode())
    package = Path(auditor.__file__).parent
    for module in sorted(package.rglob("*.py")):
        if not _is_later(module.relative_to(package).parts):
            digest.update(module.read_bytes())
    return digest.hexdigest()[:12]


def _is_later(module: tuple[str, ...]) -> bool:
    """Tell whether a module, given as the parts of its path, looks at a prepared case."""
    if module[0] == "checks":
        return not any(part in PREPARING for part in module[1:])
    return module[0] in LATER or (module[0] == "evidence" and module[1] in READING)
