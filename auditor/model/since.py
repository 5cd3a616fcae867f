"""What changed in the documents of an audit since a revision."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.text import Spanned

Span = tuple[int, int]
"""The first character and one past the last; twice the same where something was taken out."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The changed places of each document by its id; one that is not named is unchanged.

    Attributes:
        revision: the full name of the commit that the documents were held against.
    """

    revision: str
    places: Mapping[str, tuple[Span, ...]]

    def touch(self, document: str, passage: Spanned) -> bool:
        """Tell whether anything changed in a passage of a document."""
        return any(
            passage.start < max(end, start) and start < passage.end
            if start < end
            else passage.start < start < passage.end
            for start, end in self.places.get(document, ())
        )
