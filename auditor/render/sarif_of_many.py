"""One SARIF run of any number of articles, written as they are read: none is kept for it.

Each article gives a part, which is plain JSON; all parts are read twice.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice, takewhile

from auditor import __version__
from auditor.knowledge.rules import digest
from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.render.artifact import artifact_location
from auditor.render.record import Record
from auditor.render.safe import escaped_json, line
from auditor.render.sarif import (
    driver_of,
    log_of,
    notification,
    numbers_of,
    properties_of,
    silent_in,
    to_sarif,
)
from auditor.render.sarif_limits import LARGEST, MOST_RELATED, MOST_RESULTS, told_limits

LIMIT = "limit"
"""The id of notifications on what was left out, which is told of the whole run alone."""


@dataclass(slots=True)
class _Seen:
    """What a first look at all parts shows.

    Attributes:
        silent: ids of the rules that looked at no article, None before the first.
        marking: ids of the rules that marked something.
        counts, lengths: of the results of each rank.
        shortened: how many results show their first passages alone.
    """

    silent: set[str] | None = None
    marking: set[str] = field(default_factory=set)
    counts: Counter[int] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    notifications: list[Record] = field(default_factory=list)
    properties: Record | None = None
    shortened: int = 0


def part_of(audit: Audit) -> Record:
    """Return what one article adds to the run."""
    (run,) = to_sarif((audit,))["runs"]
    (invocation,) = run["invocations"]
    told = invocation["toolExecutionNotifications"]
    return {
        "results": run["results"],
        "ranks": [item.rank for item in audit.findings][: len(run["results"])],
        "artifacts": run["artifacts"],
        "notifications": [one for one in told if one["descriptor"]["id"] != LIMIT],
        "silent": sorted(silent_in(audit)),
        "shortened": sum(len(item.finding.evidence) > MOST_RELATED for item in audit.findings),
        "properties": properties_of(audit),
    }


def part_of_unaudited(article: str, reason: str) -> Record:
    """Return what an article adds that could not be audited."""
    place = {"artifactLocation": artifact_location(Document("article", article, "", ""))}
    told = notification("story", "error", line(f"{article}: not audited: {reason}"))
    return {"notifications": [{**told, "locations": [{"physicalLocation": place}]}]}


def joined(parts: Callable[[], Iterable[Record]]) -> Iterator[str]:
    """Yield the text of the log that has all parts, in their order, piece by piece.

    Args:
        parts: begins to read them, and is called twice.
    """
    seen = _summed(parts())
    driver = driver_of([seen.silent or set()], seen.marking, __version__)
    room = _room(parts, seen)
    limits = told_limits(seen.counts.total(), sum(room.values()), seen.shortened)
    told = [*seen.notifications, *(notification(LIMIT, *limit) for limit in limits)]
    log = log_of(driver, told, seen.properties or {"rules": digest(), "model": "none"})
    head, rest = _text(log).split('"artifacts": []', 1)
    middle, tail = rest.split('"results": []', 1)
    yield f'{head}"artifacts": ['
    yield from _rows(_artifacts(parts()))
    yield f']{middle}"results": ['
    yield from _rows(_results(parts(), room, numbers_of(driver)))
    yield f"]{tail}\n"


def _summed(parts: Iterable[Record]) -> _Seen:
    seen = _Seen()
    for part in parts:
        seen.notifications += part["notifications"]
        if "results" not in part:
            continue
        silent = set(part["silent"])
        seen.silent = silent if seen.silent is None else seen.silent & silent
        seen.properties = seen.properties or part["properties"]
        seen.shortened += part["shortened"]
        for result, rank in _ranked(part):
            seen.marking.add(result["ruleId"])
            seen.counts[rank] += 1
            seen.lengths[rank] += len(json.dumps(result))
    return seen


def _ranked(part: Record) -> Iterator[tuple[Record, int]]:
    return zip(part.get("results", ()), part.get("ranks", ()), strict=True)


def _room(parts: Callable[[], Iterable[Record]], seen: _Seen) -> dict[int, int]:
    """Return how many results of each rank are taken, as `sarif_limits.kept` takes them."""
    number, length = MOST_RESULTS, LARGEST
    room: dict[int, int] = {}
    for rank in sorted(seen.counts):
        if seen.counts[rank] > number or seen.lengths[rank] > length:
            room[rank] = _fitting(parts(), rank, number, length)
            break
        room[rank] = seen.counts[rank]
        number, length = number - seen.counts[rank], length - seen.lengths[rank]
    return room


def _fitting(parts: Iterable[Record], rank: int, number: int, length: int) -> int:
    """Return how many of the first results of a rank fit into a number and a length."""
    own = (one for part in parts for one, other in _ranked(part) if other == rank)
    sums = accumulate(len(json.dumps(result)) for result in own)
    return sum(1 for _ in takewhile(lambda sum_: sum_ <= length, islice(sums, number)))


def _artifacts(parts: Iterable[Record]) -> Iterator[Record]:
    """Yield articles and references, each once."""
    told: set[str] = set()
    for part in parts:
        for one in part.get("artifacts", ()):
            address = one["location"]["uri"]
            if address not in told:
                told.add(address)
                yield one


def _results(
    parts: Iterable[Record], room: dict[int, int], numbers: dict[str, int]
) -> Iterator[Record]:
    left = Counter(room)
    for part in parts:
        for result, rank in _ranked(part):
            if left[rank]:
                left[rank] -= 1
                yield {**result, "ruleIndex": numbers[result["ruleId"]]}


def _rows(values: Iterable[Record]) -> Iterator[str]:
    for n, value in enumerate(values):
        yield f"{',' if n else ''}\n{_text(value)}"


def _text(value: Record) -> str:
    return escaped_json(json.dumps(value, ensure_ascii=False))
