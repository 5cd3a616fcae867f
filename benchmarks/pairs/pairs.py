"""The pairs as their files hold them, by kind of error and part."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent

KINDS = ("certainty", "denial", "sides", "cause", "internal", "ownership", "sequel")

PARTS = ("dev", "kept", "later")
"""Not every kind has pairs in each: `kinds_of`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A wrong and a faithful article on the same reports; `words` are the wrong ones."""

    id: str
    reports: tuple[str, ...]
    wrong: str
    words: str
    faithful: str


def kinds_of(part: str) -> tuple[str, ...]:
    """Return the kinds that have pairs in a part."""
    return tuple(kind for kind in KINDS if (FOLDER / f"{kind}.{part}.jsonl").is_file())


def read(kind: str, part: str) -> Iterator[Pair]:
    """Yield the pairs of one kind in the order of their file."""
    with (FOLDER / f"{kind}.{part}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            stated = json.loads(line)
            yield Pair(
                stated["id"],
                tuple(f"{report['date']}\n\n{report['text']}" for report in stated["reports"]),
                stated["wrong"],
                stated["words"],
                stated["faithful"],
            )
