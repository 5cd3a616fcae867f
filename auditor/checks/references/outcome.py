"""What may be said of a name on which references differ."""

from enum import StrEnum


class Outcome(StrEnum):
    """How references differ; rules speak of these words.

    ``name`` where one reference agrees with the article and another does not, ``later`` where the
    other was written on a later day, ``part`` for a part of a place that no reference has.
    """

    NAME = "name"
    LATER = "later"
    PART = "part"
