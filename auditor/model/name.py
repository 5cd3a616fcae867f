"""A name as it stands in a text."""

from dataclasses import dataclass

from auditor.model.words import NameKind


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name at ``start:end``, without title, article or possessive ending.

    Attributes:
        role: what the text says its bearer is, lower case, "" where it does not say:
            ``prime minister``, ``assistant editor``, ``commander of the third brigade``.
        nickname: the words in quotation marks inside the name, "" where there are none.
        same_as: start of another name of the same document that the text itself says is the
            same (``known as``, ``nom de guerre``, an acronym in parentheses); None for none.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    role: str = ""
    nickname: str = ""
    same_as: int | None = None
