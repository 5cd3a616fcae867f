"""How well each number of the references fits the slot of one of the article."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.numbers.compare.agreement import Relation, is_far, relation
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.sameness import Match, Weights, matched
from auditor.evidence.case import Case
from auditor.model.evidence import Evidence, Link
from auditor.model.number import Bound

STRONG = 0.6
"""From this fit on, another value in the slot is a contradiction. Measured as for `LIKELY`: one
figure left alone in 360 reaches it, 30 altered ones in 183."""

STRONG_SLIP = 0.5
"""The same where the values differ by a known slip: chance hardly makes one. A guess."""

LIKELY = 0.5
"""From this fit on, another value in the slot is probably a contradiction. In human-made summaries
two figures in 360 left alone reach it, and 50 in 183 altered ones (`benchmarks/numbers`)."""

WEAK = 0.35
"""From this fit on, another count of the same noun is a doubt. Measured likewise: 9 in 360 left
alone, 75 in 183 altered ones. Spans of time, amounts and ranks are too various for it."""

VERBATIM = 0.8
"""From this likeness on, the sentence is repeated, and whatever is counted is the same. A guess."""

ECHO = 0.25
"""From this fit on, the same figure of another noun is the same number in other words."""

LINKED = 0.1
"""What it adds to the fit that alignment linked the passage to the sentence. A guess."""


@dataclass(frozen=True, slots=True)
class NumberCounterpart:
    """A reference's number with its relation to ours and how well its slot fits, about [0, 1]."""

    match: Match
    relation: Relation
    score: float


class Outcome(StrEnum):
    """What is wrong with a number; rules speak of these words."""

    CONFLICT = "conflict"
    SCALE = "scale"
    UNIT = "unit"
    TRANSPOSED = "transposed"
    BOUND = "bound"
    SWAPPED = "swapped"
    OWNED = "owned"
    EARLIER = "earlier"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    DERIVED = "derived"
    IMPOSSIBLE = "impossible"
    UNFOUND = "unfound"
    UNFOUND_SMALL = "unfound-small"


@dataclass(frozen=True, slots=True)
class Weighed:
    """An outcome for one number of the article, with what it was weighed against.

    Attributes:
        fits: the reference numbers that prove it, best first.
        arithmetic: how the number follows from others, "" where it does not.
        is_asked: whether the article's words ask for that arithmetic, so that no rival counts.
    """

    outcome: Outcome
    ours: Counted
    fits: tuple[NumberCounterpart, ...]
    arithmetic: str = ""
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Stock:
    """All numbers of the references.

    Attributes:
        own: the numbers of the article, by the id of their sentence, in text order.
        meant: the same, in the same order, bare ones with the unit that is to be understood.
    """

    counted: tuple[Counted, ...]
    meant: tuple[Counted, ...]
    worth: Weights
    case: Case
    own: Mapping[str, tuple[Counted, ...]]


def fits_of(ours: Counted, link: Link | None, stock: Stock) -> tuple[NumberCounterpart, ...]:
    """Return the references' numbers of the same kind, the best slot first."""
    fits: list[NumberCounterpart] = []
    for theirs in stock.counted:
        match = matched(ours, theirs, stock.worth)
        if match:
            bonus = LINKED * closeness(theirs, link)
            fits.append(
                NumberCounterpart(
                    match, relation(ours.number, theirs.number), match.likeness + bonus
                )
            )
    return tuple(sorted(fits, key=order))


def order(fit: NumberCounterpart) -> tuple[float, int, str, int]:
    """Return what fits are sorted by: the best slot first, ties in text order."""
    theirs = fit.match.theirs
    return -fit.score, -fit.match.noun, theirs.document, theirs.number.start


def closeness(theirs: Counted, link: Link | None) -> float:
    """Return how close alignment found the sentence of a number, 0 where it did not link it."""
    evidence = link.evidence if link else ()
    return max((e.score for e in evidence if _holds(e, theirs)), default=0.0)


def _holds(evidence: Evidence, theirs: Counted) -> bool:
    start = theirs.number.start
    return evidence.reference == theirs.document and evidence.start <= start < evidence.end


def counts_same(fit: NumberCounterpart) -> bool:
    """Tell whether an equal value may be the same number: noun or surroundings allow it."""
    return fit.match.noun >= 1 or fit.score >= ECHO


def is_rival(ours: Counted, fit: NumberCounterpart) -> bool:
    """Tell whether another value can only be a slip: the same noun, unit or fate is counted."""
    own, other = ours.number, fit.match.theirs.number
    if own.bound is Bound.VAGUE or other.bound is Bound.VAGUE:
        return False
    if fit.relation is Relation.UNIT:
        return True
    if is_far(own, other, fit.relation):
        return False
    alike = bool(ours.fates & fit.match.theirs.fates) or fit.match.likeness >= VERBATIM
    return fit.match.noun == 2 or (fit.match.noun == 1 and alike)


def is_strong(fit: NumberCounterpart) -> bool:
    """Tell whether a rival's slot fits well enough for an error; a known slip needs less."""
    return fit.score >= (STRONG if fit.relation is Relation.DIFFERS else STRONG_SLIP)
