"""Faithful other wordings of a figure."""

import math
import re
from collections.abc import Iterator

from auditor.model.quantity import Bound, Quantity
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


def rewordings(text: str, quantity: Quantity) -> Iterator[Edit]:
    """Yield faithful versions of a number, at most one of each kind."""
    if quantity.bound in {Bound.VAGUE, Bound.RANGE} or quantity.unit in {"score", "ordinal", "age"}:
        return
    yield from _in_words(quantity)
    yield from _abbreviated(quantity)
    yield from _respelled_unit(quantity)
    yield from _rounded(quantity)
    yield from _converted(quantity)
    yield from _other_bound_word(text, quantity)
    yield from _other_clock(quantity)


def _in_words(quantity: Quantity) -> Iterator[Edit]:
    written = quantity.text
    if written.isdigit() and quantity.value < 100 and quantity.unit == "":
        if word := spelled(quantity.value):
            yield Edit("words", quantity.start, quantity.end, word)
    elif written.lower() == spelled(quantity.value) and written:
        yield Edit("figures", quantity.start, quantity.end, f"{quantity.value:.0f}")


def _abbreviated(quantity: Quantity) -> Iterator[Edit]:
    for long, short in _ABBREVIATED.items():
        if quantity.text.endswith(long) and quantity.text[0] in "$£€":
            new = quantity.text.replace(long, short)
            yield Edit("abbreviated", quantity.start, quantity.end, new)
            return
    hit = re.fullmatch(r"(\d+(?:\.\d+)?) million", quantity.text)
    if hit:
        new = f"{float(hit.group(1)) * 1e6:,.0f}"
        yield Edit("in full", quantity.start, quantity.end, new)


def _respelled_unit(quantity: Quantity) -> Iterator[Edit]:
    for old, new in _SPELLINGS.items():
        if quantity.text.endswith(old):
            changed = quantity.text.removesuffix(old).rstrip() + (
                new if new[0] in "% " else f" {new}"
            )
            yield Edit("unit spelling", quantity.start, quantity.end, changed)
            return


def _rounded(quantity: Quantity) -> Iterator[Edit]:
    """Yield "about 2,500" for 2,487, and "more than 2,400"."""
    plain = re.fullmatch(r"([$£€]?)([\d,]+)", quantity.text)
    if not plain or quantity.bound is not Bound.EXACT or quantity.value < 23:
        return
    size = 10 ** max(0, math.floor(math.log10(quantity.value)) - 1)
    near = round(quantity.value / size) * size
    below = math.floor(quantity.value / size) * size
    if near == quantity.value:
        return
    yield Edit("rounded", quantity.start, quantity.end, f"about {plain.group(1)}{near:,}")
    yield Edit("bounded", quantity.start, quantity.end, f"more than {plain.group(1)}{below:,}")


def _converted(quantity: Quantity) -> Iterator[Edit]:
    factor, unit = _CONVERTED.get(quantity.unit, (0, ""))
    if not factor or "-" in quantity.text or quantity.value < 3 or not quantity.text[-1].isalpha():
        return
    value = quantity.value * factor
    digits = max(0, 1 - math.floor(math.log10(value)))
    shown = f"{round(value, digits):,.{digits}f}" if digits else f"{round(value):,}"
    yield Edit("converted", quantity.start, quantity.end, f"{shown} {unit}")


def _other_bound_word(text: str, quantity: Quantity) -> Iterator[Edit]:
    for old, new in _BOUNDS.items():
        start = quantity.start - len(old) - 1
        if start >= 0 and text[start : quantity.start] == f"{old} ":
            yield Edit("bound word", start, start + len(old), new)
            return


def _other_clock(quantity: Quantity) -> Iterator[Edit]:
    if quantity.unit != "time-of-day" or quantity.text[0] not in "0123456789":
        return
    hour, minute = divmod(int(quantity.value), 60)
    if "m" in quantity.text.lower().replace("gmt", ""):
        yield Edit("clock", quantity.start, quantity.end, f"{hour:02}:{minute:02}")
    elif ":" in quantity.text:
        half = "p.m." if hour >= 12 else "a.m."
        yield Edit("clock", quantity.start, quantity.end, f"{hour % 12 or 12}:{minute:02} {half}")
