"""An archive of any size out of our reports: names, places, dates and figures exchanged."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from auditor.load.written_dates import DAY, MONTH, calendar_day, month_number
from benchmarks.archive.texts import WORD, Served, names, served

KEPT = 1 / 3
"""Of the names of a report, those that an altered one has as well: another event of like people."""

WEEKS = 400
"""How far a report's days move at most, back or forth; whole weeks, so that weekdays stay true."""

A_FOLDER = 1000
"""Reports in one folder."""

_PARTS = re.compile(
    rf"(?P<mdy>\b{MONTH}\s{{1,2}}{DAY}\b(?:,?\s(?P<mdy_year>\d{{4}}))?)"
    r"|(?P<iso>\b(?P<iso_year>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b)"
    r"|(?P<year>\b(?:19|20)\d\d\b)|(?P<figure>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+)",
    re.I,
)
_DAY_FIRST = re.compile(rf"\b{DAY}(?:\sof)?\s{MONTH}(?:,?\s(?P<year>\d{{4}}))?\b", re.I)


def altered_reports(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield that many reports with their paths; the same of every run.

    Every second one is made from a story's or a case's report, which are long, and their
    neighbours from twins', which are short.
    """
    stories = [report for report in served() if report.is_story]
    twins = [report for report in served() if not report.is_story]
    for n in range(count):
        chance = Random(f"{seed} {n}")
        report = chance.choice(twins if n % 2 else stories)
        yield f"{n // A_FOLDER:04}/{n:07}.txt", altered(report, chance)


def altered(report: Served, chance: Random) -> str:
    """Return a report on another event in the same words."""
    moved = timedelta(weeks=chance.randint(-WEEKS, WEEKS))
    pool = names()
    known = frozenset(pool)
    found = dict.fromkeys(word for word in WORD.findall(report.text) if word in known)
    others = {word: word if chance.random() < KEPT else chance.choice(pool) for word in found}
    text = _DAY_FIRST.sub(partial(_month_first, report.year), report.text)

    def replaced(part: re.Match[str]) -> str:
        if part["word"]:
            return others.get(part["word"], part["word"])
        if part["figure"]:
            return _figure(part["figure"], chance)
        if part["year"]:
            return str(int(part["year"]) + round(moved.days / 365))
        return _moved(part, report.year, moved)

    return _PARTS.sub(replaced, text)


def write(folder: Path, count: int, seed: int) -> None:
    """Write the reports of an archive below a folder."""
    for path, text in altered_reports(count, seed):
        place = folder / path
        if place.name.endswith("000.txt"):
            place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def _month_first(year: int, day: re.Match[str]) -> str:
    month = day["month"].title()
    return f"{month} {day['day']}, {day['year'] or year}"


def _moved(part: re.Match[str], year: int, moved: timedelta) -> str:
    if part["iso"]:
        own = calendar_day(int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"]))
        return (own + moved).isoformat() if own else part.group()
    told = int(part["mdy_year"] or year)
    own = calendar_day(told, month_number(part["month"]), int(part["day"]))
    return _written(own + moved) if own else part.group()


def _written(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _figure(written: str, chance: Random) -> str:
    """Return a figure of as many digits."""
    first = str(chance.randint(1, 9)) if written[0] != "0" else "0"
    rest = (str(chance.randint(0, 9)) if sign.isdigit() else sign for sign in written[1:])
    return first + "".join(rest)
