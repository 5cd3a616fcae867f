"""Edits that put a wrong number or date in a sentence."""

import re
from collections.abc import Iterator

from training.rows.edits import Context, Edit, edit, match_case
from training.rows.numerals import (
    DAYS,
    DIGITS,
    MONTHS,
    NUMBER_WORD,
    ORDINALS,
    SCALES,
    YEAR,
    other_digits,
    other_word,
    other_year,
)
from training.rows.rows import Label
from training.rows.tags import Mention, Tagged

NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
INSIDE_SHARE = 0.4
"""How often a wrong number is another of the passage. A guess."""
_SCALE = re.compile(r"\b(?:" + "|".join(SCALES[1:4]) + r")\b")
_DAY_OR_MONTH = re.compile(r"\b(?:" + "|".join(DAYS + MONTHS) + r")\b")
_ORDINAL = re.compile(r"\b(?:" + "|".join(ORDINALS) + r")\b", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?:minute|hour|day|week|month|year|decade)(?=s?\b)")
_RELATIVE = {
    "last": "next",
    "next": "last",
    "yesterday": "today",
    "tomorrow": "today",
    "earlier": "later",
    "later": "earlier",
    "early": "late",
    "late": "early",
    "before": "after",
    "after": "before",
    "morning": "evening",
    "evening": "morning",
    "afternoon": "morning",
    "summer": "winter",
    "winter": "summer",
}


def wrong_numbers(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with one number changed, for each number."""
    for mention in tagged.mentions:
        if mention.kind in NUMBERS:
            change = _other_number(mention, context)
            if change:
                yield edit("number", tagged, [change], Label.CONTRADICT)
        elif mention.kind == "ORDINAL" and (hit := _ORDINAL.search(mention.text)):
            others = [word for word in ORDINALS[:7] if word != hit.group().lower()]
            new = match_case(context.chance.choice(others), hit.group())
            yield edit("number", tagged, [_at(mention, hit, new)], Label.CONTRADICT)


def wrong_dates(tagged: Tagged, context: Context) -> Iterator[Edit]:
    """Yield the sentence with one part of a date changed, for each date or time."""
    for mention in tagged.mentions:
        if mention.kind in ("DATE", "TIME") and (change := _other_date(mention, context)):
            yield edit("date", tagged, [change], Label.CONTRADICT)


def _other_number(mention: Mention, context: Context) -> tuple[int, int, str] | None:
    inside = sorted(
        {
            other.text
            for other in context.mentions
            if other.kind == mention.kind
            and not set(other.text.split()) & set(mention.text.split())
        }
    )
    if inside and context.chance.random() < INSIDE_SHARE:
        return mention.start, mention.end, context.chance.choice(inside)
    scale = _SCALE.search(mention.text)
    if scale and context.chance.random() < 0.25:
        others = [word for word in SCALES[1:4] if word != scale.group()]
        return _at(mention, scale, context.chance.choice(others))
    if hit := DIGITS.search(mention.text):
        return _at(mention, hit, other_digits(hit.group(), context.chance))
    if hit := NUMBER_WORD.search(mention.text):
        return _at(mention, hit, match_case(other_word(hit.group(), context.chance), hit.group()))
    return None


def _other_date(mention: Mention, context: Context) -> tuple[int, int, str] | None:
    chance = context.chance
    options: list[tuple[int, int, str]] = []
    if hit := YEAR.search(mention.text):
        options.append(_at(mention, hit, other_year(hit.group(), chance)))
    if hit := _DAY_OR_MONTH.search(mention.text):
        family = DAYS if hit.group() in DAYS else MONTHS
        new = chance.choice([word for word in family if word != hit.group()])
        options.append(_at(mention, hit, new))
    if (hit := DIGITS.search(mention.text)) and not YEAR.search(hit.group()):
        options.append(_at(mention, hit, other_digits(hit.group(), chance)))
    if hit := NUMBER_WORD.search(mention.text):
        options.append(_at(mention, hit, other_word(hit.group(), chance)))
    if (hit := _PERIOD.search(mention.text)) and (DIGITS.search(mention.text) or not options):
        others = [word for word in ("hour", "day", "week", "month", "year") if word != hit.group()]
        options.append(_at(mention, hit, chance.choice(others)))
    for word, opposite in _RELATIVE.items():
        if hit := re.search(rf"\b{word}\b", mention.text, re.IGNORECASE):
            options.append(_at(mention, hit, match_case(opposite, hit.group())))
    return chance.choice(options) if options else None


def _at(mention: Mention, hit: re.Match[str], new: str) -> tuple[int, int, str]:
    return mention.start + hit.start(), mention.start + hit.end(), new
