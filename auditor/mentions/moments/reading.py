"""From a match of a date pattern to the moments that it states, not yet resolved."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from auditor.mentions.moments.context import (
    is_month_alone,
    is_season,
    is_weekday_alone,
    is_year,
)
from auditor.mentions.moments.days import day_of
from auditor.mentions.moments.vocabulary import (
    counts,
    decade_years,
    feast_days,
    month_numbers,
    ordinals,
    season_months,
    weekday_numbers,
    words,
)
from auditor.model.moment import Bound, Frame, Grain, Moment
from auditor.model.text import Sentence

UNITS = {"day": 1, "night": 1, "week": 1, "fortnight": 2, "month": 1, "year": 1, "decade": 1}
GRAINS = {"day": Grain.DAY, "night": Grain.DAY, "fortnight": Grain.WEEK}
NAMED_DAYS = {"yesterday": -1, "tomorrow": 1, "last night": -1}
LEAP_YEAR = 2024
"""A day and month without a year may be 29 February."""

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


@dataclass(frozen=True, slots=True)
class Found:
    """A match in a sentence. Moments made of it have places in the document."""

    sentence: Sentence
    match: re.Match[str]

    def group(self, name: str) -> str:
        """Return a group's words in lower case, single-spaced, "" where it matched nothing."""
        if name not in self.match.re.groupindex or self.match[name] is None:
            return ""
        return " ".join(self.match[name].lower().split())

    def moment(self, grain: Grain, frame: Frame, **fields: object) -> Moment:
        """Return the moment of the whole match."""
        at = self.sentence.start
        start, end = at + self.match.start(), at + self.match.end()
        made = Moment(start, end, self.match.group(), None, None, grain, frame)
        return replace(made, **fields)  # type: ignore[arg-type]  # fields of Moment by name


def read(name: str, found: Found) -> tuple[Moment, ...]:
    """Return the moments of a match, two for a range, () where the words are no date here."""
    return tuple(_READERS[name](found))


def _iso(found: Found) -> Iterator[Moment]:
    yield from _dated(found, found.group("year"), found.group("month"), found.group("day"))


def _figures(found: Found) -> Iterator[Moment]:
    """Read ``31/12/2024`` and ``12/31/2024``; what both orders allow is left alone."""
    a, b = int(found.group("a")), int(found.group("b"))
    if found.group("mark") == "." or a > 12 or a == b:
        yield from _dated(found, found.group("year"), str(b), str(a))
    elif b > 12:
        yield from _dated(found, found.group("year"), str(a), str(b))


def _dated(found: Found, year: str, month: str, day: str) -> Iterator[Moment]:
    if day_of(int(year), int(month), int(day)):
        fields = {"year": int(year), "month": int(month), "day": int(day)}
        yield found.moment(Grain.DAY, Frame.ABSOLUTE, **fields)


def _day(found: Found) -> Iterator[Moment]:
    """Read month and day in either order, with weekday and year where they are stated."""
    word = found.group("month").rstrip(".")
    if word in {"may", "march", "mar", "dec", "sun"} and found.match["month"][0].islower():
        return
    month, day = month_numbers()[word], _ordinal(found.group("day"))
    if not found.group("day")[0].isdigit() and not re.search(r"\b(?:of|the)\s", found.match[0]):
        return
    year = int(found.group("year")) if found.group("year") else None
    if day_of(year or LEAP_YEAR, month, day) is None:
        return
    weekday = weekday_numbers()[found.group("weekday").rstrip(".")] if _led(found) else None
    first = found.moment(
        Grain.DAY,
        Frame.ABSOLUTE if year else Frame.PARTIAL,
        year=year,
        month=month,
        day=day,
        weekday=weekday,
    )
    if found.group("weekday") and not _led(found):
        at = found.sentence.start + min(found.match.start("month"), found.match.start("day"))
        first = _cut(first, at, first.end, found)
    yield from _range(found, first) if found.group("day2") else (first,)


def _led(found: Found) -> bool:
    """Tell whether a weekday leads the date; the last word of ``Edmonton Sun, May 5`` is none."""
    word = found.group("weekday")
    before = found.sentence.text[max(0, found.match.start() - 20) : found.match.start()]
    return bool(word) and (word.endswith("day") or not re.search(r"\b[A-Z]\w+ $", before))


