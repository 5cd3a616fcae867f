"""A mark on the article, and what could not be checked."""

from dataclasses import dataclass

from auditor.model.evidence import Evidence
from auditor.model.words import Category, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Edit:
    """A step from the reference's words to the article's: ``kept``, ``struck``, ``inserted``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class QuoteDetail:
    """What a finding about a quote adds: its rung, both speakers, the differences.

    Attributes:
        rung: the step of the ladder from verbatim to fabricated.
        speaker_article, speaker_reference: "" where none is stated.
        diff: the reference's words turned into the article's; () where no source was found.
    """

    rung: str
    speaker_article: str
    speaker_reference: str
    diff: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One mark: the words ``start:end`` of the article, the rule, and the proof.

    Attributes:
        expected: what the references have in this place; None where they have nothing, or
            several things.
        implies: the verdict that this finding alone gives its sentence; None where it gives none.
        evidence: the passages that prove it, best first.
        about: the reference and its words that a finding on no words of the article is about, ""
            elsewhere; they tell one such finding from another.
    """

    rule: str
    category: Category
    severity: Severity
    start: int
    end: int
    text: str
    message: str
    expected: str | None = None
    implies: Verdict | None = None
    evidence: tuple[Evidence, ...] = ()
    quote: QuoteDetail | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not checked: the stage, the file or place, and the reason."""

    stage: str
    where: str
    reason: str
