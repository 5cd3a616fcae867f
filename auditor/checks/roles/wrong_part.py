"""A part that the article gives to one and the references to another."""

from dataclasses import dataclass

from auditor.model.evidence import Evidence
from auditor.model.text import Spanned


@dataclass(frozen=True, slots=True)
class Misgiven:
    """A name of the article whose part the references give to another.

    Attributes:
        where: whether it is a place where something was done, not who did it.
        expected: whom they give it to.
        told: their words for the part.
        sure: whether a person stands for a person and a shared name ties the two places.
    """

    who: Spanned
    name: str
    where: bool
    expected: str
    told: str
    sure: bool
    evidence: Evidence
