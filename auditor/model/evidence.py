"""An article beside its references: what the checkers look at."""

from dataclasses import dataclass

from auditor.model.reading import Reading
from auditor.model.text import Sentence
from auditor.model.words import Category, Stance


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a reference that was linked to a sentence or a finding.

    Attributes:
        reference: id of the reference (``r1``).
        start, end: in code points of that reference's text.
        score: how close the passage is, in [0, 1].
    """

    reference: str
    start: int
    end: int
    text: str
    stance: Stance
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """A clause at ``start:end`` of a sentence, and the share that its best passage covers."""

    start: int
    end: int
    covered: float


@dataclass(frozen=True, slots=True)
class Substitute:
    """Words ``start:end`` of the article, and what the references may have in their place.

    Attributes:
        category: of a mention its kind: name, place, date or number; of a verb, negation.
        expected: the words that were put in their place.
        passage: where these stand, or the closest one.
        before, after: how likely the excerpt supports the sentence as it stands, and with them.
    """

    start: int
    end: int
    category: Category
    expected: str
    passage: Evidence
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Link:
    """An article sentence with the passages closest to it, best first; () where none is close.

    Attributes:
        parts: its clauses in text order, the outer before the inner; each was looked for by itself.
        support: how likely the references support the whole sentence, in [0, 1]; without a reading
            how well the passages cover it, which is no probability.
        reading: what the entailment model makes of the best passages together; None where it was
            not asked.
        substitute: what the model would believe best in a sentence that its passages deny; None
            where they do not.
    """

    sentence: Sentence
    evidence: tuple[Evidence, ...]
    support: float = 0.0
    parts: tuple[Part, ...] = ()
    reading: Reading | None = None
    substitute: Substitute | None = None
