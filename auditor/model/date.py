"""A date or time as it stands in a text, and the days that it can mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Grain(StrEnum):
    """How much time a date expression speaks of."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"


class Origin(StrEnum):
    """What a date expression is counted from.

    ``absolute`` names its year, ``partial`` leaves it to the reader (``January 3``), ``relative``
    counts from the day of the document (``Thursday``, ``last week``), ``anchored`` from another
    event (``two days after the strike``) or from what was told before (``the previous day``).
    """

    ABSOLUTE = "absolute"
    PARTIAL = "partial"
    RELATIVE = "relative"
    ANCHORED = "anchored"


class Side(StrEnum):
    """Which side of the date a sentence speaks of: ``since``, ``until``, ``by`` or the date."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    AFTER = "after"


class Tense(StrEnum):
    """Whether the sentence tells of the past or of the future at this date."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Date:
    """A date expression at ``start:end``, resolved against its own document's date.

    Attributes:
        first, last: the first and last day that it most likely means, both included; None where
            the document gives no date to count from.
        bound: for a range, its first date is ``since`` and its last ``until``.
        year, month, day: as stated; None where left out. A season, quarter or half has the month
            that it begins with; a decade its first year.
        weekday: Monday is 0; None where none is stated.
        shift: how many grains from the document's day (``yesterday`` is -1) or from the anchor
            (``two days after`` is 2); None where neither counts.
        count: whether the shift is a stated count (``two weeks ago``), which people round; of a
            weekday, whether its shift counts weeks (``Thursday last week``).
        anchor_start, anchor_end: the words of the event that it is counted from, equal where the
            sentence names none.
        part: ``early``, ``mid`` or ``late`` of the grain, ``earlier`` or ``later`` than the
            document's day within it, "" for all of it.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    grain: Grain = Grain.DAY
    origin: Origin = Origin.ABSOLUTE
    bound: Side = Side.ON
    tense: Tense = Tense.UNKNOWN
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    count: bool = False
    anchor_start: int = 0
    anchor_end: int = 0
    part: str = ""
