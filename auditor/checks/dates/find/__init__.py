"""Dates and times of a text: found, read and resolved against the day of their document."""

from auditor.checks.dates.find.find import find_dates

__all__ = ["find_dates"]
