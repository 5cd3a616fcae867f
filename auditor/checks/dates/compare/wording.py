"""Dates in words: for the message to the editor, and in the article's own style as correction."""

import datetime
import re
from collections.abc import Mapping

from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.find.document_calendar import calendar_of
from auditor.checks.dates.find.governor import governor
from auditor.checks.dates.find.spans import Days
from auditor.model.calendar import MONTHS, WEEKDAYS, day_in_words
from auditor.model.date import Date, Grain, Origin
from auditor.model.document import Document
from auditor.model.evidence import Evidence
from auditor.model.ruling import SHOWN
from auditor.model.words import Stance


def in_words(days: Days, grain: Grain) -> str:
    """Return days as an editor writes them: ``Thursday 4 January 2024``, ``March 2020``."""
    if days.first == days.last:
        return f"{WEEKDAYS[days.first.weekday()]} {day_in_words(days.first)}"
    if grain is Grain.MONTH and days.first.month == days.last.month:
        return f"{MONTHS[days.first.month - 1]} {days.first.year}"
    if grain is Grain.YEAR and days.first.year == days.last.year:
        return str(days.first.year)
    return f"{day_in_words(days.first)} to {day_in_words(days.last)}"


def proof(said: str, dated: Dated, near: datetime.date | None) -> Mapping[str, str]:
    """Return the fields of a message: what is said, and what a reference has, where and how."""
    return {
        "said": said,
        "when": dated.date.text if dated.date.count else stated_as(dated),
        "source": source_of(dated, near),
        "words": excerpt(dated),
    }


def stated_as(dated: Dated) -> str:
    """Return the days of a reference's date in words, its own words where the days are unknown."""
    if not dated.spans:
        return dated.date.text
    return in_words(dated.spans[0], dated.date.grain)


def expected(article: Date, reference: Dated) -> str:
    """Return what should stand in the article: the reference's day in the style of the article."""
    other = reference.date
    days = reference.spans[0] if reference.spans else None
    if article.origin is Origin.ANCHORED:
        return other.text
    if days is None or days.first != days.last or article.grain is not Grain.DAY:
        if article.grain is Grain.YEAR and days and days.first.year == days.last.year:
            return str(days.first.year)
        return stated_as(reference)
    if article.month is None:
        return (
            WEEKDAYS[days.first.weekday()]
            if article.weekday is not None
            else day_in_words(days.first)
        )
    return _in_style(article, days.first)


def source_of(dated: Dated, near: datetime.date | None) -> str:
    """Return where the reference's date stands: ``004.txt, dateline 5 January``."""
    document = dated.text.document
    name = name_of(document)
    if dated.date.origin is Origin.ABSOLUTE or not dated.spans:
        return name
    calendar = calendar_of(document, near)
    if line := calendar.dateline_at(dated.date.start):
        return f"{name}, dateline {line.day} {MONTHS[line.month - 1]}"
    return f"{name}, published {day_in_words(document.published)}" if document.published else name


def name_of(document: Document) -> str:
    """Return the file name of a document, its path where that has none."""
    return re.split(r"[/\\]", document.path)[-1] or document.path


def excerpt(dated: Dated) -> str:
    """Return the words of the reference from the date to what it dates, whole words."""
    sentence, date = dated.sentence, dated.date
    at = governor(sentence, date)
    head = sentence.tokens[at] if at is not None else None
    start = min(date.start, head.start if head else date.start)
    end = max(date.end, head.end if head else date.end)
    if end - start > SHOWN // 2:
        start, end = date.start, date.end
    before = [t.start for t in sentence.tokens if t.start < start][-3:]
    after = [t.end for t in sentence.tokens if t.end > end][:2]
    if end - start < SHOWN // 6:
        start, end = (before or [start])[0], (after or [end])[-1]
    return dated.text.document.text[start:end].replace("\n", " ").strip(" ,;:–—-")


def evidence_of(dated: Dated, score: float) -> Evidence:
    """Return the sentence of a reference that states another date."""
    sentence = dated.sentence
    return Evidence(
        reference=dated.text.document.id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        stance=Stance.CONTRADICTS,
        score=max(0.0, min(1.0, score)),
    )


def _in_style(article: Date, day: datetime.date) -> str:
    """Return a day with the parts and in the order that the article's date has."""
    month, year = MONTHS[day.month - 1], f"{day.year}"
    number = f"{day.day}"
    if re.search(r"\d(?:st|nd|rd|th)\b", article.text):
        number += _ending(day.day)
    if re.fullmatch(r"[\d./-]+", article.text):
        return day.isoformat()
    if re.match(r"\D*\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Za-z]", article.text):
        words = f"{number} {month}" + (f" {year}" if article.year else "")
    else:
        words = f"{month} {number}" + (f", {year}" if article.year else "")
    return f"{WEEKDAYS[day.weekday()]}, {words}" if article.weekday is not None else words


def _ending(number: int) -> str:
    if 10 < number < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
