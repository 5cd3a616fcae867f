"""Finding quotes: their words, what the marks are for, and who speaks."""

from auditor.checks.quotes.find.find import find_quotes

__all__ = ["find_quotes"]
