"""Edits that put a wrong figure in a sentence, by the kind of slip."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from auditor.model.number import Bound, Number
from benchmarks.numbers.notation import in_notation, spelled

_SCALES = {"million": "billion", "billion": "million", "thousand": "million", "trillion": "billion"}
_SHORT = {"bn": "m", "m": "bn"}
_UNITS = {
    "miles": "kilometres", "mile": "kilometre", "km": "miles", "kilometers": "miles",
    "kilometres": "miles", "feet": "metres", "meters": "feet", "metres": "feet",
    "percent": "percentage points", "hours": "days", "days": "weeks", "weeks": "months",
    "months": "years", "years": "months", "minutes": "hours", "$": "£", "£": "$", "€": "$",
    "dollars": "euros", "euros": "dollars", "acres": "hectares", "tons": "pounds",
    "tonnes": "kilograms",
}  # fmt: skip
_BOUNDS = {
    "more than": "less than", "less than": "more than", "over": "under", "at least": "at most",
    "nearly": "more than", "almost": "more than", "up to": "more than", "fewer than": "more than",
}  # fmt: skip
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement for the characters ``start:end`` of a text.

    Attributes:
        kind: the slip, or the rewording.
    """

    kind: str
    start: int
    end: int
    new: str


def alterations(text: str, number: Number, chance: Random) -> Iterator[Edit]:
    """Yield wrong versions of a number, at most one of each kind."""
    if number.bound in {Bound.VAGUE, Bound.RANGE} or number.unit in {"score", "percent-share"}:
        return
    yield from _other_value(number, chance)
    yield from _transposed(number)
    yield from _scaled(number)
    yield from _other_unit(number)
    yield from _other_bound(text, number)


def _other_value(number: Number, chance: Random) -> Iterator[Edit]:
    hit = re.search(r"\d[\d,]*(?:\.\d+)?", number.text)
    if number.unit.startswith("time-of-day"):
        return
    if hit:
        written = hit.group()
        old = float(written.replace(",", ""))
        new = _moved(old, chance)
        changed = in_notation(new, written)
        if float(changed.replace(",", "")) != old:
            start = number.start + hit.start()
            yield Edit("value", start, start + len(written), changed)
    elif (word := spelled(number.value)) and word == number.text.lower():
        other = spelled(_moved(number.value, chance))
        if other and other != word:
            new_word = other.capitalize() if number.text[0].isupper() else other
            yield Edit("value", number.start, number.end, new_word)


def _moved(value: float, chance: Random) -> float:
    """Return a value at least an eighth away, small whole numbers by one or more."""
    if value < 10 and value % 1 == 0:
        return (
            value + chance.choice([1, 2, 3])
            if value <= 3
            else value + chance.choice([-2, -1, 1, 2])
        )
    return value * chance.choice([0.5, 0.7, 0.8, 0.87, 1.15, 1.3, 1.6, 2.1])


def _transposed(number: Number) -> Iterator[Edit]:
    hit = re.search(r"\d[\d,]*(?:\.\d+)?", number.text)
    if not hit or number.unit.startswith("time-of-day"):
        return
    written = hit.group()
    for n in range(len(written) - 1):
        one, other = written[n], written[n + 1]
        if one.isdigit() and other.isdigit() and one != other and (n or other != "0"):
            changed = written[:n] + other + one + written[n + 2 :]
            start = number.start + hit.start()
            yield Edit("transposed", start, start + len(written), changed)
            return


def _scaled(number: Number) -> Iterator[Edit]:
    for old, new in _SCALES.items():
        if hit := re.search(rf"\b{old}\b", number.text):
            yield Edit("scale", number.start + hit.start(), number.start + hit.end(), new)
            return
    if hit := re.search(r"(?<=\d)(bn|m)\b", number.text):
        start = number.start + hit.start()
        yield Edit("scale", start, number.start + hit.end(), _SHORT[hit.group()])


def _other_unit(number: Number) -> Iterator[Edit]:
    for old, new in _UNITS.items():
        found = number.text.find(old)
        whole = found >= 0 and (not old.isalpha() or re.search(rf"\b{old}\b", number.text))
        if whole and number.unit != "age":
            start = number.start + found
            yield Edit("unit", start, start + len(old), new)
            return


def _other_bound(text: str, number: Number) -> Iterator[Edit]:
    for old, new in _BOUNDS.items():
        start = number.start - len(old) - 1
        whole = start >= 0 and not text[max(0, start - 1) : start].isalnum()
        if whole and text[start : number.start].lower() == f"{old} ":
            if old != "over" or number.unit not in _SPANS:  # over six months: all through them
                yield Edit("bound", start, start + len(old), new)
            return
