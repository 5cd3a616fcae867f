"""Reading dates that are counted: from the document's day, or from another event."""

from collections.abc import Iterator

from auditor.checks.dates.find.ambiguous import is_weekday_alone
from auditor.checks.dates.find.calendar_words import counts, weekday_numbers
from auditor.checks.dates.find.match import Matched, cut, part_of, shift_of
from auditor.model.date import Date, Grain, Origin

UNITS = {"day": 1, "night": 1, "week": 1, "fortnight": 2, "month": 1, "year": 1, "decade": 1}
HOURS = frozenset({"morning", "afternoon", "evening"})
GRAINS = {
    **dict.fromkeys(("day", "night", *HOURS), Grain.DAY),
    "fortnight": Grain.WEEK,
}
TOLD = frozenset({"same", "previous", "preceding", "that"})
"""Words before a day that was told of before."""
NAMED_DAYS = {"yesterday": -1, "tomorrow": 1, "last night": -1}


def read_weekday(matched: Matched) -> Iterator[Date]:
    """Yield ``Thursday``, ``last Thursday``, ``Thursday night``, ``Thursday last week``."""
    beside, week = matched.group("beside"), matched.group("its_week")
    if not is_weekday_alone(matched.sentence, matched.match):
        return
    own = matched.match.start("weekday") if beside == "that" and _is_joining(matched) else 0
    told = not own and (beside.endswith("following") or beside in TOLD)
    date = matched.date(
        Grain.DAY,
        Origin.ANCHORED if told else Origin.RELATIVE,
        weekday=weekday_numbers()[matched.group("weekday").rstrip(".")],
        shift=shift_of(week or beside) if week or (beside and beside not in TOLD) else None,
        count=bool(week),
    )
    yield cut(date, date.start + own - matched.match.start(), date.end, matched) if own else date


def _is_joining(matched: Matched) -> bool:
    """Tell whether "that" joins a clause: ``said that Monday's vote was void``."""
    place = matched.sentence.start + matched.match.start()
    return any(token.start == place and token.dep == "mark" for token in matched.sentence.tokens)


def read_named_day(matched: Matched) -> Iterator[Date]:
    """Yield ``yesterday`` and its like."""
    word = matched.group("named")
    shift = NAMED_DAYS.get(word, 0)
    if word.startswith("the day"):
        shift = -2 if "before" in word else 2
    if word == "overnight":
        before = matched.sentence.text[
            max(0, matched.match.start() - 8) : matched.match.start()
        ].rstrip()
        after = matched.sentence.text[matched.match.end() : matched.match.end() + 8]
        if before.lower().endswith((" an", " the", "stay", "stayed")) or after.startswith(" stay"):
            return
    yield matched.date(Grain.DAY, Origin.RELATIVE, shift=shift)


def read_beside(matched: Matched) -> Iterator[Date]:
    """Yield ``last week``, ``earlier this month``, ``the previous day``."""
    word, beside, told = (
        matched.group("grain"),
        matched.group("beside"),
        bool(matched.group("told")),
    )
    if not beside and not told and word != "weekend":
        return
    if word in HOURS and beside == "this":
        return  # a named day
    if beside == "past" and word != "weekend":  # a stretch of time that ends today
        return
    grain = GRAINS.get(word) or Grain(word)
    shift = shift_of(matched.group("told").split()[-1] if told else beside)
    if grain is Grain.DAY and beside in {"last", "this", "past", "current", "coming", "upcoming"}:
        return
    told = told or beside in {"same", "previous", "preceding", "following"} or grain is Grain.DAY
    origin = Origin.ANCHORED if told else Origin.RELATIVE
    if grain is Grain.WEEKEND and not beside and not told:
        shift = 0
    yield matched.date(grain, origin, shift=shift, part="" if told else part_of(matched))


def read_ago(matched: Matched) -> Iterator[Date]:
    """Yield ``two days ago``, ``two days after``."""
    word, unit, side = matched.group("count"), matched.group("unit"), matched.group("side")
    number = int(word) if word.isdigit() else counts().get(word)
    if number is None or number == 0:
        return
    shift = number * UNITS[unit] * (-1 if side in {"ago", "earlier", "before"} else 1)
    grain = GRAINS.get(unit) or Grain(unit)
    relative = side == "ago" or side.endswith("now")
    origin = Origin.RELATIVE if relative else Origin.ANCHORED
    yield matched.date(grain, origin, shift=shift, count=True)


def read_the_day(matched: Matched) -> Iterator[Date]:
    """Yield ``the day after``."""
    unit, side = matched.group("unit"), matched.group("side")
    grain = GRAINS.get(unit) or Grain(unit)
    shift = -1 if side == "before" else 1
    yield matched.date(grain, Origin.ANCHORED, shift=shift, count=True)
