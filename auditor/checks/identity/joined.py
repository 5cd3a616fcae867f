"""Sentences that join two names of one person as if they were two people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.facts.persons import names_person
from auditor.checks.names.entities.forms import form, persons_agree
from auditor.evidence.case import Case
from auditor.knowledge.facts import known_people
from auditor.model.name import Name
from auditor.model.text import Sentence, within
from auditor.model.words import NameKind, SentenceKind

_ALSO = re.compile(r"\b(?:as well as|along with|together with|in addition to)\b")

ALSO_GAP = 60
"""Characters between two names that ``as well as`` may join without help of the parser. A guess."""


@dataclass(frozen=True, slots=True)
class Twice:
    """One person counted as two in the words ``start:end`` of the article.

    Attributes:
        known: whether the fact base says that they are one; otherwise a text of the case does.
    """

    start: int
    end: int
    one: Name
    two: Name
    known: bool


def twices(case: Case) -> Iterator[Twice]:
    """Yield the first such pair of each sentence, in text order."""
    for sentence in case.article.sentences:
        if sentence.kind is SentenceKind.BOILERPLATE:
            continue
        names = [n for n in within(case.article.names, sentence) if n.kind is NameKind.PERSON]
        pairs = ((a, b) for i, a in enumerate(names) for b in names[i + 1 :])
        found = next((t for a, b in pairs if (t := _twice(case, sentence, a, b, names))), None)
        if found is not None:
            yield found


def _twice(case: Case, sentence: Sentence, one: Name, two: Name, names: list[Name]) -> Twice | None:
    if len(form(one.text).words) < 2 or len(form(two.text).words) < 2:
        return None
    stated, known = _is_stated(case, one, two), _is_known(one, two)
    if not (stated or known) or not _are_joined(case, sentence, one, two):
        return None
    repeated = [n.end for n in names if n.same_as == two.start]
    return Twice(one.start, max([two.end, *repeated]), one, two, known)


def _is_stated(case: Case, one: Name, two: Name) -> bool:
    """Tell whether a text of the case says that two names, unlike in spelling, are one."""
    same = case.entities.same(("article", one), ("article", two))
    return same and not persons_agree(form(one.text), form(two.text))


def _is_known(one: Name, two: Name) -> bool:
    if persons_agree(form(one.text), form(two.text)):
        return False
    return any(
        names_person(one.text, person) and names_person(two.text, person)
        for person in known_people()
    )


def _are_joined(case: Case, sentence: Sentence, one: Name, two: Name) -> bool:
    """Tell whether a conjunction makes two people of the names."""
    gap = case.article.document.text[one.end : two.start]
    if len(gap) <= ALSO_GAP and _ALSO.search(gap):
        return True
    chain = _chain(sentence, one)
    other = _chain(sentence, two)
    return any(sentence.tokens[i].dep == "conj" and sentence.tokens[i].head in chain for i in other)


def _chain(sentence: Sentence, name: Name) -> list[int]:
    """Return the last word of a name and the nouns that it stands in apposition to."""
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if name.start <= token.start < name.end]
    outside = [i for i in inside if tokens[i].head not in inside]
    chain = outside[:1]
    while chain and tokens[chain[-1]].dep in {"appos", "compound", "nmod", "flat"}:
        head = tokens[chain[-1]].head
        if head in chain:
            break
        chain.append(head)
    return chain
