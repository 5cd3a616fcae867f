"""An editor's signed decision to let a finding stand."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Decision(StrEnum):
    """Why a finding stays: it is right but the words stay, or it is a false alarm."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A decision on the finding of this fingerprint.

    Attributes:
        reason, initials: "" where none is given; a waiver in the article has no initials.
        decided: None for a comment in the article, which states no day.
        article: path of the article that it was signed for, "" where the file does not tell.
        rule, text, sentence: of the finding, "" where not told.
        expected: what the references had in the place of the words, "" for nothing.
        passages: digests of the passages that it was signed beside (`auditor.model.beside`); None
            where the file does not tell, so that no change of a reference voids it.
        until: the last day on which it holds, None for ever.
    """

    fingerprint: str
    decision: Decision
    reason: str
    initials: str
    decided: date | None
    article: str = ""
    rule: str = ""
    text: str = ""
    sentence: str = ""
    expected: str = ""
    passages: tuple[str, ...] | None = None
    until: date | None = None

    @property
    def is_inline(self) -> bool:
        """Tell whether a comment in the article is the waiver."""
        return self.decided is None
