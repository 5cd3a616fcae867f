"""Rows of the training mixture, and the JSON lines they are kept in."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Label(StrEnum):
    """What a passage says of a sentence; NOT_SUPPORT is contradict or neutral, not known which."""

    SUPPORT = "support"
    CONTRADICT = "contradict"
    NEUTRAL = "neutral"
    NOT_SUPPORT = "not_support"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled pair.

    `spans` are the half-open character ranges of `hypothesis` that the premise does not bear out,
    `()` where it bears out everything, None where nobody marked them. `soft` are a teacher's
    p(supports), p(contradicts), p(neither), to be followed instead of `label`, or None. A `twin`
    says nearly the same as the row before it, which is supported.
    """

    premise: str
    hypothesis: str
    label: Label
    source: str
    spans: tuple[tuple[int, int], ...] | None = None
    soft: tuple[float, float, float] | None = None
    twin: bool = False


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a .jsonl.gz file, in order; a kind in `meta` is added to the source."""
    for entry in read_entries(path):
        label = Label(str(entry["label"]))
        meta = entry.get("meta")
        kind = meta.get("kind") if isinstance(meta, dict) else None
        spans = entry.get("spans", () if label is Label.SUPPORT else None)
        yield Row(
            premise=str(entry["premise"]),
            hypothesis=str(entry["hypothesis"]),
            label=label,
            source=f"{entry['source']}/{kind}" if kind else str(entry["source"]),
            spans=_spans(spans),
            soft=_soft(entry.get("soft")),
            twin=bool(entry.get("twin")),
        )


def read_texts(path: Path) -> Iterator[str]:
    """Yield the texts of a .jsonl.gz file of articles, in file order."""
    for entry in read_entries(path):
        yield str(entry["text"])


def read_entries(path: Path) -> Iterator[dict[str, object]]:
    """Yield the objects of a .jsonl.gz file, in file order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """Write rows as .jsonl.gz, with the same bytes for the same rows."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
        for row in rows:
            entry: dict[str, object] = {
                "premise": row.premise,
                "hypothesis": row.hypothesis,
                "label": row.label.value,
                "source": row.source,
                "spans": row.spans,
            }
            if row.soft:
                entry["soft"] = row.soft
            if row.twin:
                entry["twin"] = True
            packed.write((json.dumps(entry, ensure_ascii=False) + "\n").encode())


def _spans(value: object) -> tuple[tuple[int, int], ...] | None:
    if value is None:
        return None
    if not isinstance(value, list | tuple):
        raise TypeError(f"spans: {value!r}")
    return tuple((int(start), int(end)) for start, end in value)


def _soft(value: object) -> tuple[float, float, float] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 3:
        raise TypeError(f"soft: {value!r}")
    return float(value[0]), float(value[1]), float(value[2])
