"""An article as it was handed in: a file, or what was written into the command."""

from dataclasses import dataclass
from pathlib import Path

from auditor.load.source import Source, read_file
from auditor.load.standard_input import NAME, read_standard_input

STANDARD_INPUT = Path("-")
"""What stands for standard input on the command line; a file of that name is ``./-``."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """An article before it is read.

    Attributes:
        path: the file, or the name of what has none; other paths count from its folder.
        written: what was read from standard input or an editor, None for a file as it lies there.
        is_open: whether it is a file that an editor has open.
    """

    path: Path
    written: Source | None = None
    is_open: bool = False

    def source(self) -> Source:
        """Return what it holds.

        Raises:
            AuditError: if the file cannot be read.
        """
        return read_file(self.path) if self.written is None else self.written

    @property
    def is_file(self) -> bool:
        """Tell whether it lies under its path."""
        return self.written is None or self.is_open


def submitted(named: Path) -> Submitted:
    """Return the article that a path of the command line stands for; standard input is read.

    Raises:
        AuditError: if standard input gives nothing.
    """
    if named == STANDARD_INPUT:
        return Submitted(Path(NAME), read_standard_input())
    return Submitted(named)
