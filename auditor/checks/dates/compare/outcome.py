"""What may be wrong with a date."""

from enum import StrEnum


class Outcome(StrEnum):
    """What is wrong with a date; rules speak of these words."""

    CONFLICT = "conflict"
    DOUBTFUL = "doubtful"
    RELATIVE = "relative-conflict"
    UNFOUND = "unfound"
    YEAR_UNFOUND = "year-unfound"
    MONTH_UNFOUND = "month-unfound"
    """It names neither day nor year."""
    WEEKDAY_UNFOUND = "weekday-unfound"
    WEEKDAY = "weekday"
    """No calendar has it."""
    ORDER = "order"
    """It forbids the order in which things are told."""
    INTERVAL = "interval"
    """It is counted from an event otherwise than the references count."""
