"""Whether two numbers fill the same slot: the same kind of thing, counted in the same event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from auditor.checks.numbers.compare.agreement import DAY, HALF_DAY, kind
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.find.units import base_of, in_base
from auditor.language.vectors import vectors
from auditor.language.words import stem
from auditor.model.number import Bound, Number

ALIKE = 0.6
"""Counted nouns whose word vectors are this alike count the same things: `shop` and `store`."""

UNSEEN = 0.6
"""What a word that no reference holds counts, as a share of the rarest one there. A guess."""

TELLING = 12
"""A whole number from here on rarely stands in the references by chance. A guess."""

UNMISTAKABLE = 1_000
"""A number from here on, rounded or without its unit, is still no other one. A guess."""

OLDEST = 123
"""The highest age ever verified is 122 (Jeanne Calment)."""

NOBODYS = 1_000
"""An age from here on is that of a thing."""

OFTEN = 5
"""Whole numbers up to here stand in most texts as count, rank or score. A guess."""

OPEN_KINDS = frozenset({"money", "percent", "clock", "score", "age", "magnitude", "category"})
"""Kinds of number that need no counted noun: the unit says what they measure."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word tells: its inverse frequency over the numbers of all references."""

    counts: Mapping[str, int]
    total: int

    def of(self, key: str) -> float:
        """Return what a word tells, always above 0."""
        n = self.counts.get(key, 0)
        return math.log(1 + self.total / n) if n else UNSEEN * math.log(1 + self.total)


def weights(numbers: Iterable[Counted]) -> Weights:
    """Return the weights of the words around the numbers of the references."""
    sentences = {(f.document, f.sentence.id): frozenset(f.words) for f in numbers}
    counts = Counter(key for words in sentences.values() for key in words)
    return Weights(counts, max(2, len(sentences)))


@dataclass(frozen=True, slots=True)
class Match:
    """A reference's number beside the article's.

    Attributes:
        likeness: how much of what surrounds the article's number surrounds the other, in [0, 1].
        noun: 2 where both count the same noun or share a unit, 1 where they may, 0 where not.
    """

    theirs: Counted
    likeness: float
    noun: int


def matched(ours: Counted, theirs: Counted, worth: Weights) -> Match | None:
    """Return how well a reference's number fits the slot of ours; None where kinds differ."""
    if not _may_compare(ours, theirs):
        return None
    return Match(theirs, likeness(ours, theirs, worth), _noun(ours, theirs))


def _may_compare(ours: Counted, theirs: Counted) -> bool:
    if kind(ours.number.unit) != kind(theirs.number.unit):
        return False
    return not (ours.fates and theirs.fates and not ours.fates & theirs.fates)


def echoes(ours: Counted, theirs: Counted) -> bool:
    """Tell whether the same telling figure stands there in another form.

    ``401`` and ``401st``, ``almost 185,000`` and ``184,600``, ``10,000 metres`` and ``a 10,000``.
    """
    own, other = ours.number, theirs.number
    if ours.fates and theirs.fates and not ours.fates & theirs.fates:
        return False
    if kind(own.unit) == "clock" and other.unit == "":
        return _shows_on_clock(other, own.value)
    if (
        _is_age_in_weeks(own, other)
        or _are_both_ends(own, other)
        or _is_end_of_range(own, other)
        or _is_anniversary(own, other)
    ):
        return True
    same = abs(own.value) == abs(other.value) and own.bound is not Bound.VAGUE
    if own.unit == other.unit and own.bound is not Bound.VAGUE and other.value >= UNMISTAKABLE:
        same = same or own.low <= other.value <= own.high
    if kind(own.unit) == kind(other.unit):
        return same and own.unit == other.unit and is_telling(own)
    bare = {"", "ordinal", "age", "score", "times"}
    if _may_span_time(own, other) or (own.unit in bare and other.unit in bare):
        return same and own.value > OFTEN
    return same and "" in {own.unit, other.unit} and own.value >= UNMISTAKABLE


