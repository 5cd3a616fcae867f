"""Deeds of which the references tell the opposite: acquitted for convicted, rejected for passed."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from auditor.checks.certainty.claims import VERDICTS, claims
from auditor.checks.certainty.comparing import beside, closest, may_share_sides
from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, deeds_with
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.ruling import Ruling
from auditor.model.words import NameKind

SAID = 0.5
"""Share of the words of the article's clause that the reference's sentence must have, but for
verdicts, where the accused is enough. A guess."""


@cache
def _opposites(kinds: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return for each verb or class the verbs and classes of which only one can be true."""
    opposites: dict[str, set[str]] = {}
    for entry in chain.from_iterable(lexicon("opposites")[kind] for kind in kinds):
        one, other = (side.split(", ") for side in entry.split(" / "))
        for word in one:
            opposites.setdefault(word, set()).update(other)
        for word in other:
            opposites.setdefault(word, set()).update(one)
    return {word: frozenset(others) for word, others in opposites.items()}


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the deeds of the article of which the references tell the opposite and nothing else."""
    for mine in claims(case):
        if mine.mode is Mode.DONE:
            ruling = _ruling(case, mine)
            if ruling is not None:
                yield ruling


def _ruling(case: Case, mine: Told) -> Ruling | None:
    kinds = ("deeds",) if _is_of_people(mine) else ("deeds", "figures")
    others = {word for key in mine.keys for word in _opposites(kinds).get(key, ())}
    found = deeds_with(case, mine.keys | others) if others else []
    like = [theirs for theirs in found if may_share_sides(mine, theirs)]
    if any(theirs.keys & mine.keys for theirs in like):
        return None
    turned = [t for t in like if t.mode is Mode.DONE and others & t.keys]
    if not turned:
        return None
    verdict = mine.frame.family in VERDICTS
    theirs, said = closest(case, mine, turned)
    if not verdict and said < SAID:
        return None
    return beside(Outcome.VERDICT if verdict else Outcome.OPPOSED, mine, theirs, 1.0)


def _is_of_people(told: Told) -> bool:
    """Tell whether a person does it, named or called by what he is."""
    people = lexicon("counted")["person"]
    return any(
        who.kind is NameKind.PERSON or (who.called or who.text).lower() in people
        for who in told.frame.participants
        if who.role == "agent"
    )
