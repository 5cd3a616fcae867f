"""Which reports of an archive are near: by the rare words that they share, and by their day.

A unit, a name or a sentence, counts for a report by the information that it holds, times a power
of the share that the report has of it: a whole name tells, a first name hardly anything. So ten
reports on like events in like words stay behind the one that has the same people.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from auditor.archive.question import Inquiry, Keyword, Unit
from auditor.archive.respelt import may_vary
from auditor.archive.shelves import Archive, Docket, Numbers

Floats = npt.NDArray[np.float32]

LOOKED_AT = 2_000
"""Reports, nearest by their words, whose days are looked at. A guess."""

SAME_DAYS = 10
"""Days between a report and a day of the article up to which it is of the same days. A guess."""

LIKE_DAYS = 90
"""Days up to which a report may still be of the same story. A guess."""

SAME, LIKE, FAR = 2.0, 1.0, 0.5
"""How much a report of the same days counts, of like days or of no known day, and of others
(benchmarks/archive, as the two that follow)."""

SHARPNESS = 3
"""The power of a unit's share."""

NAMES = 4.0
"""How much more a name counts than a sentence: sentences are told in other words, names are not."""


@dataclass(frozen=True, slots=True)
class Holders:
    """The reports in question, in the order of their numbers, and who of them holds which word.

    Attributes:
        rows: by key, rows of `numbers`, ascending; a word that none holds, or too many, has none.
        weights: by key, how much a word tells: its inverse document frequency.
        absent: words that none holds.
    """

    numbers: Numbers
    rows: Mapping[str, Numbers]
    weights: Mapping[str, float]
    absent: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may be near.

    Attributes:
        row: of `Holders.numbers`.
        score: more is nearer.
        shares: what it has of each sentence of the question, 0 to 1 by information.
        days: days of the question that it is near to, in order.
    """

    docket: Docket
    row: int
    score: float
    shares: tuple[float, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The reports near a question, nearest first; of equals the later indexed comes last."""

    question: Inquiry
    holders: Holders
    candidates: tuple[Candidate, ...]


def ranking(
    archive: Archive,
    question: Inquiry,
    most: int,
    within: Numbers | None = None,
    looked_at: int = LOOKED_AT,
) -> Ranking:
    """Return the reports that share rare words with a question, the nearest of them.

    Args:
        archive: where they are looked for.
        question: what is looked for.
        most: of a word, the reports that may hold it; one that more hold tells nothing.
        within: the only reports that count; None for all.
        looked_at: how many at most.
    """
    units = (*question.names, *question.sentences)
    keys = {word.key for unit in units for word in unit.words}
    varied = {word.key for unit in question.names or units for word in unit.words}
    held = {key: _held(archive, key, most, key in varied) for key in sorted(keys)}
    holders = _holders(held, most, archive.volume().reports, within)
    shares = [_share(holders, unit) for unit in units]
    scores = np.zeros(len(holders.numbers), dtype=np.float32)
    for n, (unit, share) in enumerate(zip(units, shares, strict=True)):
        times = NAMES if n < len(question.names) else 1.0
        scores += np.float32(times * weight(holders, unit)) * share**SHARPNESS
    nearest = np.argsort(-scores, kind="stable")[:looked_at]
    rows = {int(holders.numbers[row]): int(row) for row in nearest if scores[row] > 0}
    found = [
        Candidate(
            docket=docket,
            row=rows[docket.number],
            score=float(scores[rows[docket.number]]) * _factor(docket.published, question.days),
            shares=tuple(
                float(share[rows[docket.number]]) for share in shares[-len(question.sentences) :]
            ),
            days=_near(docket.published, question.days),
        )
        for docket in archive.dockets(rows)
    ]
    found.sort(key=lambda candidate: (-candidate.score, candidate.docket.number))
    return Ranking(question, holders, tuple(found))


def weight(holders: Holders, unit: Unit) -> float:
    """Return how much a unit tells; what no report holds, or too many do, parts none of them."""
    return sum(holders.weights.get(word.key, 0.0) for word in unit.words)


def shared(ranked: Ranking, candidate: Candidate) -> tuple[str, ...]:
    """Return what a report shares: names that it has whole, then other words; by what they tell."""
    holders, question = ranked.holders, ranked.question
    names: list[tuple[float, str]] = []
    words: list[tuple[float, str]] = []
    told: set[str] = set()
    for unit in question.names:
        own = [word for word in unit.words if word.key in holders.rows]
        is_known = not any(word.key in holders.absent for word in unit.words)
        if own and is_known and all(_holds(holders, word, candidate.row) for word in own):
            names.append((-weight(holders, unit), unit.text))
            told |= {word.key for word in unit.words}
    for word in (word for unit in question.sentences for word in unit.words):
        if word.key not in told and _holds(holders, word, candidate.row):
            told.add(word.key)
            words.append((-holders.weights[word.key], word.text))
    return tuple(dict.fromkeys(text for _, text in (*sorted(names), *sorted(words))))


def _held(archive: Archive, key: str, most: int, is_varied: bool) -> Numbers:
    """Return who holds a word; of a name that nobody holds, who holds it in another spelling."""
    numbers = archive.holders(key, most)
    if len(numbers) or not (is_varied and may_vary(key)):
        return numbers
    return _joined(archive.holders(like, most) for like in archive.like(key))


def _joined(lists: Iterable[Numbers]) -> Numbers:
    return np.unique(np.concatenate([np.empty(0, dtype=np.int64), *lists]))


def _holders(
    held: Mapping[str, Numbers], most: int, reports: int, within: Numbers | None
) -> Holders:
    told = {key: numbers for key, numbers in held.items() if 0 < len(numbers) <= most}
    left = told if within is None else {k: np.intersect1d(own, within) for k, own in told.items()}
    numbers = _joined(left.values())
    return Holders(
        numbers,
        {key: np.searchsorted(numbers, own) for key, own in left.items()},
        {key: math.log((reports + 1) / (len(own) + 0.5)) for key, own in told.items()},
        frozenset(key for key, own in held.items() if not len(own)),
    )


def _share(holders: Holders, unit: Unit) -> Floats:
    """Return what each report has of a unit, 0 to 1."""
    shares = np.zeros(len(holders.numbers), dtype=np.float32)
    whole = weight(holders, unit)
    for word in unit.words:
        if word.key in holders.rows:
            shares[holders.rows[word.key]] += np.float32(holders.weights[word.key] / whole)
    return shares


def _near(day: date | None, days: Sequence[date]) -> tuple[date, ...]:
    return tuple(one for one in days if day and abs((one - day).days) <= SAME_DAYS)


def _factor(day: date | None, days: Sequence[date]) -> float:
    if not day or not days:
        return LIKE
    gap = min(abs((one - day).days) for one in days)
    return SAME if gap <= SAME_DAYS else LIKE if gap <= LIKE_DAYS else FAR


def _holds(holders: Holders, word: Keyword, row: int) -> bool:
    rows = holders.rows.get(word.key)
    if rows is None:
        return False
    at = int(np.searchsorted(rows, row))
    return at < len(rows) and int(rows[at]) == row
