"""How the references may fail to bear a sentence out."""

from enum import StrEnum


class Outcome(StrEnum):
    """What of a sentence is not borne out; rules speak of these words."""

    NOT_FOUND = "not-found"
    CLAUSE_NOT_FOUND = "clause-not-found"
    DENIED = "denied"
    """The entailment model reads that a passage denies it."""
    WORDS = "words"
    """The model misses some of its words."""
    ALL = "all"
    """The model misses all of it, or no words in particular."""
    NAME = "name"
    """The model would believe it of another name."""
    PLACE = "place"
    """The model would believe it of another place."""
    DATE = "date"
    """The model would believe it of another date."""
    NUMBER = "number"
    """The model would believe it of another number."""
    NEGATED = "negated"
    """The model would believe it with a “not”."""
    REASON = "reason"
    """The model would believe it for another reason."""
