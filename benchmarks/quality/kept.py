"""Parses and readings that outlive a run: they are most of its time and seldom change."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from auditor import pipeline
from auditor.cache.known_parses import KnownParses
from auditor.cache.known_readings import KnownReadings
from auditor.cache.known_texts import Read
from auditor.cache.store import Store
from auditor.evidence import entailment
from auditor.evidence.entailment import Reader
from auditor.model.document import Document
from auditor.text.segment import segment

MOST_BYTES = 50_000_000_000
"""All rows are kept, however many there are."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What reads documents and pairs, and remembers parses and readings.

    Mentions are found anew: they are what a benchmark is about.
    """

    read: Callable[[Document], Read]
    reader: Reader


def keeping(folder: Path) -> Kept:
    """Return what remembers in a folder; several processes may use it side by side."""
    store = Store(folder.absolute(), MOST_BYTES)
    cut = partial(segment, parse=KnownParses(store).parse)
    reader = KnownReadings(entailment.shipped(), store)
    return Kept(partial(pipeline.read, cut=cut), reader)
