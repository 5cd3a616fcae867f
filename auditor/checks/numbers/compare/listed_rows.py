"""Figures of a list or table, and what the references have beside their label: ``Galați: 19``."""

from collections.abc import Iterator
from itertools import chain

from auditor.checks.numbers.compare.agreement import Relation, kind, relation
from auditor.checks.numbers.compare.counted import REST, Counted
from auditor.checks.numbers.compare.counterparts import NumberCounterpart, Stock
from auditor.checks.numbers.compare.sameness import Match
from auditor.language.words import stem
from auditor.model.text import within
from auditor.model.words import NameKind
from auditor.text.fragments import LISTED


def in_row(ours: Counted, stock: Stock) -> tuple[NumberCounterpart, ...]:
    """Return the one figure that a reference has beside the label of our row, () where none is it.

    A label is all that a row says besides its figure. A figure that another row tells belongs
    there; of two that are left neither is sure; and where one of them is ours, or ours follows from
    one and another figure of its sentence, nothing is wrong. Behind a person's name stands an age.
    """
    label = {key for key, near in ours.words.items() if near >= REST}
    alone = len(stock.own[ours.sentence.id]) == 1
    if ours.sentence.kind not in LISTED or not alone or not label or _is_age(ours, stock):
        return ()
    beside = tuple(_beside_label(ours, label, stock))
    if any(relation(ours.number, theirs.number) is Relation.AGREES for theirs in beside):
        return ()
    own = chain.from_iterable(stock.own.values())
    others = [f.number for f in own if f.sentence.kind in LISTED and f is not ours]
    left = [
        theirs
        for theirs in beside
        if not any(relation(other, theirs.number) is Relation.AGREES for other in others)
    ]
    if len({theirs.number.value for theirs in left}) != 1 or _is_reckoned(ours, left[0], stock):
        return ()
    return tuple(
        NumberCounterpart(Match(theirs, 1.0, 2), relation(ours.number, theirs.number), 1.0)
        for theirs in left
    )


def _is_age(ours: Counted, stock: Stock) -> bool:
    """Tell whether a bare figure stands behind a person's name and a comma: ``Ivo Bay, 62``."""
    sentence, number = ours.sentence, ours.number
    before = sentence.text[: number.start - sentence.start].rstrip()
    return number.unit in {"", "age"} and any(
        name.kind is NameKind.PERSON and before == f"{name.text},"
        for name in within(stock.case.article.names, sentence)
    )


def _is_reckoned(ours: Counted, theirs: Counted, stock: Stock) -> bool:
    """Tell whether a measure is one of a sentence more or less another: 3:05:31 and 9 seconds."""
    own, other = ours.number, theirs.number
    return bool(own.unit) and any(
        f.number.unit == own.unit
        and own.value in {other.value + f.number.value, other.value - f.number.value}
        for f in stock.counted
        if f.sentence is theirs.sentence and f is not theirs
    )


def _beside_label(ours: Counted, label: set[str], stock: Stock) -> Iterator[Counted]:
    """Yield the figures next before and next behind the label, where a sentence has all of it."""
    for theirs in stock.counted:
        if kind(theirs.number.unit) != kind(ours.number.unit):
            continue
        at = [n for n, t in enumerate(theirs.sentence.tokens) if stem(t.text) in label]
        if not at or {stem(theirs.sentence.tokens[n].text) for n in at} != label:
            continue
        own = theirs.number.token
        if at[0] <= own <= at[-1] or _is_between(theirs, at, stock):
            continue
        if not _is_in_aside(theirs, at):
            yield theirs


def _is_in_aside(theirs: Counted, at: list[int]) -> bool:
    """Tell whether a figure stands in a clause about the label: ``Trâm, who took it up at 13``."""
    own = theirs.number.token
    between = theirs.sentence.tokens[at[-1] + 1 : own] if own > at[-1] else ()
    return any(token.dep == "relcl" for token in between)


def _is_between(theirs: Counted, at: list[int], stock: Stock) -> bool:
    """Tell whether another figure stands between a figure and the label."""
    own = theirs.number.token
    low, high = (own, at[0]) if own < at[0] else (at[-1], own)
    return any(
        f.document == theirs.document
        and f.sentence.id == theirs.sentence.id
        and low < f.number.token < high
        for f in stock.counted
    )
