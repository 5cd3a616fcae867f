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
        article: path of the article that it was signed for, "" where the file does not tell.
        rule, text: the finding's rule and marked words, for people; "" where not told.
    """

    fingerprint: str
    decision: Decision
    reason: str
    initials: str
    decided: date
    article: str = ""
    rule: str = ""
    text: str = ""
