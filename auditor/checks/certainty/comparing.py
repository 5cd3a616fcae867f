"""What two deeds have in common, and how they are told beside each other."""

from collections.abc import Sequence

from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, phrase, wanted_words
from auditor.checks.roles.said_of import share_of
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.language.words import terms
from auditor.model.ruling import Ruling
from auditor.model.words import Stance


def may_share_sides(mine: Told, theirs: Told) -> bool:
    """Tell whether a reference's deed has a side in common with the article's and none apart."""
    sides = [(mine.sides.get(role), theirs.sides.get(role)) for role in ("agent", "patient")]
    known = [(own, other) for own, other in sides if own and other]
    return bool(known) and all(own & other for own, other in known)


def closest(case: Case, mine: Told, like: Sequence[Told]) -> tuple[Told, float]:
    """Return the first deed whose sentence says most of the article's clause, and how much of it.

    Raises:
        ValueError: where there is none to choose from.
    """
    wanted = wanted_words(mine)
    shares = [share_of(wanted, terms(theirs.sentence), case.passages) for theirs in like]
    best = max(shares)
    return like[shares.index(best)], best


def beside(outcome: Outcome, mine: Told, theirs: Told, score: float) -> Ruling:
    """Return the ruling that shows how the article and a reference tell a deed."""
    (start, end), (first, last) = phrase(mine), phrase(theirs)
    fields = {
        "told": mine.text.document.text[start:end],
        "said": theirs.text.document.text[first:last],
    }
    proof = evidence(theirs.text, theirs.sentence, Stance.CONTRADICTS, score)
    return Ruling(outcome, start, end, fields, evidence=(proof,))
