"""Whether two entities may have one part, or be one."""

import re

from auditor.checks.names.entities.forms import is_given_name
from auditor.checks.names.entities.spelling import skeleton
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import is_known
from auditor.language.words import fold
from auditor.model.entity import Entity
from auditor.model.words import NameKind

_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
"""An article right before a name."""


def are_like(one: Entity, two: Entity) -> bool:
    """Tell whether two entities can have one part: both people, places or bodies.

    What the name finder once took for either counts as either.
    """
    mine, other = (_kinds(entity) for entity in (one, two))
    for kind in (NameKind.PERSON, NameKind.PLACE):
        if kind in mine | other:
            return kind in mine & other
    return NameKind.ORGANISATION in mine | other and bool(
        other & {NameKind.ORGANISATION, NameKind.OTHER}
        and mine & {NameKind.ORGANISATION, NameKind.OTHER}
    )


def _kinds(entity: Entity) -> frozenset[NameKind]:
    """Return what an entity is taken for, and a person where its name looks like one."""
    kinds = frozenset(seen.name.kind for seen in entity.appearances)
    return kinds | {NameKind.PERSON} if _looks_personal(entity.canonical) else kinds


def _looks_personal(name: str) -> bool:
    words = name.split()
    common = frozenset(lexicon("name-words")["generic"] + lexicon("name-words")["bodies"])
    return (
        1 < len(words) < 4
        and all(word.istitle() and word.isalpha() for word in words)
        and not any(word.lower() in common for word in words)
        and not is_known(name)
        and is_given_name(words[0])
    )


def is_person(entity: Entity) -> bool:
    """Tell whether the name finder takes an entity for a person anywhere."""
    return any(seen.name.kind is NameKind.PERSON for seen in entity.appearances)


def is_place(entity: Entity) -> bool:
    """Tell whether the name finder takes an entity for a place anywhere."""
    return any(seen.name.kind is NameKind.PLACE for seen in entity.appearances)


def is_description(case: Case, entity: Entity) -> bool:
    """Tell whether a name fits many and may mean whoever is spoken of: ``the Londoner``."""
    return all(
        _ARTICLE.search(
            case.texts[seen.document].document.text, max(0, seen.name.start - 4), seen.name.start
        )
        and " " not in seen.name.text
        for seen in entity.appearances
    )


def may_be_one(one: Entity, two: Entity) -> bool:
    """Tell whether two entities share a word of their names but for spelling."""
    mine, other = (
        {skeleton(fold(word)) for form in entity.forms for word in form.split() if len(word) > 2}
        for entity in (one, two)
    )
    return bool(mine & other)
