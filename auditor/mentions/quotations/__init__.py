"""Finding quotations: their words, what the marks are for, and who speaks."""

from auditor.mentions.quotations.find import find_quotations

__all__ = ["find_quotations"]
