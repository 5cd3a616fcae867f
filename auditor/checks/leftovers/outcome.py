"""What may have been left in a text."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    SLOT = "slot"
    ADDRESS = "address"
    VERSION = "version"
