"""What a second opinion may say against a sentence."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    DENIED = "denied"
    """A passage says otherwise."""
    MISSING = "missing"
    """No passage says it; the one that comes nearest is quoted."""
