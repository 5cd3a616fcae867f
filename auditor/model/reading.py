"""What the entailment model reads out of a passage and a sentence."""

from dataclasses import dataclass

DENIED = 0.5
"""From this probability of a contradiction on, the passage denies the sentence: of those in doubt
94 are contradicted and 10 unsupported, of those below it 13 and 56 (twins dev)."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Characters ``start:end`` of the sentence with the chance that the passage lacks them."""

    start: int
    end: int
    chance: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities that a passage supports a sentence, contradicts it, or does neither.

    Attributes:
        lacks: the sentence's word pieces in order, but for those of dates, figures and quotes,
            which are compared exactly; () where the model does not tell.
        company: the mean log odds of support of all sentences of the article that were read, this
            one among them.
    """

    supports: float
    contradicts: float
    neither: float
    lacks: tuple[Lack, ...] = ()
    company: float = 0.0

    @property
    def denies(self) -> bool:
        """Tell whether the passage denies the sentence."""
        return self.contradicts >= DENIED
