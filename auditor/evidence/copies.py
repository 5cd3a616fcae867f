"""Which references are one text under several names."""

from collections.abc import Sequence

from auditor.model.text import Text
from auditor.text.overlap import overlaps

ONE_TEXT = 0.8
"""Share of each of two references that stands in the other where they are one text. A guess: two
editions of one wire report are at .85 and more, an update that adds a third is below."""

TELLING_WORDS = 40
"""Words of a reference that is called a copy; a brief of two sentences proves nothing. A guess."""


def copies(texts: Sequence[Text]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of references that are one text, group by group, in loading order."""
    groups: dict[int, list[int]] = {}
    for pair in overlaps(texts):
        words = min(len(texts[n].document.text.split()) for n in (pair.one, pair.other))
        if words >= TELLING_WORDS and min(pair.of_one, pair.of_other) >= ONE_TEXT:
            own = groups.setdefault(pair.one, [pair.one])
            theirs = groups.get(pair.other, [pair.other])
            if own is not theirs:
                own.extend(theirs)
                groups.update(dict.fromkeys(theirs, own))
    distinct = {id(group): tuple(sorted(group)) for group in groups.values()}
    return tuple(tuple(texts[n].document.id for n in group) for group in sorted(distinct.values()))
