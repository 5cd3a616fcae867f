"""Comparing the article's numbers with those of the references."""

from auditor.compare.quantities.ruling import Ruling, rulings

__all__ = ["Ruling", "rulings"]
