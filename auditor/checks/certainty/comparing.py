"""What two deeds have in common, and how they are told beside each other."""

import re
from collections.abc import Iterable, Sequence

from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, phrase, wanted_words
from auditor.checks.roles.said_of import share_of
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.language.words import terms
from auditor.model.entity import Entity
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, Text, around, within
from auditor.model.words import Stance

IDS = re.compile(r"n\d+")
"""The ids of entities, among what sides go by."""


def may_share_sides(mine: Told, theirs: Told) -> bool:
    """Tell whether a reference's deed has a side in common with the article's and none apart."""
    sides = [(mine.sides.get(role), theirs.sides.get(role)) for role in ("agent", "patient")]
    known = [(own, other) for own, other in sides if own and other]
    return bool(known) and all(own & other for own, other in known)


def may_be_same(case: Case, mine: Told, theirs: Told) -> bool:
    """Tell whether a reference's deed may be the article's, whoever brings it about.

    It is done to the same; who does it may be told otherwise, ``parliament`` and ``a bill that
    would``, unless two names stand there. A pronoun may be whoever is named near it.
    """
    known = {
        role: (mine.sides[role], theirs.sides[role])
        for role in ("agent", "patient")
        if mine.sides.get(role) and theirs.sides.get(role)
    }
    apart = {role for role, (own, other) in known.items() if not own & other}
    if "patient" in apart or any(all(map(_has_name, known[role])) for role in apart):
        return False
    if not known:
        ids = {key for role in theirs.frame.pronouns for key in mine.sides.get(role, ())}
        named = [entity for entity in case.entities.entities if entity.id in ids]
        return is_named_near(named, theirs.text, theirs.sentence, 1)
    return len(apart) < len(known)


def _has_name(side: frozenset[str]) -> bool:
    return any(IDS.fullmatch(key) for key in side)


def is_named_near(entities: Iterable[Entity], text: Text, sentence: Sentence, before: int) -> bool:
    """Tell whether one of some is named in a sentence or in so many before it."""
    near = around(text, sentence, before, after=0)
    return any(within(e.within(text.document.id), one) for e in entities for one in near)


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
