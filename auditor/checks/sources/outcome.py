"""What may be said of a source."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    HIDDEN = "hidden"
    """It holds words that its readers cannot see."""
    INSTRUCTION = "instruction"
    """It speaks to language models."""
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    RETRACTED_ALONE = "retracted-alone"
    """Nothing but a retracted report says what a sentence says."""
    REPEATED = "repeated"
    """Several references are one text."""
