"""What comes of one article: its status, and what is to be said and shown, in order."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Shown:
    """A report for standard output."""

    format: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A line for standard error; what is no fault is left out where the user wants quiet."""

    line: str
    is_fault: bool = True


@dataclass(frozen=True, slots=True)
class Opened:
    """An HTML report that was written and is to be opened."""

    path: Path


Step = Shown | Said | Opened


@dataclass(frozen=True, slots=True)
class Turn:
    """An article's turn when it is over.

    Attributes:
        article: its path, as messages name it.
        status: an exit status of `auditor.write.ending`.
        outcome: what came of it, in one sentence.
        steps: in the order in which they are taken.
    """

    article: str
    status: int
    outcome: str
    steps: tuple[Step, ...] = ()
