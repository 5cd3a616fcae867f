"""What is done to a report's sentence: a detail moved over, sides exchanged, or nothing wrong."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.checks.events.compare.figures import agree
from auditor.checks.numbers.compare.agreement import kind
from auditor.language.words import fold
from auditor.model.date import Grain
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind


@dataclass(frozen=True, slots=True)
class Change:
    """New words for ``start:end`` of a report; `what` names the kind of error, "" for none."""

    start: int
    end: int
    text: str
    what: str


Maker = Callable[[Text, Sentence, Text, random.Random], Iterator[Change]]

ACTORS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})


SIDES = ACTORS | {NameKind.PLACE}


def participant(
    own: Text, sentence: Sentence, other: Text, dice: random.Random
) -> Iterator[Change]:
    """Put an actor of the other event in place of one of this event."""
    yield from _moved(own, sentence, other, dice, ACTORS, "name")


def place(own: Text, sentence: Sentence, other: Text, dice: random.Random) -> Iterator[Change]:
    """Put a place of the other event in place of one of this event."""
    yield from _moved(own, sentence, other, dice, frozenset({NameKind.PLACE}), "place")


def namesake(own: Text, sentence: Sentence, other: Text, dice: random.Random) -> Iterator[Change]:
    """Put another actor of the same report in place of one."""
    del other
    said = {fold(word) for name in within(own.names, sentence) for word in name.text.split()}
    for name in within(own.names, sentence):
        if name.kind in ACTORS and _is_whole(own, name):
            others = [
                one.text
                for one in own.names
                if one.kind is name.kind and not said & {fold(w) for w in one.text.split()}
            ]
            if others:
                yield Change(name.start, name.end, dice.choice(sorted(set(others))), "namesake")


def time(own: Text, sentence: Sentence, other: Text, dice: random.Random) -> Iterator[Change]:
    """Put a date of the other event in place of one of this event."""
    here = {date.text.casefold() for date in own.dates}
    grains = {Grain.DAY, Grain.MONTH, Grain.YEAR}
    for date in within(own.dates, sentence):
        if date.grain in grains and date.shift is None:
            others = {
                one.text
                for one in other.dates
                if one.grain is date.grain
                and one.shift is None
                and bool(one.weekday is None) == bool(date.weekday is None)
                and one.text.casefold() not in here
            }
            if others:
                yield Change(date.start, date.end, dice.choice(sorted(others)), "date")


def figure(own: Text, sentence: Sentence, other: Text, dice: random.Random) -> Iterator[Change]:
    """Put a figure of the other event in place of one of this event."""
    for number in within(own.numbers, sentence):
        others = {
            one.text
            for one in other.numbers
            if kind(one.unit) == kind(number.unit)
            and (one.unit or one.counted)
            and one.value > 1
            and bool(one.text[0].isdigit()) == bool(number.text[0].isdigit())
            and not any(agree(one, here) or one.text == here.text for here in own.numbers)
        }
        if others and number.value > 1:
            yield Change(number.start, number.end, dice.choice(sorted(others)), "number")


def swapped(own: Text, sentence: Sentence, other: Text, dice: random.Random) -> Iterator[Change]:
    """Exchange two names of one kind that stand on either side of a verb."""
    del other, dice
    names = [n for n in within(own.names, sentence) if n.kind in SIDES and _is_whole(own, n)]
    for first, last in pairwise(names):
        between = [t for t in sentence.tokens if first.end <= t.start < last.start]
        if (
            first.kind is last.kind
            and not {fold(w) for w in first.text.split()} & {fold(w) for w in last.text.split()}
            and any(t.pos == "VERB" for t in between)
            and not any(t.text in {"and", "or", ",", ";"} for t in between)
        ):
            middle = own.document.text[first.end : last.start]
            yield Change(first.start, last.end, f"{last.text}{middle}{first.text}", "role")


def stranger(own: Text, sentence: Sentence, other: Text, dice: random.Random) -> Iterator[Change]:
    """Put an actor of a report on something else in place of one; `other` is that report."""
    yield from _moved(own, sentence, other, dice, ACTORS, "stranger")


ERRORS: tuple[Maker, ...] = (participant, place, time, figure, namesake, stranger)
"""Tried in an order that is drawn for each sentence, after `swapped`, which seldom can be made."""


def _moved(
    own: Text,
    sentence: Sentence,
    other: Text,
    dice: random.Random,
    kinds: frozenset[NameKind],
    what: str,
) -> Iterator[Change]:
    here = {fold(word) for name in own.names for word in name.text.split()}
    for name in within(own.names, sentence):
        if name.kind in kinds and _is_whole(own, name):
            others = {
                one.text
                for one in other.names
                if one.kind is name.kind
                and len(fold(one.text)) > 3
                and not here & {fold(w) for w in one.text.split()}
            }
            if others:
                yield Change(name.start, name.end, dice.choice(sorted(others)), what)


def _is_whole(own: Text, name: Name) -> bool:
    """Tell whether the name is not a part of a compound such as ``Iran-backed``."""
    after = own.document.text[name.end : name.end + 1]
    return (
        after not in {"-", "’", "'", "–"}
        and own.document.text[max(0, name.start - 1) : name.start] != "-"
    )