def _shows_on_clock(bare: Number, minutes: float) -> bool:
    """Tell whether a bare figure may be that time of day: ``at 7`` and ``at 4.35`` for p.m."""
    hour, minute = divmod(round(100 * bare.value), 100)
    shown = hour * 60 + minute
    return shown < DAY and minute < 60 and (shown - minutes) % HALF_DAY == 0


def _may_span_time(own: Number, other: Number) -> bool:
    """Tell whether one is a span of time and the other may be: ``seven of the last ten years``.

    An age is one.
    """
    if {own.unit, other.unit} == {"age", "year"}:
        return True
    bare, span = (own, other) if own.unit == "" else (other, own)
    return bare.unit == "" and base_of(span.unit) == "day" and bare.counted in {"", span.unit}


def _is_age_in_weeks(own: Number, other: Number) -> bool:
    """Tell whether an age is a span but no years: ``five-week-old``, ``a baby of five weeks``."""
    if own.unit != "age" or other.unit == "year" or base_of(other.unit) != "day":
        return False
    years = in_base(other.value, other.unit) / in_base(1, "year")
    return abs(own.value - years) <= 0.01 * years


def _are_both_ends(own: Number, other: Number) -> bool:
    """Tell whether both are pairs of the same two figures: a score from either side's view."""
    return "score" in {own.unit, other.unit} and _ends(own) == _ends(other)


def _is_end_of_range(own: Number, other: Number) -> bool:
    """Tell whether ours is where a range of theirs ends: aged 19 to 23, the oldest 23."""
    open_ = {own.unit, other.unit} <= {"", "age"} or own.unit == other.unit
    is_end = other.bound is Bound.RANGE and own.value in _ends(other)
    return open_ and is_end and own.value > OFTEN


def _ends(number: Number) -> frozenset[int]:
    """Return the whole figures of a score or range, without the tolerance."""
    return frozenset({round(number.low), round(number.high)})


def _is_anniversary(own: Number, other: Number) -> bool:
    """Tell whether one span of years is told as its anniversary: 40 years, the fortieth."""
    spans = {own.unit, other.unit} & {"year", "age"}
    ordinal = own if own.unit == "ordinal" else other
    return bool(
        spans
        and ordinal.unit == "ordinal"
        and own.value == other.value
        and ordinal.counted in {"anniversary", "birthday", "jubilee"}
    )


def is_telling(number: Number) -> bool:
    """Tell whether a figure rarely stands in two texts by chance."""
    return abs(number.value) >= TELLING or number.value % 1 != 0


def is_impossible(ours: Counted) -> bool:
    """Tell whether no such number can be: more than all of those counted, an hour after 24."""
    number = ours.number
    if number.unit == "percent" and number.value > 100 and "person" in ours.groups:
        behind = ours.sentence.text[number.end - ours.sentence.start :].lstrip()
        return behind.startswith(("of the ", "of all ", "of its ", "of their ", "of those "))
    return number.unit == "age" and OLDEST < number.value < NOBODYS


def likeness(ours: Counted, theirs: Counted, worth: Weights) -> float:
    """Return the share of our words, by weight and nearness, that stand as near to theirs."""
    whole = shared = 0.0
    for key, near in ours.words.items():
        if near < 1:
            continue
        tells = worth.of(key)
        whole += near * tells
        shared += min(near, theirs.words.get(key, 0.0)) * tells
    return shared / whole if whole else 0.0


def _noun(ours: Counted, theirs: Counted) -> int:
    own, other = ours.number, theirs.number
    if own.unit == "age":
        return 2 if own.counted and own.counted == other.counted else 1
    if kind(own.unit) in OPEN_KINDS or own.unit not in {"", "ordinal"}:
        return 2
    if not own.counted or not other.counted:
        return 1
    if stem(own.counted) == stem(other.counted):
        return 2
    if own.unit == "ordinal":
        return 0
    if ours.fates & theirs.fates:
        return 1
    return 1 if ours.groups & theirs.groups or _are_alike(own.counted, other.counted) else 0


@lru_cache(maxsize=16384)
def _are_alike(one: str, other: str) -> bool:
    pair = vectors().of([one, other])
    return float(pair[0] @ pair[1]) >= ALIKE
