"""Places that hold each other, so that both can be true of one thing."""

import re

from auditor.evidence.case import Case
from auditor.knowledge.places import countries_of, is_known, related
from auditor.model.entity import Entity
from auditor.model.text import within

_AREA = re.compile(
    r"(?:shire|[Cc]ount[yi]e?s?|[Pp]rovince|[Rr]egion|[Dd]istrict|[Vv]alley|[Cc]oast|[Ii]slands?"
    r"|[Pp]eninsula|[Mm]ountains|[Bb]ay|[Ll]ake|[Rr]iver|[Ss]ea|[Oo]cean)\b"
)
"""Names of areas, which may hold any town."""


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
        within(two.within(text.document.id), sentence)
        for text in case.references
        for name in one.within(text.document.id)
        for sentence in within(text.sentences, name)
    )
