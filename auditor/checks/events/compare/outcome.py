"""What may be wrong with the event that some words belong to."""

from enum import StrEnum


class Outcome(StrEnum):
    """What is wrong; rules speak of these words.

    ``replaced`` for a detail of another event where the references of the sentence's own have one,
    ``misplaced`` where they have none, ``foreign`` for what only another event's references tell.
    """

    REPLACED = "replaced"
    MISPLACED = "misplaced"
    FOREIGN = "foreign"
