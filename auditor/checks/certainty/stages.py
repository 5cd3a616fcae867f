"""Stages of a process that only the article has reached: charged told as convicted."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from auditor.checks.certainty.claims import claims
from auditor.checks.certainty.comparing import beside, closest, is_named_near, may_share_sides
from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, deeds_with
from auditor.evidence.case import Case, once
from auditor.knowledge.deeds import noun_class
from auditor.knowledge.lexicon import lexicon
from auditor.model.entity import Entity
from auditor.model.ruling import Ruling
from auditor.model.text import Token, within

SAID = 0.4
"""Share of the words of the article's clause that the reference's sentence must have where no name
ties the two. A guess."""

Stage = tuple[str, int]
"""A process and how far it has come."""


@cache
def _stages() -> Mapping[str, tuple[Stage, ...]]:
    """Return the stages that a verb, noun or class of deeds belongs to."""
    stages: dict[str, list[Stage]] = {}
    for process, steps in lexicon("stages").items():
        for n, words in enumerate(steps):
            for word in words.split(" | "):
                stages.setdefault(word, []).append((process, n))
    return {word: tuple(found) for word, found in stages.items()}


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the deeds of the article that are a later stage than any reference has of its side."""
    for mine in claims(case):
        for process, stage in _of(mine) if mine.mode is Mode.DONE else ():
            ruling = _ruling(case, mine, process, stage) if stage else None
            if ruling is not None:
                yield ruling
                break


@once
def _by_process(case: Case) -> Mapping[str, tuple[tuple[Told, int], ...]]:
    """Return the references' deeds of each process with their stages, in text order."""
    deeds: dict[str, list[tuple[Told, int]]] = {}
    for told in deeds_with(case, _stages()):
        for process, stage in _of(told):
            deeds.setdefault(process, []).append((told, stage))
    return {process: tuple(found) for process, found in deeds.items()}


def _of(told: Told) -> Sequence[Stage]:
    keys = (told.frame.family, told.phrasal, told.frame.predicate)
    return next((_stages()[key] for key in keys if key in _stages()), ())


def _ruling(case: Case, mine: Told, process: str, stage: int) -> Ruling | None:
    whose = mine.sides.get("patient") or mine.sides.get("agent") or frozenset()
    named = [entity for entity in case.entities.entities if entity.id in whose]
    like = [
        (theirs, n)
        for theirs, n in _by_process(case).get(process, ())
        if may_share_sides(mine, theirs) or _is_on(named, theirs)
    ]
    if any(n >= stage for _, n in like):
        return None  # it is reached, or open or denied, which another comparison says
    if not like or any(_has_reached(case, entity, process, stage) for entity in named):
        return None
    theirs, said = closest(case, mine, [theirs for theirs, _ in like])
    return beside(Outcome.AHEAD, mine, theirs, 1.0) if named or said >= SAID else None


def _is_on(named: Sequence[Entity], theirs: Told) -> bool:
    """Tell whether a reference's deed may be about somebody: by name or by a pronoun near it."""
    before = 1 if theirs.frame.pronouns else 0
    return is_named_near(named, theirs.text, theirs.sentence, before)


def _has_reached(case: Case, entity: Entity, process: str, stage: int) -> bool:
    """Tell whether a noun or adjective beside somebody's name is of the stage: ``guilty``."""
    later = range(stage, len(lexicon("stages")[process]))
    return any(
        any((process, n) in _stages().get(_class(token), ()) for n in later)
        for text in case.references
        for sentence in text.sentences
        if within(entity.within(text.document.id), sentence)
        for token, after in pairwise((*sentence.tokens, sentence.tokens[-1]))
        if token.pos in {"NOUN", "ADJ"} and after.lemma != "warrant"
    )


def _class(token: Token) -> str:
    """Return the class of a noun for a deed, else its base form."""
    return noun_class(token.lemma) or token.lemma.lower()
