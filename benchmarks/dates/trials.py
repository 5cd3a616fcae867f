"""Making trials: dates of real sentences altered by value, or put in other faithful words."""

import datetime
import random
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from auditor.checks.dates.find.document_calendar import calendar_of
from auditor.model.calendar import MONTHS, WEEKDAYS, day_in_words
from auditor.model.date import Date, Grain, Origin, Tense
from auditor.model.text import Sentence, Text, within
from benchmarks.dates.audit import Trial, prepared
from benchmarks.dates.rows import rows as rows_of

MONTH = "|".join(MONTHS)
ABBREVIATIONS = {
    month: month if len(month) < 6 else f"{month[: 4 if month == 'September' else 3]}."
    for month in MONTHS
}
DATES = {
    "weekday": re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b"),
    "day": re.compile(
        rf"\b(?P<month>{MONTH}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) "
        r"(?P<day>\d{1,2})\b(?!,\d|:)"
    ),
    "month": re.compile(rf"\b(?:in|since|of|by|until|from|late|early|last) (?P<month>{MONTH})\b"),
    "year": re.compile(
        r"\b(?:[Ii]n|[Ss]ince|of|by|until|from|late|early|[A-Z][a-z]+ \d\d?,) "
        r"(?P<year>(?:19|20)\d\d)\b(?! [a-z]+s\b|,\d)"
    ),
}


def trials(rows: Sequence[Mapping[str, str]], half: str, skip: int, limit: int) -> Iterator[Trial]:
    """Yield the trials of a file of articles."""
    texts = [row["text"] for row in rows if len(row["text"]) < 12000 and in_half(row["text"], half)]
    texts = texts[skip : skip + limit]
    for n, text in enumerate(texts):
        others = (texts[(n + 1) % len(texts)], texts[(n + 7) % len(texts)])
        chance = random.Random(zlib.crc32(text.encode()))
        day = datetime.date(2016, 1, 1) + datetime.timedelta(days=chance.randrange(3000))
        reference = prepared("r1", text, None)
        day = calendar_of(reference.document, day).day_at(0) or day
        reference = prepared("r1", text, day)
        yield from _of_text(reference, (text, *others), day, chance)


def claims(rows: Sequence[Mapping[str, str]], half: str, skip: int, limit: int) -> Iterator[Trial]:
    """Yield the supported claims of a file that hold a date, as they are and altered.

    Only dates whose words the premise has too are altered: another date may be no clear error.
    """
    fit = [row for row in rows if row["label"] == "support" and in_half(row["premise"], half)]
    seen: dict[str, Mapping[str, str]] = {}
    for row in fit:
        claim = row["hypothesis"]
        if (
            len(seen) < skip + limit
            and claim not in seen
            and prepared("article", claim, None).dates
        ):
            seen[claim] = row
    for claim, row in list(seen.items())[skip:]:
        premise, source = row["premise"], row["source"]
        yield Trial(f"faithful {source}", claim, claim, (premise,), None, False)
        chance = random.Random(zlib.crc32(claim.encode()))
        for kind, pattern in DATES.items():
            for match in pattern.finditer(claim):
                new = altered(kind, match, claim + premise, chance)
                if match[kind] in premise and new:
                    words = new[: len(claim) + len(new) - len(claim + premise)]
                    yield Trial(f"altered {source} {kind}", words, claim, (premise,), None, True)


def in_half(text: str, half: str) -> bool:
    """Tell whether a text belongs to the half, by its checksum."""
    return zlib.crc32(text.encode()) % 2 == (0 if half == "dev" else 1)


def _of_text(
    reference: Text, texts: tuple[str, ...], day: datetime.date, chance: random.Random
) -> Iterator[Trial]:
    for sentence in reference.sentences:
        if sentence.kind == "boilerplate" or len(sentence.text) < 40:
            continue
        for kind, new in _alterations(reference, sentence, chance):
            yield Trial(f"altered {kind}", new, sentence.text, texts, day, True)
        for altered, new in rows_of(reference, sentence, chance):
            kind = "altered row" if altered else "faithful row"
            yield Trial(kind, new, sentence.text, texts, day, altered)
        dates = within(reference.dates, sentence)
        if dates:
            yield Trial("faithful verbatim", sentence.text, sentence.text, texts, day, False)
        for date in dates:
            if _is_quoted(reference, sentence, date.start - sentence.start):
                continue
            for name, reword in REWORDINGS.items():
                words = reword(date, day)
                if words and words != date.text:
                    new = _put(sentence, date, words)
                    yield Trial(f"faithful {name}", new, sentence.text, texts, day, False)


