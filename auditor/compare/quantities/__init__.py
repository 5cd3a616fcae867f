"""Comparing the article's numbers with those of the references."""

from auditor.compare.quantities.fits import Fit, Ruling
from auditor.compare.quantities.ruling import rulings

__all__ = ["Fit", "Ruling", "rulings"]
