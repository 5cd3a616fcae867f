"""What comparing says of some words of the article, before a rule makes a finding of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.evidence import Evidence
from auditor.model.finding import QuoteDetail

SHOWN = 160
"""Characters of a passage that a message shows. A guess."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is said of the words ``start:end`` of the article.

    Attributes:
        outcome: the kind's word for it, of which a rule may speak.
        fields: what the rule's message may show, by name.
        expected: what the references have instead; None where they have nothing, or several
            things.
        evidence: the passages that prove it, best first.
        quote: what a ruling on a quote adds.
        about: as of a `Finding`.
    """

    outcome: StrEnum
    start: int
    end: int
    fields: Mapping[str, str]
    expected: str | None = None
    evidence: tuple[Evidence, ...] = ()
    quote: QuoteDetail | None = None
    about: str = ""
