"""Comparing the article's numbers with those of the references."""

from auditor.checks.numbers.compare.counterparts import Fit, Ruling
from auditor.checks.numbers.compare.rulings import rulings

__all__ = ["Fit", "Ruling", "rulings"]
