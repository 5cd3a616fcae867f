"""Sentences that join two names of one person as if they were two people."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations, islice, takewhile

from auditor.checks.facts.persons import names_person
from auditor.checks.names.entities.forms import form, persons_agree
from auditor.evidence.case import Case
from auditor.knowledge.facts import known_people
from auditor.language.tree import climb, root_of, tokens_in
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Sentence, within
from auditor.model.words import NameKind, SentenceKind

_ALSO = re.compile(r"\b(?:as well as|along with|together with|in addition to)\b")

ALSO_GAP = 60
"""Characters between two names that ``as well as`` may join without help of the parser. A guess."""


APPOSED = frozenset({"appos", "compound", "nmod", "flat"})
"""Labels by which a name hangs on another word for its bearer."""


class Outcome(StrEnum):
    """What is wrong; rules speak of these words."""

    TWICE = "twice"


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the first pair of names of one person that each sentence joins, in text order."""
    for sentence in case.article.sentences:
        if sentence.kind is SentenceKind.BOILERPLATE:
            continue
        names = [n for n in within(case.article.names, sentence) if n.kind is NameKind.PERSON]
        joined = (
            ruling
            for one, two in combinations(names, 2)
            if (ruling := _ruling(case, sentence, one, two, names))
        )
        yield from islice(joined, 1)


def _ruling(
    case: Case, sentence: Sentence, one: Name, two: Name, names: Sequence[Name]
) -> Ruling | None:
    if len(form(one.text).words) < 2 or len(form(two.text).words) < 2:
        return None
    stated, known = _is_stated(case, one, two), _is_known(one, two)
    if not (stated or known) or not _are_joined(case, sentence, one, two):
        return None
    repeated = [name.end for name in names if name.same_as == two.start]
    says = "the fact base" if known else "the text"
    fields = {"one": one.text, "two": two.text, "says": says}
    return Ruling(Outcome.TWICE, one.start, max([two.end, *repeated]), fields)


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
    tokens, first = sentence.tokens, _apposed(sentence, one)
    return any(tokens[n].dep == "conj" and tokens[n].head in first for n in _apposed(sentence, two))


def _apposed(sentence: Sentence, name: Name) -> tuple[int, ...]:
    """Return the word that a name hangs by and the nouns that it stands in apposition to."""
    tokens = sentence.tokens
    top = root_of(tokens, tokens_in(sentence, name))
    if top is None or tokens[top].head == top:
        return ()
    way = tuple(takewhile(lambda n: tokens[n].dep in APPOSED, climb(tokens, top)))
    return (*way, tokens[way[-1]].head) if way else (top,)
