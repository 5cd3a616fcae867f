"""Days in words, the same in every locale."""

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""Names of the months; January is 0 here and 1 in a date."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Names of the days; Monday is 0, as in `date.weekday`."""


def day_in_words(day: date) -> str:
    """Return a day without its weekday: ``4 January 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
