"""Names of the article beside those of the references: held, absent, or another in their place."""

from auditor.checks.names.compare.rulings import Ruling, rulings

__all__ = ["Ruling", "rulings"]
