"""A date or time as it stands in a text, and the days that it can mean."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """A date expression at ``start:end``, resolved against its own document's date.

    Attributes:
        first, last: the first and last day that it can mean, both included; None where the
            document gives no date to count from.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
