"""A quotation as it stands in a text, with who is said to speak."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words at ``start:end``, quotation marks left out.

    Attributes:
        speaker: the speaker's name or role as the text states it, "" where it states none.
    """

    start: int
    end: int
    text: str
    speaker: str
