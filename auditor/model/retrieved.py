"""What was looked for in an archive, and which reports came of it and why."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A reference that came from an archive.

    Attributes:
        reference: the id of its document.
        words: names and other rare words that it shares with the article, what tells most first.
        days: days of the article that it is of, or nearly, in order.
    """

    reference: str
    words: tuple[str, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Retrieval:
    """An archive that was searched.

    Attributes:
        archive: its file or address, without a password.
        reports: how many it holds.
        near: how many of them are near the article; the nearest are its references.
        unread: how many files could not be read when it was indexed.
        retrieved: in the order of the references.
        copies: reports that are the article itself and prove nothing, nearest first.
    """

    archive: str
    reports: int
    near: int
    unread: int
    retrieved: tuple[Retrieved, ...]
    copies: tuple[str, ...] = ()
