"""Rows of a timeline made of real sentences: the date in front, the main clause in the present."""

import datetime
import random
import re
from collections.abc import Iterator

from auditor.checks.dates.find.governor import governor
from auditor.language.tree import tokens_in
from auditor.model.calendar import MONTHS
from auditor.model.date import Date, Grain, Origin, Side
from auditor.model.text import Sentence, Text, Token, within

LONGEST = 16
"""Words of a row."""
MARKS = (" – ", ": ", " ", " - ")


def rows(reference: Text, sentence: Sentence, chance: random.Random) -> Iterator[tuple[bool, str]]:
    """Yield a sentence with one date as row of a timeline, with its date and with a wrong one.

    Only where the date hangs on the main verb, which is of the past, outside of quotes and
    datelines.
    """
    dates = within(reference.dates, sentence)
    lines = reference.document.datelines
    if any(sentence.start <= line.start < sentence.end for line in lines):
        return
    if len(dates) != 1 or within(reference.quotes, sentence):
        return
    date, place = dates[0], governor(sentence, dates[0])
    if place is None or not date.first or date.bound is not Side.ON or date.part:
        return
    verb = sentence.tokens[place]
    if verb.tag != "VBD" or verb.head != place or verb.lemma in {"be", "have", "say", "do"}:
        return
    if date.grain not in {Grain.DAY, Grain.MONTH, Grain.YEAR} or date.origin is Origin.ANCHORED:
        return
    told = _told(sentence, date, place)
    if len(told.split()) < 4:
        return
    mark = chance.choice(MARKS if date.grain is not Grain.YEAR else MARKS[:2])
    right, wrong = _dates(date.first, date.grain, chance)
    if date.origin is not Origin.RELATIVE or date.weekday is not None:
        yield False, f"{right}{mark}{told}"
    yield True, f"{wrong}{mark}{told}"


def _told(sentence: Sentence, date: Date, place: int) -> str:
    """Return the main clause without its date, its verb in the present."""
    tokens = sentence.tokens
    own = set(tokens_in(sentence, date))
    first = min(own)
    if first and tokens[first - 1].text.lower() in {"on", "in", "of"}:
        own.add(first - 1)
    begin = next((n for n in range(len(tokens)) if n not in own and _is_word(tokens[n])), 0)
    words: list[str] = []
    for n in range(begin, len(tokens)):
        if n in own:
            continue
        if n > place and tokens[n].text in {",", ";", "—", "–", "-", ":"}:
            break
        gap = tokens[n].start > tokens[n - 1].end if n else False
        text = _present(tokens, n) if n == place else tokens[n].text
        words.append((" " if gap and words else "") + text)
    told = "".join(words[: 2 * LONGEST]).strip(" ,.;")
    told = re.sub(r"\s{2,}|\n", " ", told)
    return told[:1].upper() + told[1:] if len(told.split()) <= LONGEST else ""


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _present(tokens: tuple[Token, ...], place: int) -> str:
    many = any(
        t.head == place and t.dep == "nsubj" and (t.tag in {"NNS", "NNPS"} or t.text == "They")
        for t in tokens
    )
    lemma = tokens[place].lemma
    if many:
        return lemma
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _dates(day: datetime.date, grain: Grain, chance: random.Random) -> tuple[str, str]:
    """Return the date of a row, and another."""
    other = day + datetime.timedelta(
        days=chance.choice([-40, -12, -9, -4, 3, 5, 10, 33, 400, -370])
    )
    if grain is Grain.YEAR:
        return f"{day.year}", f"{day.year + chance.choice([-4, -2, -1, 1, 2])}"
    if grain is Grain.MONTH:
        other = day + datetime.timedelta(days=chance.choice([-400, -95, -40, 50, 100, 380]))
        return f"{MONTHS[day.month - 1]} {day.year}", f"{MONTHS[other.month - 1]} {other.year}"
    return _day(day), _day(other)


def _day(day: datetime.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
