"""Sentences that join two names of one person as if they were two people."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations

from auditor.checks.facts.persons import names_person
from auditor.checks.identity.wording import fields
from auditor.checks.names.entities.forms import form, persons_agree
from auditor.evidence.case import Case
from auditor.knowledge.facts import known_people
from auditor.language.tree import climb, root_of, tokens_in
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, within
from auditor.model.words import NameKind, SentenceKind

_AS_WELL_AS = re.compile(r"\b(?:as well as|along with|together with|in addition to)\b")
"""Words that join two people."""

AS_WELL_AS_GAP = 60
"""Characters between two names that ``as well as`` may join without help of the parser. A guess."""

APPOSED = frozenset({"appos", "compound", "nmod", "flat"})
"""Dependency labels by which a word stands beside the noun that means the same."""


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    TWICE = "twice"


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield a ruling on the first pair of names of one person that each sentence joins."""
    for sentence in case.article.sentences:
        if sentence.kind is SentenceKind.BOILERPLATE:
            continue
        names = within(case.article.names, sentence)
        people = [name for name in names if name.kind is NameKind.PERSON]
        for one, two in combinations(people, 2):
            if _is_twice(case, sentence, one, two):
                yield _ruling(one, two, people)
                break


def _is_twice(case: Case, sentence: Sentence, one: Name, two: Name) -> bool:
    """Tell whether a sentence joins two full names of one person."""
    if len(form(one.text).words) < 2 or len(form(two.text).words) < 2:
        return False
    is_one = _is_stated(case, one, two) or _is_known(one, two)
    return is_one and _are_joined(case, sentence, one, two)


def _ruling(one: Name, two: Name, people: Iterable[Name]) -> Ruling:
    """Return the ruling on both names, and on what of a sentence's people repeats the second."""
    repeated = [name.end for name in people if name.same_as == two.start]
    said = fields(one, two, known=_is_known(one, two))
    return Ruling(Outcome.TWICE, one.start, max([two.end, *repeated]), said)


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
    if len(gap) <= AS_WELL_AS_GAP and _AS_WELL_AS.search(gap):
        return True
    tokens = sentence.tokens
    firsts = frozenset(_apposed(sentence, one))
    seconds = _apposed(sentence, two)
    return any(tokens[n].dep == "conj" and tokens[n].head in firsts for n in seconds)


def _apposed(sentence: Sentence, name: Name) -> Iterator[int]:
    """Yield the word by which a name hangs and the nouns that it stands in apposition to.

    A name that hangs on nothing, as in a headline of names, is joined to nothing.
    """
    tokens = sentence.tokens
    top = root_of(tokens, tokens_in(sentence, name))
    if top is None or tokens[top].head == top:
        return
    for n in climb(tokens, top):
        yield n
        if tokens[n].dep not in APPOSED:
            return
