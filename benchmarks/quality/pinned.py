"""The figures that a change must not sink: ``tests/quality.toml``.

For each source the digest of its rows, the errors found and the faithful sentences marked; for each
rule and source the places that it marks rightly and wrongly. Of the stories and pairs that only
the gate may touch, counts alone, so that nobody tunes on their places.
"""

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from benchmarks.quality.figures import Figures
from benchmarks.quality.rows import Row, digest

FILE = Path(__file__).parents[2] / "tests" / "quality.toml"

HIDDEN = frozenset({"stories gate", "pairs kept"})
"""The sources whose places nobody looks at."""

CHANCE = 0.05
"""Likelihood below which places lost and won are no draw of a coin: what counts as sunk."""

Pin = list[str] | int
"""Places, or how many."""


@dataclass(frozen=True, slots=True)
class Pins:
    """What is pinned, by source; of rules by (rule, source).

    Attributes:
        digests: of the rows.
        good: figures of which more is better: ``found`` and each rule's ``right``.
        bad: figures of which less is better: ``alarms`` and each rule's ``wrong``.
    """

    digests: Mapping[str, str]
    good: Mapping[tuple[str, str], Pin]
    bad: Mapping[tuple[str, str], Pin]


def pins(rows: Sequence[Row], figures: Figures) -> Pins:
    """Return what a run would pin."""
    good: dict[tuple[str, str], Pin] = {}
    bad: dict[tuple[str, str], Pin] = {}
    for name, source in figures.sources.items():
        good["found", name] = _pin(name, source.found)
        bad["alarms", name] = _pin(name, source.alarms)
    for rule, of in figures.rules.items():
        for name, places in of.right.items():
            good[rule, name] = _pin(name, places)
        for name, places in of.wrong.items():
            bad[rule, name] = _pin(name, places)
    names = figures.sources
    digests = {name: digest(row for row in rows if row.source == name) for name in names}
    return Pins(digests, good, bad)


def _pin(source: str, places: set[str]) -> Pin:
    return len(places) if source in HIDDEN else sorted(places)


def write(made: Pins, path: Path = FILE) -> None:
    """Pin the figures of the sources that were run, and leave those of others as they are."""
    old = read(path) if path.exists() else Pins({}, {}, {})
    kept = Pins(
        {**old.digests, **made.digests},
        {**_others(old.good, made), **made.good},
        {**_others(old.bad, made), **made.bad},
    )
    table = {"rows": dict(sorted(kept.digests.items()))}
    content = {**table, "good": _nested(kept.good), "bad": _nested(kept.bad)}
    path.write_text(tomli_w.dumps(content), encoding="utf-8")


def _others(pinned: Mapping[tuple[str, str], Pin], made: Pins) -> dict[tuple[str, str], Pin]:
    return {key: pin for key, pin in pinned.items() if key[1] not in made.digests}


def _nested(pinned: Mapping[tuple[str, str], Pin]) -> dict[str, dict[str, Pin]]:
    nested: dict[str, dict[str, Pin]] = {}
    for (figure, source), pin in sorted(pinned.items()):
        nested.setdefault(figure, {})[source] = pin
    return nested


def read(path: Path = FILE) -> Pins:
    """Return what is pinned."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return Pins(content["rows"], _flat(content["good"]), _flat(content["bad"]))


def _flat(nested: Mapping[str, Mapping[str, Pin]]) -> dict[tuple[str, str], Pin]:
    return {(name, source): pin for name, of in nested.items() for source, pin in of.items()}


def sunk(pinned: Pins, made: Pins) -> Iterator[str]:
    """Yield what a change made worse beyond chance, with the places where it did.

    Places lost and won are laid against the toss of a coin, for each source, and for each figure
    over all sources together. Rows that changed cannot be compared, which is said too.
    """
    same = [name for name, rows in made.digests.items() if pinned.digests.get(name) == rows]
    for name in made.digests:
        if name not in same:
            yield f"{name}: its rows are not those that were pinned; look, and pin anew"
    for worse, before, after in (
        ("finds less", pinned.good, made.good),
        ("marks more that is true", made.bad, pinned.bad),
    ):
        for figure in sorted({key[0] for key in (*before, *after)}):
            lost, won = [], []
            for name in same:
                less, more = _change(before.get((figure, name)), after.get((figure, name)))
                lost += [f"{name} {place}" for place in less]
                won += more
                if is_beyond_chance(len(less), len(more)):
                    yield f"{figure} on {name} {worse}: {', '.join(less)}"
            if is_beyond_chance(len(lost), len(won)):
                yield f"{figure} {worse} over all sources: {', '.join(lost)}"


def _change(before: Pin | None, after: Pin | None) -> tuple[list[str], list[str]]:
    """Return the places that only the first has, and those that only the second has."""
    if isinstance(before, int) or isinstance(after, int):
        one, two = (before or 0), (after or 0)
        if not (isinstance(one, int) and isinstance(two, int)):
            raise TypeError("places and a count cannot be compared")
        return ["?"] * (one - two), ["?"] * (two - one)
    one_, two_ = set(before or ()), set(after or ())
    return sorted(one_ - two_), sorted(two_ - one_)


def is_beyond_chance(lost: int, won: int) -> bool:
    """Tell whether so many losses among so many changes are no toss of a coin (sign test)."""
    changed = lost + won
    tail = sum(math.comb(changed, n) for n in range(lost, changed + 1))
    return lost > 0 and tail / 2**changed < CHANCE