def _range(found: Found, whole: Moment) -> Iterator[Moment]:
    """Yield both ends of ``January 3-5`` or ``3 to 5 January 2024``."""
    month, day = whole.month or 0, _ordinal(found.group("day2"))
    at = found.sentence.start
    second = found.group("month2").rstrip(".")
    last_month = month_numbers()[second] if second else month
    listed = found.group("join") == "and"
    cut = found.match.start("month2") if second else found.match.start("day2")
    after = found.sentence.text[found.match.end() : found.match.end() + 8]
    unfit = day_of(whole.year or LEAP_YEAR, last_month, day) is None or not (
        second or day > (whole.day or 0)
    )
    if found.match.start("month") > found.match.start("day2"):  # 3 to 5 January
        cut, ends = found.match.start("day2"), found.match.end()
        first_end = found.match.end("day")
    else:
        first_end, ends = found.match.end("day"), found.match.end()
    if unfit or (listed and re.match(r"\s+[A-Za-z]", after) and not found.group("year")):
        if found.match.start("month") < found.match.start("day2"):
            year_less = replace(whole, year=None, frame=Frame.PARTIAL)
            yield _cut(year_less, whole.start, at + first_end, found)
        return
    bounds = (Bound.ON, Bound.ON) if listed else (Bound.SINCE, Bound.UNTIL)
    first = replace(whole, bound=bounds[0])
    last = replace(whole, month=last_month, day=day, weekday=None, bound=bounds[1])
    yield _cut(first, whole.start, at + first_end, found)
    yield _cut(last, at + cut, at + ends, found)


def _cut(moment: Moment, start: int, end: int, found: Found) -> Moment:
    at = found.sentence.start
    return replace(moment, start=start, end=end, text=found.sentence.text[start - at : end - at])


def _month_year(found: Found) -> Iterator[Moment]:
    word = found.group("month").rstrip(".")
    if found.match["month"][0].islower() and word in {"may", "march"}:
        return
    fields = {"year": int(found.group("year")), "month": month_numbers()[word]}
    yield found.moment(Grain.MONTH, Frame.ABSOLUTE, part=_part(found), **fields)


def _month(found: Found) -> Iterator[Moment]:
    month = month_numbers()[found.group("month").rstrip(".")]
    beside = found.group("beside")
    if not is_month_alone(found.sentence, found.match, bool(beside or found.group("part"))):
        return
    frame = Frame.RELATIVE if beside else Frame.PARTIAL
    yield found.moment(
        Grain.MONTH, frame, month=month, part=_part(found), shift=_shift(beside) if beside else None
    )


def _season(found: Found) -> Iterator[Moment]:
    beside, year, part = found.group("beside"), found.group("year"), _part(found)
    if not is_season(found.sentence, found.match, bool(beside or year or part)):
        return
    frame = Frame.ABSOLUTE if year else Frame.RELATIVE if beside else Frame.PARTIAL
    yield found.moment(
        Grain.SEASON,
        frame,
        month=season_months()[found.group("season")],
        year=int(year) if year else None,
        shift=_shift(beside) if beside else None,
    )


def _quarter(found: Found) -> Iterator[Moment]:
    """Read a quarter, and a half where it is of a year: games have halves too."""
    whole = found.match[0].lower()
    half = found.group("of") == "half"
    if half and "year" not in whole and not found.group("year"):
        return
    nth = _NTH[found.group("nth")]
    if half and nth == 4:
        nth = 2
    yield from _fraction(found, Grain.HALF if half else Grain.QUARTER, nth)


def _q(found: Found) -> Iterator[Moment]:
    yield from _fraction(found, Grain.QUARTER, int(found.group("nth")))


def _half_year(found: Found) -> Iterator[Moment]:
    yield from _fraction(found, Grain.HALF, int(found.group("nth")))


def _fraction(found: Found, grain: Grain, nth: int) -> Iterator[Moment]:
    months = 6 if grain is Grain.HALF else 3
    if nth * months > 12:
        return
    year = int(found.group("year")) if found.group("year") else None
    frame = Frame.ABSOLUTE if year else Frame.PARTIAL
    yield found.moment(grain, frame, year=year, month=(nth - 1) * months + 1)


def _years(found: Found) -> Iterator[Moment]:
    year, short = int(found.group("year")), found.group("year2")
    last = int(short) if len(short) == 4 else year // 100 * 100 + int(short)
    if not year < last <= year + 60:
        return
    at = found.sentence.start
    first = found.moment(Grain.YEAR, Frame.ABSOLUTE, year=year, bound=Bound.SINCE)
    second = replace(first, year=last, bound=Bound.UNTIL)
    yield _cut(first, first.start, at + found.match.end("year"), found)
    yield _cut(second, at + found.match.start("year2"), first.end, found)


def _year(found: Found) -> Iterator[Moment]:
    part = _part(found)
    if part or is_year(found.sentence, found.match):
        year = int(found.group("year"))
        yield found.moment(Grain.YEAR, Frame.ABSOLUTE, year=year, part=part)


