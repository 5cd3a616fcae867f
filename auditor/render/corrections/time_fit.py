"""A date put in another's place, with the preposition that it takes."""

import re
from dataclasses import dataclass

from auditor.model.calendar import MONTHS, WEEKDAYS
from auditor.render.corrections.slot import Fit, Slot

_MONTH = "|".join(MONTHS)
_WEEKDAY = "|".join(WEEKDAYS)
_DAY = rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?"
DAY = re.compile(
    rf"{_DAY}(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?P<suffix>st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?P<suffix2>st|nd|rd|th)?\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>\d{{4}}))?)"
)
MONTH = re.compile(rf"(?:{_MONTH})(?:,?\s+\d{{4}})?")
YEAR = re.compile(r"\d{4}")
INTERVAL = re.compile(r"(?i)\w+\s+(?:hour|day|week|month|year)s?\s+(after|before)\b")

RELATIVE = re.compile(
    r"(?i)(?:last|this|next|earlier|later)\s+\w+(?:\s+\w+)?|yesterday|today|tomorrow|tonight"
    r"|[\w-]+\s+(?:hour|day|week|month|year)s?\s+(?:ago|earlier|later)|overnight"
)
"""Dates that stand in a sentence without a preposition."""

SWAPPED = re.compile(r"(?i)\b(?:on|in|at|during|over)\s+(?:the\s+)?$")
"""Prepositions that go with the date behind them."""

KEPT = re.compile(r"(?i)\b(?:since|until|till|by|before|after|from|through|around)\s+(the\s+)?$")
"""Prepositions that any date may follow."""


ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""What a date is to its verb where it does not say when."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How a date is written: its kind, and the preposition that it takes."""

    kind: str
    preposition: str


def fit_time(slot: Slot, expected: str) -> Fit | None:
    """Return the date that fits, None where the sentence may need other words around it."""
    old, new = _form(slot.words), _form(expected)
    if old.kind == new.kind == "interval":
        return _interval(slot.words, expected)
    if not new.preposition:
        return None
    if old.kind == new.kind:
        return _alike(slot, expected)
    return None if slot.modifies else _unlike(slot, old, expected, new.preposition)


def _form(words: str) -> _Form:
    if words in WEEKDAYS:
        return _Form("weekday", "on")
    if DAY.fullmatch(words):
        return _Form("day", "on")
    if MONTH.fullmatch(words):
        return _Form("month", "in")
    if YEAR.fullmatch(words):
        return _Form("year", "in")
    return _Form("interval" if INTERVAL.match(words) else "other", "")


def _interval(words: str, expected: str) -> Fit | None:
    """Return the expected distance before the article's own words for what it is counted from."""
    old, new = INTERVAL.match(words), INTERVAL.match(expected)
    if old is None or new is None or old[1].lower() != new[1].lower():
        return None
    return Fit(new[0][:1].lower() + new[0][1:] + words[old.end() :])


def _alike(slot: Slot, expected: str) -> Fit | None:
    """Return a date for another of its kind: days in the order that the article writes them."""
    old, new = DAY.fullmatch(slot.words), DAY.fullmatch(expected)
    if old is None or new is None:
        return Fit(expected)
    year = new["year"] or new["year2"] or ""
    if (old["year"] or old["year2"]) and not year:
        return None
    day = int(new["day"] or new["day2"])
    number = f"{day}{_suffix(day)}" if old["suffix"] or old["suffix2"] else str(day)
    month = new["month"] or new["month2"]
    weekday = new["weekday"] if old["weekday"] else ""
    if old["month"]:
        words = f"{month} {number}" + (f", {year}" if year else "")
        return Fit(f"{weekday}, {words}" if weekday else words)
    return Fit(" ".join(part for part in (weekday, number, month, year) if part))


def _suffix(day: int) -> str:
    if 10 < day < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _unlike(slot: Slot, old: _Form, expected: str, preposition: str) -> Fit | None:
    """Return a date for one of another kind, in the place of the preposition before it too."""
    kept = KEPT.search(slot.before)
    if kept:
        return Fit(expected, len(kept[1] or ""))
    swapped = SWAPPED.search(slot.before)
    if swapped:
        return Fit(f"{preposition} {expected}", len(swapped[0]))
    if slot.determiner or not (old.kind == "weekday" or RELATIVE.fullmatch(slot.words)):
        return None
    return Fit(f"{preposition} {expected}") if _is_adverb(slot) else None


def _is_adverb(slot: Slot) -> bool:
    """Tell whether the words say when, instead of being what the sentence is about."""
    end = slot.start + len(slot.words)
    inside = [token for token in slot.tokens if slot.start <= token.start < end]
    behind = next((token.pos for token in slot.tokens if token.start >= end), "")
    is_subject = slot.opens and behind in {"VERB", "AUX"}
    return not is_subject and all(token.dep not in ARGUMENTS for token in inside)
