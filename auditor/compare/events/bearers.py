"""Who bears the name of a participant, and whether two names may be one bearer's."""

import re

from auditor.entities.forms import is_given_name
from auditor.entities.spelling import skeleton
from auditor.lexicon import lexicon
from auditor.model.case import Case
from auditor.model.entity import Entity
from auditor.model.event import Participant
from auditor.model.text import within
from auditor.model.words import NameKind
from auditor.terms import fold
from auditor.world import countries_of, is_known, related

_AREA = re.compile(
    r"(?:shire|[Cc]ount[yi]e?s?|[Pp]rovince|[Rr]egion|[Dd]istrict|[Vv]alley|[Cc]oast|[Ii]slands?"
    r"|[Pp]eninsula|[Mm]ountains|[Bb]ay|[Ll]ake|[Rr]iver|[Ss]ea|[Oo]cean)\b"
)
"""Names of areas, which may hold any town."""

_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)


def bearer(case: Case, document: str, who: Participant) -> Entity | None:
    """Return the entity that a participant of a document's frame names, None for a plain noun."""
    place = case.entities.places.get((document, who.start)) if who.kind else None
    return None if place is None else case.entities.entities[place]


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
    texts = {text.document.id: text.document.text for text in (case.article, *case.references)}
    return all(
        _ARTICLE.search(texts[seen.document], max(0, seen.name.start - 4), seen.name.start)
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


def may_hold(case: Case, one: Entity, two: Entity) -> bool:
    """Tell whether one place may hold the other, so that both can be true of one thing.

    Besides what `are_nested` tells, a name of the world's lists may hold one that they lack, and an
    area any town.
    """
    names, others = one.forms, two.forms
    if any(map(is_known, names)) != any(map(is_known, others)):
        return True
    return any(_AREA.search(name) for name in (*names, *others)) or are_nested(case, one, two)


def are_nested(case: Case, one: Entity, two: Entity) -> bool:
    """Tell whether one place likely holds the other.

    By the world's lists, or where a reference names them in one sentence: a suburb stands beside
    its city.
    """
    names, others = one.forms, two.forms
    if any(
        countries_of(a) & related(b) or countries_of(b) & related(a) for a in names for b in others
    ):
        return True
    return any(
        within(one.within(text.document.id), sentence)
        and within(two.within(text.document.id), sentence)
        for text in case.references
        for sentence in text.sentences
    )
