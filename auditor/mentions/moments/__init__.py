"""Dates and times of a text: found, read and resolved against the day of their document."""

from auditor.mentions.moments.find import find_moments

__all__ = ["find_moments"]
