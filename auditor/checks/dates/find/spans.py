"""Spans of whole days, and the arithmetic of weeks, months and years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def meets(self, other: "Days") -> bool:
        """Tell whether a day belongs to both."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: "Days") -> bool:
        """Tell whether every day of the other belongs to this one."""
        return self.first <= other.first and other.last <= self.last

    def gap(self, other: "Days") -> int:
        """Return how many days lie between the nearest days of both, 0 where they meet."""
        if self.meets(other):
            return 0
        return max((self.first - other.last).days, (other.first - self.last).days)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int, count: int = 1) -> Days | None:
    """Return `count` months from the one given; months count on past December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    if not MINYEAR <= year <= last_year <= MAXYEAR:
        return None
    return Days(
        date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
    )


def years_of(first: int, last: int) -> Days | None:
    """Return all days of the years, None outside of the calendar."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31))


def moved(day: date, count: int) -> date:
    """Return the day `count` days on, at the end of the calendar where it ends before."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def widened(days: Days, count: int) -> Days:
    """Return the span with `count` days more at either end."""
    return Days(moved(days.first, -count), moved(days.last, count))
