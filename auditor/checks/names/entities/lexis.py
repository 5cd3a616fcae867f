"""Everything in the references that a name may be compared with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from auditor.checks.names.entities.spelling import plain, skeleton
from auditor.evidence.case import Case, once
from auditor.knowledge.places import is_demonym, with_regions
from auditor.model.text import Sentence, Text, Token

_LINKING_WORDS = frozenset({"of", "the", "for", "and", "&", "in", "-"})
"""Words between words with a capital that give an abbreviation no letter."""


@dataclass(frozen=True, slots=True)
class Lexis:
    """What the words and names of references give to compare a name with.

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
    sentences = [sentence for text in references for sentence in text.sentences]
    tokens = [token for sentence in sentences for token in sentence.tokens]
    names = [name.text for text in references for name in text.names]
    capitals = {_folded(token) for token in tokens if _is_capital(token)}
    acronyms = (t.text for t in tokens if sum(char.isupper() for char in t.text) > 1)
    return Lexis(
        words=frozenset(map(_folded, tokens)),
        capitals=frozenset(capitals),
        sounds=frozenset(skeleton(word) for word in capitals if len(word) > 3),
        acronyms=tuple(dict.fromkeys(acronyms)),
        longs=tuple(dict.fromkeys(name for name in names if " " in name)),
        initials=frozenset(letters for sentence in sentences for letters in _initials(sentence)),
        countries=frozenset(chain.from_iterable(map(with_regions, [*names, *_peoples(tokens)]))),
        run=" ".join(plain(text.document.text) for text in references),
    )


def _folded(token: Token) -> str:
    return plain(token.text.removesuffix("'s").removesuffix("’s"))


def _peoples(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words for peoples, those within a longer name too: ``the Briton Toby Marsden``."""
    for token in tokens:
        if _is_capital(token) and is_demonym(token.text):
            yield token.text


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.pos == "PROPN"


def _initials(sentence: Sentence) -> Iterator[str]:
    """Yield the first letters of each run of words with a capital."""
    letters = ""
    for token in sentence.tokens:
        if token.text[0].isupper():
            letters += token.text[0].lower()
        elif token.text not in _LINKING_WORDS:
            yield letters
            letters = ""
    yield letters
