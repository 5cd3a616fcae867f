"""Whether references hold a name at all, by entity, spelling, initials, and what holds what."""

from collections.abc import Iterator
from enum import StrEnum

from auditor.checks.names.entities.forms import distinctive, form, is_given_match, is_one_of_many
from auditor.checks.names.entities.lexis import Lexis
from auditor.checks.names.entities.spelling import is_slip, is_variant, plain, skeleton
from auditor.checks.names.find.aliases import abbreviates
from auditor.knowledge.places import coded, countries_meant
from auditor.model.name import Name
from auditor.model.words import NameKind

SHORTEST_UNSPACED = 7
"""Letters that a name must have to be looked for without its spaces. A guess."""

KIN_STEM = 5
"""Letters that kindred words share: ``Buddhist`` and ``Buddhism``. A guess."""

_KIN_ENDINGS = frozenset(
    {"", "s", "n", "ns", "an", "ans", "ian", "ians", "ic", "ism", "ist", "ists", "i", "is"}
    | {"ese", "ish", "er", "ers", "al", "ite", "ites"}
)
"""Endings of peoples and beliefs."""


class Standing(StrEnum):
    """How much of a name the references hold."""

    WHOLE = "whole"
    PART = "part"
    MISSPELT = "misspelt"
    ABSENT = "absent"


def standing(name: Name, held: Lexis) -> Standing:
    """Return how much of a name stands in the references."""
    if _is_held_otherwise(name, held):
        return Standing.WHOLE
    if name.kind is NameKind.PERSON:
        return _standing_of_person(name, held)
    return _standing_of_thing(name, held)


def _is_held_otherwise(name: Name, held: Lexis) -> bool:
    """Tell whether initials, a run of letters, a country or its code stands for the name."""
    if (countries_meant(name.text) | coded(name.text)) & held.countries:
        return True
    letters = plain(name.text)
    if len(letters) >= SHORTEST_UNSPACED and letters in held.run:
        return True
    if name.kind is NameKind.PERSON:
        return False
    if any(abbreviates(acronym, name.text) for acronym in held.acronyms):
        return True
    if any(abbreviates(name.text, long) for long in held.longs):
        return True
    acronym = len(letters) > 2 and name.text.isupper()
    return acronym and any(letters in initials for initials in held.initials)


def _standing_of_person(name: Name, held: Lexis) -> Standing:
    words = form(name.text).words
    if len(words) == 1 and (_is_common_word(words[0], held) or _has_given_name(words[0], held)):
        return Standing.WHOLE
    if not _has_name(words[-1], held):
        if any(is_slip(words[-1], word) for word in held.capitals):
            return Standing.MISSPELT
        return Standing.ABSENT
    given = [word for word in words[:-1] if len(word) > 1]
    if all(_has_word(word, held) or _has_given_name(word, held) for word in given):
        return Standing.WHOLE
    return Standing.PART


def _is_common_word(word: str, held: Lexis) -> bool:
    """Tell whether a word has small letters alone in the references: `Plane downed` is nobody."""
    return word in held.words and word not in held.capitals


def _standing_of_thing(name: Name, held: Lexis) -> Standing:
    own = form(name.text)
    if is_one_of_many(own) and not _has_word(own.words[-1], held):
        return Standing.ABSENT
    telling = distinctive(own) or own.words
    missing = [
        word for word in telling if not _has_word(word, held) and not _has_country(word, held)
    ]
    if not missing:
        return Standing.WHOLE
    if len(missing) < len(telling) and distinctive(own):
        return Standing.PART
    if all(any(is_slip(word, other) for other in held.capitals) for word in missing):
        return Standing.MISSPELT
    return Standing.ABSENT


def _has_name(word: str, held: Lexis) -> bool:
    """Tell whether a folded surname stands in the references as a name, in another spelling too."""
    return any(is_variant(word, other) for other in _like_names(word, held))


def _like_names(word: str, held: Lexis) -> Iterator[str]:
    """Yield the capitalised words of the references that may be a word, its plural or variant."""
    if {word, word + "s", word.removesuffix("s")} & held.capitals:
        yield word
    if skeleton(word) in held.sounds:
        yield from sorted(held.capitals)


def _has_word(word: str, held: Lexis) -> bool:
    """Tell whether a folded word stands in the references, in another spelling or number too."""
    if word in held.words or word.removesuffix("s") in held.words or word + "s" in held.words:
        return True
    if len(word) > 3 and skeleton(word) in held.sounds:
        return any(is_variant(word, other) for other in held.capitals)
    return len(word) >= KIN_STEM + 2 and any(
        other[:KIN_STEM] == word[:KIN_STEM] and _is_kin(word, other) for other in held.words
    )


def _is_kin(one: str, two: str) -> bool:
    """Tell whether two words are one stem with different endings of peoples and beliefs."""
    size = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )
    return size >= KIN_STEM and any(
        one[cut:] in _KIN_ENDINGS and two[cut:] in _KIN_ENDINGS
        for cut in range(max(KIN_STEM, size - 2), size + 1)
    )


def _has_given_name(word: str, held: Lexis) -> bool:
    return any(is_given_match(word, other) for other in held.capitals if len(other) > 1)


def _has_country(word: str, held: Lexis) -> bool:
    """Tell whether a country or people in a longer name is spoken of in the references."""
    return bool(countries_meant(word) & held.countries)
