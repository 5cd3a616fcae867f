"""A name as it stands in a text."""

from dataclasses import dataclass

from auditor.model.words import NameKind


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at ``start:end``, without title, article or possessive ending."""

    start: int
    end: int
    text: str
    kind: NameKind
