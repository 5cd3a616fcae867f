"""Making trials: dates of real sentences altered by value, or put in other faithful words."""

import random
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from auditor.mentions.moments.day import calendar_of
from auditor.model.calendar import MONTHS, WEEKDAYS, day_in_words
from auditor.model.moment import Frame, Grain, Moment, Tense
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
        day = date(2016, 1, 1) + timedelta(days=chance.randrange(3000))
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
            and prepared("article", claim, None).moments
        ):
            seen[claim] = row
    for claim, row in list(seen.items())[skip:]:
        premise, source = row["premise"], row["source"]
        yield Trial(f"faithful {source}", claim, claim, (premise,), None, False)
        chance = random.Random(zlib.crc32(claim.encode()))
        for kind, pattern in DATES.items():
            for match in pattern.finditer(claim):
                new = _altered(kind, match, claim + premise, chance)
                if match[kind] in premise and new:
                    words = new[: len(claim) + len(new) - len(claim + premise)]
                    yield Trial(f"altered {source} {kind}", words, claim, (premise,), None, True)


def in_half(text: str, half: str) -> bool:
    """Tell whether a text belongs to the half, by its checksum."""
    return zlib.crc32(text.encode()) % 2 == (0 if half == "dev" else 1)


def _of_text(
    reference: Text, texts: tuple[str, ...], day: date, chance: random.Random
) -> Iterator[Trial]:
    for sentence in reference.sentences:
        if sentence.kind == "boilerplate" or len(sentence.text) < 40:
            continue
        for kind, new in _alterations(reference, sentence, chance):
            yield Trial(f"altered {kind}", new, sentence.text, texts, day, True)
        for altered, new in rows_of(reference, sentence, chance):
            kind = "altered row" if altered else "faithful row"
            yield Trial(kind, new, sentence.text, texts, day, altered)
        moments = within(reference.moments, sentence)
        if moments:
            yield Trial("faithful verbatim", sentence.text, sentence.text, texts, day, False)
        for moment in moments:
            if _is_quoted(reference, sentence, moment.start - sentence.start):
                continue
            for name, reword in REWORDINGS.items():
                words = reword(moment, day)
                if words and words != moment.text:
                    new = _put(sentence, moment, words)
                    yield Trial(f"faithful {name}", new, sentence.text, texts, day, False)


def _alterations(
    reference: Text, sentence: Sentence, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Yield the sentence with its first date of each kind altered, quotations left alone."""
    for kind, pattern in DATES.items():
        for match in pattern.finditer(sentence.text):
            if _is_quoted(reference, sentence, match.start()):
                continue
            if new := _altered(kind, match, sentence.text, chance):
                yield kind, new
                break


def _is_quoted(text: Text, sentence: Sentence, at: int) -> bool:
    place = sentence.start + at
    own = any(date.start <= place < date.end for date in text.document.dates)
    line = text.document.text[text.document.text.rfind("\n", 0, place) + 1 : place]
    dateline = re.match(r"[^a-z]{0,40}(?:[A-Z][\w.,/ -]{0,40})?$", line) and len(line) < 45
    return own or bool(dateline) or any(q.start <= place < q.end for q in text.quotations)


def _altered(kind: str, match: re.Match[str], text: str, chance: random.Random) -> str:
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


def _put(sentence: Sentence, moment: Moment, words: str) -> str:
    before = sentence.text[: moment.start - sentence.start]
    after = sentence.text[moment.end - sentence.start :]
    if before.endswith(" on ") and not re.match(r"[A-Z\d]|the \d", words):
        before = before[:-3]
    if re.search(r"\b(?:at|over) the $|\bin $", before) and words.endswith("month"):
        before = re.sub(r"in $", "", before)
    return before + words + after


def _full_date(moment: Moment, day: date) -> str:
    """Put the date for a weekday of the past week."""
    if moment.weekday is None or moment.frame is not Frame.RELATIVE or not moment.first:
        return ""
    if moment.tense is not Tense.PAST or moment.shift or "day" not in moment.text[-4:]:
        return ""
    return f"{MONTHS[moment.first.month - 1]} {moment.first.day}"


def _weekday(moment: Moment, day: date) -> str:
    """Put the weekday for a date of the past week."""
    if not _is_full(moment) or not moment.first or moment.weekday is not None:
        return ""
    return WEEKDAYS[moment.first.weekday()] if 0 < (day - moment.first).days < 7 else ""


def _with_weekday(moment: Moment, day: date) -> str:
    if not _is_full(moment) or not moment.first or moment.weekday is not None or not moment.year:
        return ""
    words = day_in_words(moment.first)
    return f"{WEEKDAYS[moment.first.weekday()]}, {words}"


def _yesterday(moment: Moment, day: date) -> str:
    if moment.weekday is None or not moment.first or moment.tense is not Tense.PAST:
        return ""
    single = moment.text.endswith("day") and not moment.shift
    return "yesterday" if single and (day - moment.first).days == 1 else ""


def _british(moment: Moment, day: date) -> str:
    if not _is_full(moment) or moment.weekday is not None or not moment.month:
        return ""
    return f"{moment.day} {MONTHS[moment.month - 1]}" + (f" {moment.year}" if moment.year else "")


def _american(moment: Moment, day: date) -> str:
    if not _is_full(moment) or moment.weekday is not None or not moment.month:
        return ""
    name = ABBREVIATIONS[MONTHS[moment.month - 1]]
    return f"{name} {moment.day}" + (f", {moment.year}" if moment.year else "")


def _ordinal(moment: Moment, day: date) -> str:
    if not _is_full(moment) or moment.weekday is not None or not moment.month or not moment.day:
        return ""
    ending = (
        "th" if 10 < moment.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(moment.day % 10, "th")
    )
    year = f", {moment.year}" if moment.year else ""
    return f"the {moment.day}{ending} of {MONTHS[moment.month - 1]}{year}"


def _iso(moment: Moment, day: date) -> str:
    if not _is_full(moment) or not moment.first or not moment.year:
        return ""
    return moment.first.isoformat()


def _last_month(moment: Moment, day: date) -> str:
    if moment.grain is not Grain.MONTH or not moment.first or moment.shift is not None:
        return ""
    if moment.part or moment.tense is not Tense.PAST:
        return ""
    return "last month" if day.replace(day=1) - timedelta(days=1) == moment.last else ""


def _years_ago(moment: Moment, day: date) -> str:
    if moment.grain is not Grain.YEAR or moment.frame is not Frame.ABSOLUTE or not moment.year:
        return ""
    return "last year" if moment.year == day.year - 1 and moment.bound == "on" else ""


def _is_full(moment: Moment) -> bool:
    return (
        moment.grain is Grain.DAY
        and moment.month is not None
        and moment.day is not None
        and moment.bound == "on"
    )


REWORDINGS: Mapping[str, Callable[[Moment, date], str]] = {
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
