"""Who the references say a person is: an office, or a body that he belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import VERBS
from auditor.language.words import fold
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind

BODY_REACH = 8
"""Tokens between a person and his body: ``X, a medical officer with the Y``. A guess."""


@cache
def honorifics() -> frozenset[str]:
    """Return the folded forms of address, which tell of no office and no two people apart."""
    return frozenset(fold(word) for word in lexicon("titles")["honorifics"])


def offices_of(texts: Iterable[Text]) -> Mapping[str, frozenset[str]]:
    """Return the bodies of each person to whom a text gives an office or a body, by last name.

    The folded last name stands for the person; one with an office alone has no body.
    """
    offices_by_name: dict[str, set[str]] = {}
    for text in texts:
        for sentence in text.sentences:
            for name in within(text.names, sentence):
                if name.kind is not NameKind.PERSON:
                    continue
                bodies = set(_bodies(text, sentence, name))
                if bodies or _has_office(name):
                    offices_by_name.setdefault(fold(name.text.split()[-1]), set()).update(bodies)
    return {name: frozenset(bodies) for name, bodies in offices_by_name.items()}


def company(texts: Iterable[Text]) -> frozenset[frozenset[str]]:
    """Return the names of bodies that stand in one sentence: they may have spoken together."""
    named = (
        frozenset(n.text for n in within(text.names, sentence) if n.kind is NameKind.ORGANISATION)
        for text in texts
        for sentence in text.sentences
    )
    return frozenset(names for names in named if len(names) > 1)


def _has_office(name: Name) -> bool:
    words = name.role.split()
    return bool(words) and fold(words[-1]) not in honorifics()


def _bodies(text: Text, sentence: Sentence, name: Name) -> Iterator[str]:
    """Yield the bodies that stand beside a name, with no verb between the two."""
    for body in within(text.names, sentence):
        between = tuple(_between(sentence, name, body))
        if (
            body.kind is NameKind.ORGANISATION
            and len(between) <= BODY_REACH
            and not VERBS & set(between)
        ):
            yield body.text


def _between(sentence: Sentence, name: Name, body: Name) -> Iterator[str]:
    """Yield the parts of speech of the tokens between the two."""
    start, end = min(name.end, body.end), max(name.start, body.start)
    return (token.pos for token in sentence.tokens if start <= token.start and token.end <= end)
