"""Pairs of real reports on like events: the same kind of thing happened, to others, elsewhere.

A folder ``refs`` of the ECB+ corpus (Cybulska and Vossen 2014) holds two: files named ``…ecbplus``
report the second event. In a file of texts, those are like whose words are alike (tf-idf cosine)
but not so alike that they may report one event.
"""

import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

LIKE, SAME = 0.17, 0.4
"""Cosines between which two texts report like events. Read off 40 pairs."""

LENGTHS = range(120, 1200)
"""Words of a report."""

PAIRS = 60
"""Pairs taken from the files of texts together, the likest first in each."""

REPORTS = 3
"""Reports of each event that an audit gets, where there are several."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Reports of one event, and of a like one."""

    name: str
    own: tuple[str, ...]
    other: tuple[str, ...]


def pairs(paths: Sequence[Path]) -> Iterator[Pair]:
    """Yield the pairs of all folders and files, both ways round."""
    texts = []
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        else:
            texts += _texts(path)
    for n, (a, b) in enumerate(_like(texts)):
        yield Pair(f"text-{n}", (a,), (b,))
        yield Pair(f"text-{n}-back", (b,), (a,))


def _folder(path: Path) -> Iterator[Pair]:
    files = sorted(path.glob("*.txt"))
    first = [f.read_text(encoding="utf-8") for f in files if not f.stem.endswith("plus")]
    second = [f.read_text(encoding="utf-8") for f in files if f.stem.endswith("plus")]
    for n in range(0, max(len(first), len(second)) if first and second else 0, REPORTS):
        a = (first[n:] + first[:n])[:REPORTS]
        b = (second[n:] + second[:n])[:REPORTS]
        yield Pair(f"{path.parent.name}-{n}", tuple(a), tuple(b))
        yield Pair(f"{path.parent.name}-{n}-back", tuple(b), tuple(a))


def _texts(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    return [text for text in found if len(text.split()) in LENGTHS]


def _like(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    vectors = _vectors(texts)
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for n, vector in enumerate(vectors):
        for word in vector:
            postings[word].append(n)
    found = []
    for n, vector in enumerate(vectors):
        alike: Counter[int] = Counter()
        for word, weight in vector.items():
            for m in postings[word]:
                if m > n:
                    alike[m] += weight * vectors[m][word]  # type: ignore[assignment]  # sums floats
        found += [(score, n, m) for m, score in alike.items() if LIKE < score < SAME]
    used: set[int] = set()
    kept = 0
    for _, n, m in sorted(found, key=lambda one: (-one[0], one[1:])):
        if kept < PAIRS and not {n, m} & used:
            used |= {n, m}
            kept += 1
            yield texts[n], texts[m]


def _vectors(texts: Sequence[str]) -> list[Mapping[str, float]]:
    counts = [Counter(re.findall(r"[a-z]{3,}", text.lower())) for text in texts]
    spread = Counter(word for count in counts for word in count)
    found: list[Mapping[str, float]] = []
    for count in counts:
        vector = {
            word: (1 + math.log(n)) * math.log(len(texts) / spread[word])
            for word, n in count.items()
            if 1 < spread[word] < len(texts) / 5
        }
        length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
        found.append({word: x / length for word, x in vector.items()})
    return found


def halves(found: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return every other two pairs: a half to develop on and a half to report."""
    steps = list(zip_longest(*[iter(found)] * 2))
    develop = [pair for step in steps[::2] for pair in step if pair]
    report = [pair for step in steps[1::2] for pair in step if pair]
    return develop, report
