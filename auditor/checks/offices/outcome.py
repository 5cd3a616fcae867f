"""What may be wrong with the office that the article gives somebody."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words.

    ``weakened`` where the references say former, deputy, nominee or the like; ``anothers`` where
    they give the office to another and something else to him.
    """

    WEAKENED = "weakened"
    ANOTHERS = "anothers"
