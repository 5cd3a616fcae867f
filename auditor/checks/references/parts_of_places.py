"""Which part of a place: ``western Porto`` beside ``the centre of Porto``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.places import is_known
from auditor.knowledge.predicates import is_harm, is_like
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, within
from auditor.model.words import NameKind, SentenceKind, Stance

_PART = (
    r"(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern)?"
    r"|central|downtown|cent(?:re|er)"
)
_KIND = r"(?: (?:part|side|edge|end|area|outskirts|suburb|district)s?)?"
_BEFORE = re.compile(rf"\b({_PART}){_KIND}(?: of)?(?: the)?(?: city)?(?: of)? $", re.IGNORECASE)
_AFTER = re.compile(rf"(?:['’]s)? (?:city )?({_PART})\b", re.IGNORECASE)
_INSIDE = re.compile(rf"({_PART}) (?=\S)", re.IGNORECASE)

REACH = 60
"""Characters before a place in which its part may stand."""

OPPOSITE = {"n": "sc", "s": "nc", "e": "wc", "w": "ec", "c": "nsew"}
"""What each side excludes; north and east may both be said of the north-east."""

LINKED = 0.25
"""Score of a passage that is about what the sentence is about. A guess."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A part of a place at ``start:end``, by the letters of its sides, and the place's entity."""

    start: int
    end: int
    text: str
    sides: frozenset[str]
    place: str


@dataclass(frozen=True, slots=True)
class Astray:
    """A part of a place that a linked passage has otherwise.

    Attributes:
        other: what it has.
        agrees: a passage with the article's part; None where no reference has it.
    """

    direction: Direction
    other: str
    denies: Evidence
    agrees: Evidence | None


@dataclass(frozen=True, slots=True)
class _Told:
    found: Direction
    text: Text
    sentence: Sentence

    def proof(self, stance: Stance) -> Evidence:
        return evidence(self.text, self.sentence, stance, 1.0)


def astray(case: Case) -> Iterator[Astray]:
    """Yield the parts of places that differ from those of a passage on the same event.

    A reference that has the article's part too denies nothing.
    """
    told = [
        _Told(found, text, sentence)
        for text in case.references
        for sentence in text.sentences
        for found in directions(case, text, sentence)
    ]
    for link in case.links if told else ():
        if link.sentence.kind is SentenceKind.BOILERPLATE:
            continue
        for mine in directions(case, case.article, link.sentence):
            like = [one for one in told if one.found.place == mine.place]
            same = [one for one in like if not _are_apart(mine, one.found)]
            against = [
                one
                for one in like
                if case.is_on_main(one.text.document.id)
                and one.text.document.id not in {held.text.document.id for held in same}
                and (_is_linked(link, one) or _is_of_a_kind(case, link, one))
            ]
            if against and not within(case.article.quotes, mine):
                yield Astray(
                    mine,
                    against[0].found.text,
                    against[0].proof(Stance.CONTRADICTS),
                    same[0].proof(Stance.SUPPORTS) if same else None,
                )


def _is_linked(link: Link, told: _Told) -> bool:
    return any(
        passage.reference == told.text.document.id
        and passage.score >= LINKED
        and passage.start <= told.sentence.start < passage.end
        for passage in link.evidence
    )


def _is_of_a_kind(case: Case, link: Link, told: _Told) -> bool:
    """Tell whether a sentence of a reference tells of the same kind of event."""
    mine = _families(case, "article", link.sentence)
    theirs = _families(case, told.text.document.id, told.sentence)
    return any(is_harm(one) and is_like(one, two) for one in mine for two in theirs)


def _families(case: Case, document: str, sentence: Sentence) -> set[str]:
    return {f.family for f in case.frames if f.doc == document and f.sentence == sentence.id}


def _are_apart(one: Direction, two: Direction) -> bool:
    """Tell whether two parts have no side in common and one lies opposite the other."""
    return not one.sides & two.sides and any(b in OPPOSITE[a] for a in one.sides for b in two.sides)


def directions(case: Case, text: Text, sentence: Sentence) -> Iterator[Direction]:
    """Yield the parts of places that a sentence names, in text order."""
    whole = text.document.text
    named = {one.text: one for one in text.names}
    for name in within(text.names, sentence):
        if name.kind in {NameKind.ORGANISATION, NameKind.GROUP}:
            continue  # a place that the name finder takes for a person has a part all the same
        before = whole[max(sentence.start, name.start - REACH) : name.start]
        if found := _BEFORE.search(before):
            start = name.start - len(before) + found.start()
            yield from _direction(case, text, name, found[1], start, name.end)
        elif found := _AFTER.match(whole, name.end, sentence.end):
            yield from _direction(case, text, name, found[1], name.start, found.end())
        elif (found := _INSIDE.match(name.text)) and not is_known(name.text):
            inner = named.get(name.text[found.end() :])
            if inner is not None:
                yield from _direction(case, text, inner, found[1], name.start, name.end)


def _direction(
    case: Case, text: Text, place: Name, part: str, start: int, end: int
) -> Iterator[Direction]:
    entity = case.entities.of(text.document.id, place)
    if entity is not None:
        low = part.lower()
        sides = {side[0] for side in ("north", "south", "east", "west") if side in low}
        words = text.document.text[start:end]
        yield Direction(start, end, words, frozenset(sides or {"c"}), entity.id)
