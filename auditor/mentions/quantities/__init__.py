"""Numbers in a text: what they are worth, in which unit, of what, and how they are meant."""

from auditor.mentions.quantities.find import find_quantities

__all__ = ["find_quantities"]
