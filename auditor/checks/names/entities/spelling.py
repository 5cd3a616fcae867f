"""Whether two spellings are one word: transliterations, doubled letters, accents, slips."""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein, Indel

from auditor.language.words import fold

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "æ": "a", "œ": "o", "ı": "i"}
)
"""Letters that decomposition leaves alone, by the plain one that English prints for them."""

_SOUNDS = (
    *(("tsch", "C"), ("tch", "C"), ("sch", "S"), ("tz", "z"), ("dj", "j"), ("kh", "k")),
    *(("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("sh", "S"), ("ch", "C")),
    *(("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("c", "k")),
)
"""Letters and the sound that they stand for, in the order in which they are replaced."""

_VOWELS = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")

SHORTEST_VARIANT = 4
"""Shorter words are never variants: ``Ali`` is not ``Eli``. A guess."""

LIKENESS, SHORT_LIKENESS = 0.6, 0.75
"""Share of letters that variants have in common; few consonants ask for more. A guess."""

SHORTEST_SLIP = 6
"""A word with one letter wrong must be this long to be a slip, not another name. A guess."""


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Return a word folded to unaccented lower-case letters and digits."""
    return fold(word).translate(LETTERS)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of a word as they sound, which transliterations keep."""
    sounds = plain(word)
    for letters, sound in _SOUNDS:
        sounds = sounds.replace(letters, sound)
    first = "a" if sounds[:1] in "aeiouy" else sounds[:1]
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", sounds[1:]))


@lru_cache(maxsize=65536)
def is_variant(one: str, two: str) -> bool:
    """Tell whether two words spell one name: ``Baqir`` and ``Baqer``.

    Equal words are. Names that sound alike in English and differ in a vowel (``Smith``, ``Smyth``)
    are as well: a checker that doubts it must look at the context.
    """
    a, b = plain(one), plain(two)
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST_VARIANT or abs(len(a) - len(b)) > 2:
        return False
    likeness = Indel.normalized_similarity(a, b)
    needed = LIKENESS if len(skeleton(a)) > 2 else SHORT_LIKENESS
    return skeleton(a) == skeleton(b) and likeness >= needed


@lru_cache(maxsize=65536)
def is_slip(one: str, two: str) -> bool:
    """Tell whether two words differ by one slip of the pen and sound different."""
    a, b = plain(one), plain(two)
    if a == b or min(len(a), len(b)) < SHORTEST_SLIP or a[:1] != b[:1]:
        return False
    if {a, b} in ({a, a + "s"}, {b, b + "s"}) or not (a.isalpha() and b.isalpha()):
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
