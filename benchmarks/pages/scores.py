"""How near what was read of a page comes to what stands in it."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages.readers import Extract


@dataclass(frozen=True, slots=True)
class Gold:
    """What a page holds, as whoever wrote it says."""

    title: str
    published: str
    byline: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageScore:
    """How a page was read: F1 of the words of its story, and whether day and byline are right."""

    words: float
    is_day_right: bool
    is_byline_right: bool


def gold(path: Path) -> Gold:
    """Return what the file beside a page says of it."""
    kept = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    day = kept["published"] or ""
    return Gold(kept["title"], day, tuple(kept["byline"]), tuple(kept["text"]))


def score(read: Extract, right: Gold) -> PageScore:
    """Return how near one reading comes; a title above the story counts neither way."""
    title = _words([right.title])
    story = [line for line in read.lines if _words([line]) != title]
    return PageScore(
        words=_f1(_words(story), _words(right.text)),
        is_day_right=read.published == right.published,
        is_byline_right=_names(read.byline) == _names(right.byline),
    )


def missed_and_added(read: Extract, right: Gold) -> tuple[list[str], list[str]]:
    """Return the lines of the story that hold words not read, and those read that it lacks."""
    known, found = _words(right.text), _words(read.lines)
    missed = [line for line in right.text if _words([line]) - found]
    added = [line for line in read.lines if _words([line]) - known - _words([right.title])]
    return missed, added


def _words(lines: Iterable[str]) -> Counter[str]:
    return Counter(word for line in lines for word in re.findall(r"\w+", line.casefold()))


def _f1(read: Counter[str], right: Counter[str]) -> float:
    """Return the F1 of two bags of words, each word as often as it stands there."""
    shared = (read & right).total()
    return 2 * shared / (read.total() + right.total()) if shared else 0.0


def _names(byline: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(re.findall(r"\w+", name.casefold())) for name in byline)
