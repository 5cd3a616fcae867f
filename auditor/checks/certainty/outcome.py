"""How a deed may be told with another certainty than the references have."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    OPEN = "open"
    DENIED = "denied"
    NEGATED = "negated"
    OPPOSED = "opposed"
    VERDICT = "verdict"
    AHEAD = "ahead"
