"""Rows of a file of premise and hypothesis, as cases, with the parsing kept apart from the rest."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.checks.mentions import with_mentions
from auditor.evidence.case import Case
from auditor.model.document import Document
from auditor.model.text import Text
from auditor.pipeline import case_of
from auditor.text.segment import segment


@dataclass(frozen=True, slots=True)
class Row:
    """A faithful summary with its source.

    Attributes:
        source: name of the file.
        half: 0 to develop on, 1 to report.
    """

    source: str
    summary: str
    reference: str
    half: int


def rows(path: Path, most: int) -> Iterator[Row]:
    """Yield the supported rows of one file that write capitals, at most so many of each half.

    A source occurs once: repeats of one text count as one row.
    """
    counts = [0, 0]
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            table = json.loads(line)
            summary, reference = table["hypothesis"], table["premise"]
            half = hashlib.sha256(reference.encode()).digest()[0] % 2
            if table["label"] != "support" or summary == summary.lower() or reference in seen:
                continue
            if reference == reference.lower() or counts[half] >= most:
                continue
            seen.add(reference)
            counts[half] += 1
            yield Row(path.name.removesuffix(".jsonl.gz"), summary, reference, half)


def text(content: str, name: str) -> Text:
    """Return a text with its mentions."""
    return with_mentions(segment(Document(id=name, path=name, text=content, sha256="")))


def case(article: Text, reference: Text) -> Case:
    """Return the case of one article and one reference."""
    return case_of(article, (reference,))