def _alterations(
    reference: Text, sentence: Sentence, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Yield the sentence with its first date of each kind altered, quotes left alone."""
    for kind, pattern in DATES.items():
        for match in pattern.finditer(sentence.text):
            if _is_quoted(reference, sentence, match.start()):
                continue
            if new := altered(kind, match, sentence.text, chance):
                yield kind, new
                break


def _is_quoted(text: Text, sentence: Sentence, at: int) -> bool:
    place = sentence.start + at
    own = any(one.start <= place < one.end for one in text.document.dates)
    line = text.document.text[text.document.text.rfind("\n", 0, place) + 1 : place]
    dateline = re.match(r"[^a-z]{0,40}(?:[A-Z][\w.,/ -]{0,40})?$", line) and len(line) < 45
    return own or bool(dateline) or any(q.start <= place < q.end for q in text.quotes)


def altered(kind: str, match: re.Match[str], text: str, chance: random.Random) -> str:
    """Return the text with another date of its kind where one matched, "" where none is apt."""
    old = match[kind]
    if kind == "weekday":
        new = chance.choice([day for day in WEEKDAYS if day not in text])
    elif kind == "day":
        new = str(chance.choice([n for n in range(1, 29) if str(n) not in text]))
    elif kind == "month":
        new = chance.choice([month for month in MONTHS if month not in text])
    else:
        new = str(int(old) + chance.choice([-5, -3, -2, -1, 1, 2, 3]))
        if new in text:
            return ""
    return text[: match.start(kind)] + new + text[match.end(kind) :]


def _put(sentence: Sentence, date: Date, words: str) -> str:
    before = sentence.text[: date.start - sentence.start]
    after = sentence.text[date.end - sentence.start :]
    if before.endswith(" on ") and not re.match(r"[A-Z\d]|the \d", words):
        before = before[:-3]
    if re.search(r"\b(?:at|over) the $|\bin $", before) and words.endswith("month"):
        before = re.sub(r"in $", "", before)
    return before + words + after


def _full_date(date: Date, day: datetime.date) -> str:
    """Put the date for a weekday of the past week."""
    if date.weekday is None or date.origin is not Origin.RELATIVE or not date.first:
        return ""
    if date.tense is not Tense.PAST or date.shift or "day" not in date.text[-4:]:
        return ""
    return f"{MONTHS[date.first.month - 1]} {date.first.day}"


def _weekday(date: Date, day: datetime.date) -> str:
    """Put the weekday for a date of the past week."""
    if not _is_full(date) or not date.first or date.weekday is not None:
        return ""
    return WEEKDAYS[date.first.weekday()] if 0 < (day - date.first).days < 7 else ""


def _with_weekday(date: Date, day: datetime.date) -> str:
    if not _is_full(date) or not date.first or date.weekday is not None or not date.year:
        return ""
    words = day_in_words(date.first)
    return f"{WEEKDAYS[date.first.weekday()]}, {words}"


def _yesterday(date: Date, day: datetime.date) -> str:
    if date.weekday is None or not date.first or date.tense is not Tense.PAST:
        return ""
    single = date.text.endswith("day") and not date.shift
    return "yesterday" if single and (day - date.first).days == 1 else ""


def _british(date: Date, day: datetime.date) -> str:
    if not _is_full(date) or date.weekday is not None or not date.month:
        return ""
    return f"{date.day} {MONTHS[date.month - 1]}" + (f" {date.year}" if date.year else "")


def _american(date: Date, day: datetime.date) -> str:
    if not _is_full(date) or date.weekday is not None or not date.month:
        return ""
    name = ABBREVIATIONS[MONTHS[date.month - 1]]
    return f"{name} {date.day}" + (f", {date.year}" if date.year else "")


def _ordinal(date: Date, day: datetime.date) -> str:
    if not _is_full(date) or date.weekday is not None or not date.month or not date.day:
        return ""
    ending = "th" if 10 < date.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(date.day % 10, "th")
    year = f", {date.year}" if date.year else ""
    return f"the {date.day}{ending} of {MONTHS[date.month - 1]}{year}"


def _iso(date: Date, day: datetime.date) -> str:
    if not _is_full(date) or not date.first or not date.year:
        return ""
    return date.first.isoformat()


def _last_month(date: Date, day: datetime.date) -> str:
    if date.grain is not Grain.MONTH or not date.first or date.shift is not None:
        return ""
    if date.part or date.tense is not Tense.PAST:
        return ""
    return "last month" if day.replace(day=1) - datetime.timedelta(days=1) == date.last else ""


def _years_ago(date: Date, day: datetime.date) -> str:
    if date.grain is not Grain.YEAR or date.origin is not Origin.ABSOLUTE or not date.year:
        return ""
    return "last year" if date.year == day.year - 1 and date.bound == "on" else ""


def _is_full(date: Date) -> bool:
    return (
        date.grain is Grain.DAY
        and date.month is not None
        and date.day is not None
        and date.bound == "on"
    )


REWORDINGS: Mapping[str, Callable[[Date, datetime.date], str]] = {
    "weekday → date": _full_date,
    "date → weekday": _weekday,
    "with weekday": _with_weekday,
    "yesterday": _yesterday,
    "British order": _british,
    "American order": _american,
    "ordinal": _ordinal,
    "ISO": _iso,
    "last month": _last_month,
    "last year": _years_ago,
}
