"""Which locations are archives, and how one is opened to be read."""

from contextlib import AbstractContextManager
from pathlib import Path

from auditor.archive.embedded import is_embedded, reading, writing
from auditor.archive.shelves import Archive


def is_archive(location: str) -> bool:
    """Tell whether a location is an archive: a database, or a file that is one by its content."""
    return is_shared(location) or is_embedded(Path(location))


def is_shared(location: str) -> bool:
    """Tell whether a location is the address of a database."""
    return location.lower().startswith(("postgresql://", "postgres://"))


def archive_at(location: str) -> AbstractContextManager[Archive]:
    """Return an archive as it is at this moment, to be read.

    Raises, when entered:
        AuditError: if it cannot be read.
    """
    if is_shared(location):
        from auditor.archive.shared import shared_reading

        return shared_reading(location)
    return reading(Path(location))


def archive_into(location: str) -> AbstractContextManager[Archive]:
    """Return an archive to write into, made where there is none.

    Raises, when entered:
        AuditError: if something else stands there, or it cannot be written.
    """
    if is_shared(location):
        from auditor.archive.shared import shared_writing

        return shared_writing(location)
    return writing(Path(location))
