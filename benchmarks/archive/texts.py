"""The texts that an archive is made of: reports of our stories, cases and twins."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.load import load_references
from auditor.load.written_dates import MONTHS, WEEKDAYS

ROOT = Path(__file__).parents[2]

WORD = re.compile(r"[^\W\d_]+")

_CALENDAR = (*MONTHS, *WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Served:
    """A report as it was written, and the year that its dates without one are of."""

    text: str
    year: int
    is_story: bool


@cache
def served() -> tuple[Served, ...]:
    """Return all reports: those of stories and cases first, then those of twins."""
    return (*_stories(), *_twins())


@cache
def names() -> tuple[str, ...]:
    """Return the words that stand for names: capitals alone, wherever they stand."""
    upper: set[str] = set()
    lower: set[str] = set()
    for report in served():
        for word in WORD.findall(report.text):
            (upper if word[0].isupper() else lower).add(word)
    plain = {word.casefold() for word in lower}
    return tuple(
        sorted(
            word
            for word in upper
            if len(word) > 2
            and not word.isupper()
            and word.casefold() not in plain
            and not word.casefold().startswith(_CALENDAR)
        )
    )


def _stories() -> Iterator[Served]:
    folders = sorted((ROOT / "fixtures").glob("*/**/refs"))
    for folder in folders:
        documents, _ = load_references([str(folder)])
        years = [document.published.year for document in documents if document.published]
        for document in documents:
            year = document.published.year if document.published else max(years, default=2024)
            yield Served(document.text, year, is_story=True)


def _twins() -> Iterator[Served]:
    for path in sorted((ROOT / "training" / "twins").glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            for report in json.loads(row)["reports"]:
                day = report["date"]
                text = f"{day}\n\n{report['text']}\n"
                yield Served(text, int(day[:4]), is_story=False)
