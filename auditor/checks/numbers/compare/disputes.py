"""Where a reference has the article's number and another does not, or has it elsewhere."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from auditor.checks.numbers.compare.agreement import Relation
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import (
    STRONG,
    WEAK,
    NumberCounterpart,
    Outcome,
    Weighed,
)
from auditor.evidence.case import Case

MARGIN = 0.25
"""By how much the slot of another value must fit better than a slot of the same value."""

CONTESTING = 0.7
"""From this fit on, a slot of another value may outdo one of the same value. A guess."""

ELSEWHERE = 0.35
"""Up to this likeness the same value in the references speaks of something else. A guess."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def is_contested(
    ours: Counted, agreeing: Sequence[NumberCounterpart], rival: NumberCounterpart
) -> bool:
    """Tell whether another value fits the slot so much better that ours must be another thing's."""
    best = agreeing[0]
    gain = rival.score - best.score
    if ours.number.unit == "age" or _share_sentence(rival, agreeing):
        return False  # people of other ages are seldom told apart by their surroundings
    if rival.score < STRONG or is_history(ours, rival.match.theirs):
        return False
    if best.match.noun == 0:
        return gain >= MARGIN / 2
    return best.match.likeness < ELSEWHERE and gain >= MARGIN and rival.score >= CONTESTING


def _share_sentence(rival: NumberCounterpart, agreeing: Sequence[NumberCounterpart]) -> bool:
    place = (rival.match.theirs.document, rival.match.theirs.sentence.id)
    return any((f.match.theirs.document, f.match.theirs.sentence.id) == place for f in agreeing)


def is_history(ours: Counted, theirs: Counted) -> bool:
    """Tell whether a reference's sentence looks back to a year that ours does not name."""
    return bool(years_in(theirs.sentence.text) - years_in(ours.sentence.text))


def years_in(words: str) -> frozenset[str]:
    """Return the years that words name in figures."""
    return frozenset(_YEAR.findall(words))


def disputed(
    ours: Counted,
    agreeing: Sequence[NumberCounterpart],
    denying: Sequence[NumberCounterpart],
    case: Case,
) -> Weighed | None:
    """Return that references disagree: each states its own value in the slot and not the other."""
    mine = {f.match.theirs.document for f in agreeing}
    rivals = [f for f in denying if f.score >= WEAK and f.match.theirs.document not in mine]
    best = agreeing[0]
    if not rivals or best.score < WEAK or rivals[0].relation is Relation.UNIT:
        return None
    rival = rivals[0]
    if not ours.fates and rival.score < STRONG:
        return None
    day, last = _days(rival, mine, case)
    if day and last and day < last:
        return None  # the article has the later figure
    outcome = Outcome.SUPERSEDED if day and last and day > last else Outcome.DISPUTED
    return Weighed(outcome, ours, (best, rival))


def _days(
    rival: NumberCounterpart, mine: Collection[str], case: Case
) -> tuple[date | None, date | None]:
    """Return the day of the rival's reference and the last day of those that have our value.

    None where a reference states no date.
    """
    days = [case.texts[name].document.published for name in mine]
    last = None if None in days else max(day for day in days if day)
    return case.texts[rival.match.theirs.document].document.published, last
