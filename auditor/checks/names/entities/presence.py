"""Whether references hold a name at all, by entity, spelling, initials, and what holds what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.names.entities.forms import distinctive, form, is_given_match, is_one_of_many
from auditor.checks.names.entities.spelling import is_slip, is_variant, plain, skeleton
from auditor.checks.names.find.aliases import abbreviates
from auditor.evidence.case import Case, once
from auditor.knowledge.places import related, spoken_for
from auditor.model.name import Name
from auditor.model.text import Sentence, Text
from auditor.model.words import NameKind


class Standing(StrEnum):
    """How much of a name the references hold."""

    WHOLE = "whole"
    PART = "part"
    MISSPELT = "misspelt"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Lexis:
    """Everything in the references that a name may be compared with.

    Attributes:
        words: folded.
        capitals: folded words that are names by their capital or to the parser.
        sounds: consonant skeletons of `capitals`.
        acronyms: words of several capitals, as written.
        longs: names of several words, as written.
        initials: first letters of words with a capital that follow each other, small letters.
        countries: every country or state that some name tells of.
        run: all letters and digits, folded, without spaces.
    """

    words: frozenset[str]
    capitals: frozenset[str]
    sounds: frozenset[str]
    acronyms: tuple[str, ...]
    longs: tuple[str, ...]
    initials: frozenset[str]
    countries: frozenset[str]
    run: str


@once
def references_lexis(case: Case) -> Lexis:
    """Return what all references of a case hold."""
    return lexis(case.references)


def lexis(references: Sequence[Text]) -> Lexis:
    """Return what the references hold, boilerplate included: it is theirs too."""
    words: set[str] = set()
    capitals: dict[str, None] = {}
    acronyms: dict[str, None] = {}
    longs: dict[str, None] = {}
    runs: list[str] = []
    for text in references:
        runs.append(plain(text.document.text))
        for sentence in text.sentences:
            for token in sentence.tokens:
                folded = plain(token.text.removesuffix("'s").removesuffix("’s"))
                words.add(folded)
                if token.text[:1].isupper() or token.pos == "PROPN":
                    capitals[folded] = None
                if sum(char.isupper() for char in token.text) > 1:
                    acronyms[token.text] = None
        longs.update(dict.fromkeys(name.text for name in text.names if " " in name.text))
    named = [name.text for text in references for name in text.names]
    return Lexis(
        words=frozenset(words),
        capitals=frozenset(capitals),
        sounds=frozenset(skeleton(word) for word in capitals if len(word) > 3),
        acronyms=tuple(acronyms),
        longs=tuple(longs),
        initials=frozenset(
            letters
            for text in references
            for sentence in text.sentences
            for letters in _initials(sentence)
        ),
        countries=frozenset(country for name in named for country in related(name)),
        run=" ".join(runs),
    )


def _initials(sentence: Sentence) -> Iterator[str]:
    letters = ""
    for token in sentence.tokens:
        if token.text[0].isupper():
            letters += token.text[0].lower()
        elif token.text not in {"of", "the", "for", "and", "&", "in", "-"}:
            if len(letters) > 2:
                yield letters
            letters = ""
    if len(letters) > 2:
        yield letters


def standing(name: Name, held: Lexis) -> Standing:
    """Return how much of a name stands in the references."""
    if _is_held_otherwise(name, held):
        return Standing.WHOLE
    if name.kind is NameKind.PERSON:
        return _person(name, held)
    return _thing(name, held)


def _is_held_otherwise(name: Name, held: Lexis) -> bool:
    """Tell whether initials, a run of letters or a country stands for the name."""
    if spoken_for(name.text) & held.countries:
        return True
    letters = plain(name.text)
    if len(letters) >= SHORTEST_RUN and letters in held.run:
        return True
    if name.kind is NameKind.PERSON:
        return False
    if any(abbreviates(acronym, name.text) for acronym in held.acronyms):
        return True
    if any(abbreviates(name.text, long) for long in held.longs):
        return True
    acronym = len(letters) > 2 and name.text.isupper()
    return acronym and any(letters in initials for initials in held.initials)


SHORTEST_RUN = 7
"""Letters that a name must have to be looked for without its spaces. A guess."""


def _person(name: Name, held: Lexis) -> Standing:
    words = form(name.text).words
    if len(words) == 1 and (_is_common(words[0], held) or _holds_pet(words[0], held)):
        return Standing.WHOLE
    if not _names(words[-1], held):
        if any(is_slip(words[-1], word) for word in held.capitals):
            return Standing.MISSPELT
        return Standing.ABSENT
    given = [word for word in words[:-1] if len(word) > 1]
    if all(_holds(word, held) or _holds_pet(word, held) for word in given):
        return Standing.WHOLE
    return Standing.PART


def _is_common(word: str, held: Lexis) -> bool:
    """Tell whether a word has small letters alone in the references: `Plane downed` is nobody."""
    return word in held.words and word not in held.capitals


def _thing(name: Name, held: Lexis) -> Standing:
    found = form(name.text)
    if is_one_of_many(found) and not _holds(found.words[-1], held):
        return Standing.ABSENT
    telling = distinctive(found) or found.words
    missing = [word for word in telling if not _holds(word, held) and not _is_told(word, held)]
    if not missing:
        return Standing.WHOLE
    if len(missing) < len(telling) and distinctive(found):
        return Standing.PART
    if all(any(is_slip(word, other) for other in held.capitals) for word in missing):
        return Standing.MISSPELT
    return Standing.ABSENT


def _names(word: str, held: Lexis) -> bool:
    """Tell whether a folded surname stands in the references as a name, in another spelling too."""
    return any(is_variant(word, other) for other in _alike(word, held))


def _alike(word: str, held: Lexis) -> Iterator[str]:
    """Yield the capitalised words of the references that may be a word, its plural or variant."""
    if {word, word + "s", word.removesuffix("s")} & held.capitals:
        yield word
    if skeleton(word) in held.sounds:
        yield from sorted(held.capitals)


def _holds(word: str, held: Lexis) -> bool:
    """Tell whether a folded word stands in the references, in another spelling or number too."""
    if word in held.words or word.removesuffix("s") in held.words or word + "s" in held.words:
        return True
    if len(word) > 3 and skeleton(word) in held.sounds:
        return any(is_variant(word, other) for other in held.capitals)
    return len(word) >= STEM + 2 and any(
        other[:STEM] == word[:STEM] and _is_kin(word, other) for other in held.words
    )


STEM = 5
"""Letters that kindred words share: ``Buddhist`` and ``Buddhism``. A guess."""

_ENDINGS = frozenset(
    [
        "",
        "s",
        "n",
        "ns",
        "an",
        "ans",
        "ian",
        "ians",
        "ic",
        "ism",
        "ist",
        "ists",
        "i",
        "is",
        "ese",
        "ish",
        "er",
        "ers",
        "al",
        "ite",
        "ites",
    ]
)


def _is_kin(one: str, two: str) -> bool:
    """Tell whether two words are one stem with different endings of peoples and beliefs."""
    size = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )
    return size >= STEM and any(
        one[cut:] in _ENDINGS and two[cut:] in _ENDINGS
        for cut in range(max(STEM, size - 2), size + 1)
    )


def _holds_pet(word: str, held: Lexis) -> bool:
    return any(is_given_match(word, other) for other in held.capitals if len(other) > 1)


def _is_told(word: str, held: Lexis) -> bool:
    """Tell whether a country or people in a longer name is spoken of in the references."""
    return bool(spoken_for(word) & held.countries)
