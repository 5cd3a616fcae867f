"""Deeds of which the references tell the opposite: acquitted for convicted, rejected for passed."""

from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.certainty.done import VERDICTS, is_claim, may_share_sides
from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, deeds_told, phrase, wanted_words
from auditor.checks.roles.said_of import share_of
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.lexicon import lexicon
from auditor.language.words import terms
from auditor.model.ruling import Ruling
from auditor.model.words import Stance

SAID = 0.5
"""Share of the words of the article's clause that the reference's sentence must have, but for
verdicts, where the accused is enough. A guess."""


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """Return for each verb or class the verbs and classes of which only one can be true."""
    opposites: dict[str, set[str]] = {}
    for entry in lexicon("opposites")["deeds"]:
        one, other = (side.split(", ") for side in entry.split(" / "))
        for word in one:
            opposites.setdefault(word, set()).update(other)
        for word in other:
            opposites.setdefault(word, set()).update(one)
    return {word: frozenset(others) for word, others in opposites.items()}


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the deeds of the article of which the references tell the opposite and nothing else."""
    for mine in deeds_told(case):
        if mine.text is case.article and mine.mode is Mode.DONE and is_claim(mine):
            ruling = _ruling(case, mine)
            if ruling is not None:
                yield ruling


def _ruling(case: Case, mine: Told) -> Ruling | None:
    like = [theirs for theirs in deeds_told(case) if may_share_sides(case, mine, theirs)]
    if any(_keys(theirs) & _keys(mine) for theirs in like):
        return None
    turned = [t for t in like if t.mode is Mode.DONE and _are_opposed(mine, t)]
    if not turned:
        return None
    verdict = mine.frame.family in VERDICTS
    wanted = wanted_words(mine)
    shares = [share_of(wanted, terms(theirs.sentence), case.passages) for theirs in turned]
    if not verdict and (not wanted or max(shares) < SAID):
        return None
    theirs = turned[shares.index(max(shares))]
    (start, end), (first, last) = phrase(mine), phrase(theirs)
    fields = {
        "told": case.article.document.text[start:end],
        "said": theirs.text.document.text[first:last],
    }
    proof = evidence(theirs.text, theirs.sentence, Stance.CONTRADICTS, 1.0)
    outcome = Outcome.VERDICT if verdict else Outcome.OPPOSED
    return Ruling(outcome, start, end, fields, evidence=(proof,))


def _keys(told: Told) -> frozenset[str]:
    """Return the words for a deed that opposites go by: its class, its verb, ``turn down``."""
    return frozenset({told.frame.family, told.frame.predicate, told.phrasal})


def _are_opposed(mine: Told, theirs: Told) -> bool:
    others = {word for key in _keys(mine) for word in _opposites().get(key, ())}
    return bool(others & _keys(theirs))