def _decade(found: Found) -> Iterator[Moment]:
    """Read ``the 1990s`` and ``the ’90s``; ``in her 90s`` is an age."""
    word = found.group("decade")
    whole = found.match[0].lower()
    if len(word) < 4 and not (word[0] in "'’" or re.search(r"\bthe\s", whole)):
        return
    number = int(word.lstrip("'’"))
    if number < 100:
        number += 2000 if number < 30 else 1900
    yield found.moment(Grain.DECADE, Frame.ABSOLUTE, year=number, part=_part(found))


def _decade_word(found: Found) -> Iterator[Moment]:
    number = 1900 + decade_years()[found.group("decade")]
    yield found.moment(Grain.DECADE, Frame.ABSOLUTE, year=number, part=_part(found))


def _feast(found: Found) -> Iterator[Moment]:
    month, day = feast_days()[found.group("feast").replace("’", "'")]
    year = int(found.group("year")) if found.group("year") else None
    frame = Frame.ABSOLUTE if year else Frame.PARTIAL
    yield found.moment(Grain.DAY, frame, year=year, month=month, day=day)


def _weekday(found: Found) -> Iterator[Moment]:
    beside = found.group("beside")
    if not is_weekday_alone(found.sentence, found.match):
        return
    told = beside.endswith("following") or beside in {"same", "previous", "preceding"}
    yield found.moment(
        Grain.DAY,
        Frame.ANCHORED if told else Frame.RELATIVE,
        weekday=weekday_numbers()[found.group("weekday").rstrip(".")],
        shift=_shift(beside) if beside and not told else None,
    )


def _named_day(found: Found) -> Iterator[Moment]:
    word = found.group("named")
    shift = NAMED_DAYS.get(word, 0)
    if word.startswith("the day"):
        shift = -2 if "before" in word else 2
    if word == "overnight":
        before = found.sentence.text[max(0, found.match.start() - 8) : found.match.start()].rstrip()
        after = found.sentence.text[found.match.end() : found.match.end() + 8]
        if before.lower().endswith((" an", " the", "stay", "stayed")) or after.startswith(" stay"):
            return
    yield found.moment(Grain.DAY, Frame.RELATIVE, shift=shift)


def _beside(found: Found) -> Iterator[Moment]:
    word, beside, told = found.group("grain"), found.group("beside"), bool(found.group("told"))
    if not beside and not told and word != "weekend":
        return
    if beside == "past" and word != "weekend":  # a stretch of time that ends today
        return
    grain = GRAINS.get(word) or Grain(word)
    shift = _shift(found.group("told").split()[-1] if told else beside)
    if grain is Grain.DAY and beside in {"last", "this", "past", "current", "coming", "upcoming"}:
        return
    told = told or beside in {"same", "previous", "preceding", "following"} or grain is Grain.DAY
    frame = Frame.ANCHORED if told else Frame.RELATIVE
    if grain is Grain.WEEKEND and not beside and not told:
        shift = 0
    yield found.moment(grain, frame, shift=shift, part="" if told else _part(found))


def _ago(found: Found) -> Iterator[Moment]:
    word, unit, side = found.group("count"), found.group("unit"), found.group("side")
    number = int(word) if word.isdigit() else counts().get(word)
    if number is None or number == 0:
        return
    shift = number * UNITS[unit] * (-1 if side in {"ago", "earlier", "before"} else 1)
    grain = GRAINS.get(unit) or Grain(unit)
    relative = side == "ago" or side.endswith("now")
    frame = Frame.RELATIVE if relative else Frame.ANCHORED
    yield found.moment(grain, frame, shift=shift, count=True)


def _the_day(found: Found) -> Iterator[Moment]:
    unit, side = found.group("unit"), found.group("side")
    grain = GRAINS.get(unit) or Grain(unit)
    shift = -1 if side == "before" else 1
    yield found.moment(grain, Frame.ANCHORED, shift=shift, count=True)


def _ordinal(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ordinals()[word]


def _part(found: Found) -> str:
    word = found.group("part")
    if word in {"earlier", "later"}:
        return word
    for part in ("early", "mid", "late"):
        if word in words(part):
            return part
    return ""


def _shift(word: str) -> int:
    if word in words("back"):
        return -1
    return 1 if word in words("forward") else 0


_READERS: Mapping[str, Callable[[Found], Iterator[Moment]]] = {
    "iso": _iso,
    "figures": _figures,
    "month_day": _day,
    "day_month": _day,
    "month_year": _month_year,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "q": _q,
    "half_year": _half_year,
    "years": _years,
    "year": _year,
    "decade": _decade,
    "decade_word": _decade_word,
    "feast": _feast,
    "weekday": _weekday,
    "named_day": _named_day,
    "beside": _beside,
    "ago": _ago,
    "the_day": _the_day,
}
