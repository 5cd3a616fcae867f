"""Deeds that the article tells as done and the references as open or not done, and the reverse."""

from collections.abc import Iterator, Sequence

from auditor.checks.certainty.claims import claims
from auditor.checks.certainty.comparing import beside, closest, may_be_same
from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, deeds_with, is_denied_in_part, wanted_words
from auditor.evidence.case import Case
from auditor.language.tree import children
from auditor.model.ruling import Ruling

SAID = 0.5
"""Share of the words of the article's clause that the reference's sentence must have. A guess."""

WORDS = 1
"""Content words, besides the deed's own, without which a clause is too bare to compare. A guess."""


CLEARLY = 0.25
"""How much more of the article's clause a reference must say that tells it otherwise than one that
tells it alike, of another deed as it seems. A guess."""

OPEN = frozenset({Mode.OPEN, Mode.FORESEEN})

OPPOSED = {
    Mode.DONE: frozenset({*OPEN, Mode.TO_COME, Mode.DENIED}),
    Mode.TO_COME: frozenset({Mode.OPEN, Mode.DENIED}),
    Mode.DENIED: frozenset({Mode.DONE}),
}
"""How the references tell a deed where the article tells it otherwise."""


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
        if theirs.frame.family == mine.frame.family and may_be_same(case, mine, theirs)
    ]
    opposed = OPPOSED[mine.mode] - (set() if _is_past(mine) else {Mode.TO_COME})
    against = [one for one in like if one.mode in opposed and not _is_vague(mine, one)]
    if not against:
        return None
    theirs, said = closest(case, mine, against)
    others = [one for one in like if one not in against]
    if said < SAID or (others and not _is_of_another(case, mine, theirs, others, said)):
        return None
    if mine.mode is Mode.DENIED:
        outcome = Outcome.NEGATED
    else:
        outcome = Outcome.DENIED if theirs.mode is Mode.DENIED else Outcome.OPEN
    return beside(outcome, mine, theirs, SAID)


def _is_of_another(
    case: Case, mine: Told, theirs: Told, others: Sequence[Told], said: float
) -> bool:
    """Tell whether the deeds told as the article does seem to be others than the one denied.

    What a report leaves open may be told as done by the next, in few words.
    """
    _, elsewhere = closest(case, mine, others)
    return Mode.DENIED in {mine.mode, theirs.mode} and elsewhere <= said - CLEARLY


def _is_vague(mine: Told, theirs: Told) -> bool:
    """Tell whether two deeds may be told alike: in part only, or both as somebody's words."""
    if theirs.mode is Mode.DENIED:
        return is_denied_in_part(theirs)
    return theirs.mode in OPEN and _is_reported(mine) and _is_reported(theirs)


def _is_reported(told: Told) -> bool:
    """Tell whether a deed is what somebody says: ``said that she left``, ``claims that``."""
    return told.sentence.tokens[told.at].dep == "ccomp"


def _is_past(told: Told) -> bool:
    """Tell whether a deed is over: ``opened``, ``has opened``; ``opens`` may be to come."""
    return told.sentence.tokens[told.at].tag in {"VBD", "VBN"} and not _is_under_way(told)


def _is_under_way(told: Told) -> bool:
    """Tell whether a deed is told in the present, passive: ``is paid``, ``is being paid``."""
    tokens = told.sentence.tokens
    helping = children(tokens, told.at, "aux", "auxpass")
    return any(tokens[n].tag in {"VBZ", "VBP"} and tokens[n].lemma == "be" for n in helping)
