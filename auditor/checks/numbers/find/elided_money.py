"""Millions whose currency the figure before them told: ``roads at 3.1m euros and houses at 1.4m``.

An ``m`` alone is a metre everywhere else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.knowledge.currencies import currencies
from auditor.model.number import Number
from auditor.model.text import Sentence

_MILLIONS = re.compile(r"\d\s?m\b")
"""A figure written with the ``m`` of millions."""

_BEFORE = re.compile(
    r"\b(?:at|to|from|against|than|and|or|of|with|by|is|was|only|just|another|about|some)\s+$"
)
"""What leads from one figure of a sentence to the next of its kind."""

_AFTER = re.compile(r"\s*(?:$|[.,;:)\"”]|(?:in|last|this|a|the|for|and|to|from|on|each|per)\b)")
"""What may stand behind money; behind a measure stands what is measured: ``25m long``."""


def with_currency(sentence: Sentence, numbers: Iterable[Number]) -> Iterator[Number]:
    """Yield the numbers of a sentence, in text order, metres that can only be money as money."""
    money: Number | None = None
    for number in numbers:
        if money is not None and number.unit == "metre" and _is_money(sentence, number):
            yield replace(
                number,
                unit=money.unit,
                value=_millions(number.value),
                low=_millions(number.low),
                high=_millions(number.high),
                step=_millions(number.step),
            )
            continue
        if number.unit in currencies() and _MILLIONS.search(number.text) and not _tells_of(number):
            money = number
        yield number


def _tells_of(number: Number) -> bool:
    """Tell whether a sum tells what a thing is worth: ``a £5m pool``, which may be 25m long."""
    return bool(number.counted) and number.text.endswith("m")


def _is_money(sentence: Sentence, number: Number) -> bool:
    """Tell whether a figure with an ``m`` stands where another sum of money would."""
    words = sentence.text
    before, after = words[: number.start - sentence.start], words[number.end - sentence.start :]
    return bool(_MILLIONS.search(number.text) and _BEFORE.search(before) and _AFTER.match(after))


def _millions(value: float) -> float:
    return round(value * 1e6, 6)
