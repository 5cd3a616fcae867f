"""Deeds that the article tells as done and the references as open or not done, and the reverse."""

from collections.abc import Iterator

from auditor.checks.certainty.claims import claims
from auditor.checks.certainty.comparing import beside, closest, may_share_sides
from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, deeds_with, wanted_words
from auditor.evidence.case import Case
from auditor.model.ruling import Ruling

SAID = 0.5
"""Share of the words of the article's clause that the reference's sentence must have. A guess."""

WORDS = 1
"""Content words, besides the deed's own, without which a clause is too bare to compare. A guess."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the deeds of the article that it alone tells as done, or as not done."""
    for mine in claims(case):
        ruling = _ruling(case, mine)
        if ruling is not None:
            yield ruling


def _ruling(case: Case, mine: Told) -> Ruling | None:
    if len(wanted_words(mine)) < WORDS:
        return None
    like = [
        theirs
        for theirs in deeds_with(case, [mine.frame.family])
        if theirs.frame.family == mine.frame.family and may_share_sides(mine, theirs)
    ]
    opposed = {Mode.DONE: {Mode.OPEN, Mode.DENIED}, Mode.DENIED: {Mode.DONE}}[mine.mode]
    if not like or any(theirs.mode not in opposed for theirs in like):
        return None
    theirs, said = closest(case, mine, like)
    if said < SAID:
        return None
    if mine.mode is Mode.DENIED:
        outcome = Outcome.NEGATED
    else:
        outcome = Outcome.DENIED if theirs.mode is Mode.DENIED else Outcome.OPEN
    return beside(outcome, mine, theirs, SAID)
