"""A quote as it stands in a text, with who is said to speak."""

from dataclasses import dataclass
from enum import StrEnum


class QuoteKind(StrEnum):
    """What the quotation marks are for."""

    SPEECH = "speech"
    """Somebody's words, a clause or more."""
    PHRASE = "phrase"
    """Somebody's words, one to three of them."""
    SCARE = "scare"
    """A term held at arm's length, or named: “so-called”, known as “the wall”."""
    TITLE = "title"
    """The title of a work, or a nickname inside a name."""


class Rung(StrEnum):
    """How a quote in the article stands to the references, best first."""

    VERBATIM = "verbatim"
    COSMETIC = "cosmetic"
    """Marks, spaces, case, a marked ellipsis or clarification."""
    EDITED = "edited"
    """Words changed, meaning kept."""
    ALTERED = "meaning changed"
    STITCHED = "stitched"
    """Put together from distant places."""
    PROMOTED = "promoted"
    """Reported speech made into a direct quote."""
    NARRATED = "reporter's words"
    FABRICATED = "fabricated"


class SpeakerKind(StrEnum):
    """What is said to speak."""

    PERSON = "person"
    BODY = "body"
    """An organisation or office."""
    PLACE = "place"
    """A country or city, which stands for its government."""
    ROLE = "role"
    """Somebody who is not named: a spokesman, police, witnesses."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words at ``start:end``, without quotation marks and a comma before the last one.

    Attributes:
        speaker: the speaker's name in the fullest form that the text has, or the role as it is
            stated; "" where none is stated or a pronoun leads to nobody.
        speaker_start, speaker_end: where the speaker is stated, both 0 where it is not.
        cue: base form of the verb that reports it, "" where there is none.
        carried: whether the speaker is taken over from the quote before.
        continues: whether it goes on with the quote before: a mark opened again, or words
            after “she said”.
        nested: whether it stands inside another quote.
        closed: False where the closing mark is missing.
    """

    start: int
    end: int
    text: str
    speaker: str
    kind: QuoteKind = QuoteKind.SPEECH
    speaker_kind: SpeakerKind = SpeakerKind.UNKNOWN
    speaker_start: int = 0
    speaker_end: int = 0
    cue: str = ""
    carried: bool = False
    continues: bool = False
    nested: bool = False
    closed: bool = True
