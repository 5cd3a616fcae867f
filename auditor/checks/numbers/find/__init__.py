"""Numbers in a text: what they are worth, in which unit, of what, and how they are meant."""

from auditor.checks.numbers.find.find import find_numbers

__all__ = ["find_numbers"]
