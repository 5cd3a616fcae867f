"""Faithful other wordings of a figure."""

import math
import re
from collections.abc import Iterator

from auditor.model.number import Bound, Number
from benchmarks.numbers.alter import Edit
from benchmarks.numbers.notation import spelled

_SPELLINGS = {
    "percent": "%", "per cent": "percent", "%": " percent", "km": "kilometres",
    "kilometers": "km", "miles": "mi", "dollars": "US dollars",
}  # fmt: skip
_ABBREVIATED = {" million": "m", " billion": "bn"}
_CONVERTED = {
    "mile": (1.609344, "kilometres"), "km": (0.621371, "miles"), "foot": (0.3048, "metres"),
    "metre": (3.28084, "feet"), "kg": (2.204623, "lbs"), "acre": (0.404686, "hectares"),
    "week": (7, "days"), "kmh": (0.621371, "mph"), "mph": (1.609344, "km/h"),
    "celsius": (0, ""), "hectare": (2.471054, "acres"), "cm": (0.393701, "inches"),
}  # fmt: skip
_BOUNDS = {
    "more than": "over", "over": "more than", "at least": "no fewer than", "about": "around",
    "nearly": "almost", "almost": "nearly", "around": "roughly", "some": "about",
    "up to": "as many as", "less than": "under", "approximately": "some",
}  # fmt: skip


def rewordings(text: str, number: Number) -> Iterator[Edit]:
    """Yield faithful versions of a number, at most one of each kind."""
    if number.bound in {Bound.VAGUE, Bound.RANGE} or number.unit in {"score", "ordinal", "age"}:
        return
    yield from _in_words(number)
    yield from _abbreviated(number)
    yield from _respelled_unit(number)
    yield from _rounded(number)
    yield from _converted(number)
    yield from _other_bound_word(text, number)
    yield from _other_clock(number)


def _in_words(number: Number) -> Iterator[Edit]:
    written = number.text
    if written.isdigit() and number.value < 100 and number.unit == "":
        if word := spelled(number.value):
            yield Edit("words", number.start, number.end, word)
    elif written.lower() == spelled(number.value) and written:
        yield Edit("figures", number.start, number.end, f"{number.value:.0f}")


def _abbreviated(number: Number) -> Iterator[Edit]:
    for long, short in _ABBREVIATED.items():
        if number.text.endswith(long) and number.text[0] in "$£€":
            new = number.text.replace(long, short)
            yield Edit("abbreviated", number.start, number.end, new)
            return
    hit = re.fullmatch(r"(\d+(?:\.\d+)?) million", number.text)
    if hit:
        new = f"{float(hit.group(1)) * 1e6:,.0f}"
        yield Edit("in full", number.start, number.end, new)


def _respelled_unit(number: Number) -> Iterator[Edit]:
    for old, new in _SPELLINGS.items():
        if number.text.endswith(old):
            changed = number.text.removesuffix(old).rstrip() + (
                new if new[0] in "% " else f" {new}"
            )
            yield Edit("unit spelling", number.start, number.end, changed)
            return


def _rounded(number: Number) -> Iterator[Edit]:
    """Yield "about 2,500" for 2,487, and "more than 2,400"."""
    plain = re.fullmatch(r"([$£€]?)([\d,]+)", number.text)
    if not plain or number.bound is not Bound.EXACT or number.value < 23:
        return
    size = 10 ** max(0, math.floor(math.log10(number.value)) - 1)
    near = round(number.value / size) * size
    below = math.floor(number.value / size) * size
    if near == number.value:
        return
    yield Edit("rounded", number.start, number.end, f"about {plain.group(1)}{near:,}")
    yield Edit("bounded", number.start, number.end, f"more than {plain.group(1)}{below:,}")


def _converted(number: Number) -> Iterator[Edit]:
    factor, unit = _CONVERTED.get(number.unit, (0, ""))
    if not factor or "-" in number.text or number.value < 3 or not number.text[-1].isalpha():
        return
    value = number.value * factor
    digits = max(0, 1 - math.floor(math.log10(value)))
    shown = f"{round(value, digits):,.{digits}f}" if digits else f"{round(value):,}"
    yield Edit("converted", number.start, number.end, f"{shown} {unit}")


def _other_bound_word(text: str, number: Number) -> Iterator[Edit]:
    for old, new in _BOUNDS.items():
        start = number.start - len(old) - 1
        if start >= 0 and text[start : number.start] == f"{old} ":
            yield Edit("bound word", start, start + len(old), new)
            return


def _other_clock(number: Number) -> Iterator[Edit]:
    if number.unit != "time-of-day" or number.text[0] not in "0123456789":
        return
    hour, minute = divmod(int(number.value), 60)
    if "m" in number.text.lower().replace("gmt", ""):
        yield Edit("clock", number.start, number.end, f"{hour:02}:{minute:02}")
    elif ":" in number.text:
        half = "p.m." if hour >= 12 else "a.m."
        yield Edit("clock", number.start, number.end, f"{hour % 12 or 12}:{minute:02} {half}")
