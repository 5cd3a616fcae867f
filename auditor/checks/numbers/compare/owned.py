"""Figures that the references give to another: one candidate's share, the stove's weight.

A figure's owner is whom or what the words that govern it name. Ours is wrong where the references
have it for others alone and have another figure of the same kind for our owner.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.checks.numbers.compare.agreement import Relation, kind, relation
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import NumberCounterpart, Stock
from auditor.checks.numbers.compare.sameness import Match, matched
from auditor.evidence.case import Case
from auditor.language.tree import VERBS, above, below, children, climb, tokens_in
from auditor.language.words import stem
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, opens_in_capitals, within

_DASH = re.compile(r"[^\n.]{0,40}?\s[-–—]\s")

LIKE = 0.15
"""Share of our figure's surroundings that the other figure's must have. A guess."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figure it is.

    Attributes:
        names: ids of the entities that the noun that it is of or the subject of its verb names.
        noun: stem of that noun or subject, "" where it is a name or unknown.
    """

    names: frozenset[str]
    noun: str


def owned_by_another(
    ours: Counted, agreeing: Sequence[NumberCounterpart], stock: Stock
) -> tuple[NumberCounterpart, ...]:
    """Return our owner's figure in the references, then ours where others own it; else ()."""
    case = stock.case
    mine = _owner(case, case.article, ours)
    if not mine.names and not mine.noun:
        return ()
    theirs = [(fit, _owner_there(case, fit.match.theirs)) for fit in agreeing]
    if any(not _differ(mine, o) or _is_told_along(ours, f.match.theirs, stock) for f, o in theirs):
        return ()
    rival = next(_own(case, ours, mine, stock), None)
    return (rival, theirs[0][0]) if rival else ()


def _is_told_along(ours: Counted, theirs: Counted, stock: Stock) -> bool:
    """Tell whether both sentences have a further figure, of another kind, in common.

    ``412 pence a share, 31 % more than before`` is one thing, whoever stands as its subject.
    """
    kinds = [kind(ours.number.unit), kind(theirs.number.unit)]
    there = (theirs.document, theirs.sentence.id)
    return any(
        relation(mine.number, other.number) is Relation.AGREES
        for mine in stock.own.get(ours.sentence.id, ())
        for other in stock.counted
        if (other.document, other.sentence.id) == there
        and mine.number.unit == other.number.unit
        and kind(mine.number.unit) not in kinds
    )


def _own(case: Case, ours: Counted, mine: Owner, stock: Stock) -> Iterator[NumberCounterpart]:
    """Yield the references' other figures of our owner, of the same kind and in like words."""
    for theirs, meant in zip(stock.counted, stock.meant, strict=True):
        if kind(meant.number.unit) != kind(ours.number.unit):
            continue
        how = relation(ours.number, meant.number)
        match = matched(ours, meant, stock.worth)
        if how is Relation.AGREES or not match or match.noun < 2 or match.likeness < LIKE:
            continue
        if _same(mine, _owner_there(case, theirs)):
            yield NumberCounterpart(Match(theirs, match.likeness, 2), how, match.likeness)


def _differ(mine: Owner, other: Owner) -> bool:
    """Tell whether two owners are known and not one."""
    if mine.names or other.names:
        return bool(mine.names and other.names) and not mine.names & other.names
    return bool(mine.noun and other.noun) and mine.noun != other.noun


def _same(mine: Owner, other: Owner) -> bool:
    if mine.names or other.names:
        return bool(mine.names & other.names)
    return bool(mine.noun) and mine.noun == other.noun


def _owner_there(case: Case, theirs: Counted) -> Owner:
    return _owner(case, case.texts[theirs.document], theirs)


def _owner(case: Case, text: Text, figure: Counted) -> Owner:
    """Return whose a figure is: by the noun that it is of, else by the subject of its verb."""
    sentence = figure.sentence
    head, names = "", frozenset[str]()
    for n in _governors(sentence, figure):
        if any(sentence.tokens[k].pos == "PRON" for k in children(sentence.tokens, n, "poss")):
            return Owner(frozenset(), "")  # "his lead over Claes" is not Claes's
        names = _named(case, text, sentence, n)
        head = stem(sentence.tokens[n].text) if sentence.tokens[n].pos == "NOUN" else ""
        if names or head:
            break
    return Owner(names, head)


def _governors(sentence: Sentence, figure: Counted) -> Iterator[int]:
    """Yield the noun that a figure is of, then the subject of its verb: ``a profit of £3``."""
    tokens = sentence.tokens
    at = _top(sentence, figure)
    if at is None:
        return
    for n in above(tokens, at):
        if tokens[n].pos in VERBS:
            for subject in children(tokens, n, "nsubj", "nsubjpass"):
                if tokens[n].dep == "relcl" and tokens[subject].lemma in {"that", "which", "who"}:
                    yield tokens[n].head
                elif at not in below(tokens, subject):
                    yield subject
            return
        if tokens[n].pos in {"NOUN", "PROPN"} and tokens[at].dep == "pobj":
            yield n


def _top(sentence: Sentence, figure: Counted) -> int | None:
    """Return the head of a figure's own words, or of what it counts; None where unknown."""
    tokens, number = sentence.tokens, figure.number
    at = number.token
    if not 0 <= at < len(tokens):
        return None
    for n in above(tokens, at):
        inside = number.start <= tokens[n].start < number.end
        if not inside and tokens[at].dep not in {"nummod", "quantmod"}:
            break
        at = n
    return at


def _named(case: Case, text: Text, sentence: Sentence, head: int) -> frozenset[str]:
    """Return the ids of the entities that a noun or name and what modifies it names."""
    tokens = sentence.tokens
    under = set(below(tokens, head))
    inside = {
        n
        for n in under
        if not any(
            tokens[up].dep in {"relcl", "acl", "conj", "appos"}
            for up in climb(tokens, n)
            if up in under and up != head
        )
    }
    found = set()
    for name in within(text.names, sentence):
        entity = case.entities.of(text.document.id, name)
        if entity is None or _is_place_of_report(sentence, name):
            continue
        if inside & set(tokens_in(sentence, name)):
            found.add(entity.id)
    return frozenset(found)


def _is_place_of_report(sentence: Sentence, name: Name) -> bool:
    """Tell whether a name only says where a report comes from: ``BUDAPEST - Prosecutors``."""
    behind = _DASH.match(sentence.text, name.end - sentence.start)
    return behind is not None and opens_in_capitals(sentence, name)
