"""The closed sets of words that code, JSON and report share."""

from enum import StrEnum


class SentenceKind(StrEnum):
    """What part of an article or reference a sentence is."""

    PROSE = "prose"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class DateMark(StrEnum):
    """How a document states a date as its own.

    A dateline tells where and when the reporter wrote, often the day before publication.
    """

    BARE = "bare"
    PUBLISHED = "published"
    UPDATED = "updated"
    DATELINE = "dateline"


class Stance(StrEnum):
    """What a passage says of the sentence that it was linked to."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class Verdict(StrEnum):
    """What the references as a whole say of an article sentence."""

    SUPPORTED = "supported"
    PARTIAL = "partial"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    NOT_CHECKABLE = "not_checkable"


class Category(StrEnum):
    """What kind of detail a finding is about."""

    NAME = "name"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    ROLE = "role"
    CERTAINTY = "certainty"
    EVENT = "event"
    INTERNAL = "internal"
    KNOWN_FACT = "known_fact"
    SUPPORT = "support"
    REFERENCE = "reference"


class Severity(StrEnum):
    """How sure a finding is: an error fails the gate, a warning is shown, a note is a hint."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Ground(StrEnum):
    """Why words of a reference are no evidence."""

    HIDDEN = "hidden"
    """Something is written beside them that readers cannot see."""
    INSTRUCTION = "instruction"
    """They are meant for language models, or stand in one paragraph with what is."""
    NOTICE = "notice"
    """They tell what was wrong in an earlier version."""
    SUPERSEDED = "superseded"
    """Another reference is the same text and has them corrected."""
    RETRACTED = "retracted"
    """Whoever published the text took it back."""


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"
