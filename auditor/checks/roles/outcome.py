"""What may be wrong with the part that the article gives to a name."""

from enum import StrEnum


class Outcome(StrEnum):
    """What is wrong; rules speak of these words.

    ``conflict`` for a name that no reference has, where they name another; ``exchanged`` where the
    same words have another name; ``elsewhere`` for a place; ``misgiven`` where a person stands for
    a person and a shared name ties the two statements, ``misgiven-likely`` where less does;
    ``swapped`` for two names with each other's part, ``swapped-nouns`` where one is no name.
    """

    CONFLICT = "conflict"
    EXCHANGED = "exchanged"
    ELSEWHERE = "elsewhere"
    MISGIVEN = "misgiven"
    MISGIVEN_LIKELY = "misgiven-likely"
    SWAPPED = "swapped"
    SWAPPED_NOUNS = "swapped-nouns"
