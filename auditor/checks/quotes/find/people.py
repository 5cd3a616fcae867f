"""Who is who in a text: the fullest form of each person's name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.model.text import Text, Token

_ENDINGS = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a text: the fullest form for each last name, "" where two share it."""

    fullest: Mapping[str, str]

    def full(self, name: str) -> str:
        """Return the fullest form of a name, the name itself where there is none fuller."""
        fuller = self.fullest.get(_last(name), "")
        return fuller if set(_parts(name)) <= set(_parts(fuller)) else name

    def knows(self, name: str) -> bool:
        """Tell whether the text names a person so."""
        return _last(name) in self.fullest


def people(text: Text) -> People:
    """Return the persons that a text names, from the parser's PERSON entities."""
    fullest: dict[str, str] = {}
    for sentence in text.sentences:
        for start, end in persons(sentence.tokens):
            name = name_of(sentence.tokens[start:end])
            if name:
                _learn(fullest, name)
    return People(fullest)


def persons(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token spans of the PERSON entities of a sentence."""
    start = None
    for n, token in enumerate(tokens):
        if start is not None and (token.opens or token.entity != "PERSON"):
            yield start, n
            start = None
        if token.entity == "PERSON" and start is None:
            start = n
    if start is not None:
        yield start, len(tokens)


def name_of(tokens: Sequence[Token]) -> str:
    """Return the name that the tokens spell, without possessive ending and white space inside."""
    kept = [token for token in tokens if token.text not in _ENDINGS]
    words = [token.text for token in kept]
    glued = [b.start == a.end for a, b in pairwise(kept)]
    return "".join(
        word + ("" if n < len(glued) and glued[n] else " ") for n, word in enumerate(words)
    ).strip(" ,.;:“”\"'‘’()")


def _learn(fullest: dict[str, str], name: str) -> None:
    """Keep the fuller of two names with the same last part; neither where they are two people."""
    last = _last(name)
    known = fullest.get(last)
    if known is None or set(_parts(known)) < set(_parts(name)):
        fullest[last] = name
    elif not set(_parts(name)) <= set(_parts(known)) and known:
        fullest[last] = ""


def _parts(name: str) -> list[str]:
    return [part.strip(".").casefold() for part in name.replace("-", " ").split()]


def _last(name: str) -> str:
    parts = _parts(name)
    while len(parts) > 1 and parts[-1] in {"jr", "sr", "ii", "iii"}:
        parts.pop()
    return parts[-1] if parts else ""
