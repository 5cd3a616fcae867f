"""What every archive can do, be it a file or a database that a newsroom shares."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
import numpy.typing as npt

from auditor.model.document import Document

Numbers = npt.NDArray[np.int64]
"""Numbers of reports in an archive, ascending, each once."""


INCOMPLETE = "?"
"""What the digest of a file begins with that was not read in full, and is read at each run."""


@dataclass(frozen=True, slots=True)
class Docket:
    """What is known of a report without opening it.

    Attributes:
        number: its number in the archive, which no other report ever gets.
        path: as messages and reports name it.
        sha256: hexadecimal, of the bytes that were read.
    """

    number: int
    path: str
    sha256: str
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Volume:
    """How much an archive holds: reports, and files that could not be read."""

    reports: int
    unread: int


@dataclass(frozen=True, slots=True)
class FiledReports:
    """A file of an archive with the reports in it: one, or several that were delivered together.

    Attributes:
        digest: of its bytes; begins with `INCOMPLETE` where something in it could not be read.
    """

    file: str
    digest: str
    documents: tuple[Document, ...]


class Archive(Protocol):
    """Reports with the words that they hold."""

    @property
    def name(self) -> str:
        """What messages call it."""

    def volume(self) -> Volume:
        """Return how much it holds."""

    def holders(self, key: str, most: int) -> Numbers:
        """Return the reports that hold a word; of a word that more hold, some `most` and one."""

    def between(self, first: date | None, last: date | None) -> Numbers:
        """Return the reports of those days, both included; None leaves an end open."""

    def like(self, key: str) -> tuple[str, ...]:
        """Return words of the archive that may be a word in another spelling, nearest first."""

    def dockets(self, numbers: Iterable[int]) -> tuple[Docket, ...]:
        """Return the dockets of reports by number; of one that is gone none."""

    def documents(self, numbers: Iterable[int]) -> Mapping[int, Document]:
        """Return reports as they were loaded; one that is gone is left out."""

    def digests(self) -> Mapping[str, str]:
        """Return the digest of each file that is indexed, by its name."""

    def put(self, added: Sequence[FiledReports], gone: Sequence[str]) -> None:
        """Index files in the place of those of their names, and forget what is gone; or nothing.

        What was done stays done, whatever happens to this program afterwards.
        """

    def unread(self) -> Mapping[str, str]:
        """Return which files could not be read, and why, by their paths."""

    def tell_unread(self, unread: Mapping[str, str]) -> None:
        """Keep in mind which files could not be read, and why, in the place of what was told."""
