"""What may be wrong with a waiver."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    CHANGED = "changed"
    """A passage that it was signed beside is gone, or the references have other words instead."""
    EXPIRED = "expired"
    REASONLESS = "reasonless"
    UNBOUND = "unbound"
    """It tells no passages."""
    UNUSED = "unused"
    """It lets nothing stand."""
