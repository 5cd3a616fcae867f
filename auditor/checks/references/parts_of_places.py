"""Which part of a place: ``western Porto`` beside ``the centre of Porto``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.references.wording import both_ways, otherwise
from auditor.evidence.align import ON_THE_SAME
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import is_harm, is_like
from auditor.knowledge.places import is_known
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.ruling import Ruling
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

LONGEST_PART = 60
"""Characters before a place in which its part may stand. A guess."""

OPPOSITE = {"n": "sc", "s": "nc", "e": "wc", "w": "ec", "c": "nsew"}
"""What each side excludes; north and east may both be said of the north-east."""


@dataclass(frozen=True, slots=True)
class PartOfPlace:
    """A part of a place at ``start:end``, by the letters of its sides, and the place's entity."""

    start: int
    end: int
    text: str
    sides: frozenset[str]
    place: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A part of a place with the reference and the sentence that tell of it."""

    part: PartOfPlace
    text: Text
    sentence: Sentence

    @property
    def reference(self) -> str:
        return self.text.document.id

    def proof(self, stance: Stance) -> Evidence:
        return evidence(self.text, self.sentence, stance, 1.0)


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the parts of places that differ from those of a passage on the same event.

    A reference that has the article's part too denies nothing.
    """
    every = [
        _Told(part, text, sentence)
        for text in case.references
        for sentence in text.sentences
        for part in parts_of_places(case, text, sentence)
    ]
    for link in case.links if every else ():
        if link.sentence.kind is SentenceKind.BOILERPLATE:
            continue
        for part in parts_of_places(case, case.article, link.sentence):
            there = [told for told in every if told.part.place == part.place]
            if not within(case.article.quotes, part):
                yield from _beside(case, link, part, there)


def _beside(case: Case, link: Link, mine: PartOfPlace, there: list[_Told]) -> Iterator[Ruling]:
    """Yield the part of the article that a passage on the same event contradicts, at most once."""
    agreeing = [told for told in there if not _are_apart(mine, told.part)]
    denying = [
        told
        for told in there
        if case.is_on_main(told.reference)
        and told.reference not in {held.reference for held in agreeing}
        and (_is_linked(link, told) or _is_of_a_kind(case, link, told))
    ]
    if not denying:
        return
    other, denies = denying[0].part.text, denying[0].proof(Stance.CONTRADICTS)
    if agreeing:
        yield both_ways(case, mine, other, agreeing[0].proof(Stance.SUPPORTS), denies)
    else:
        yield otherwise(case, mine, other, denies)


def _is_linked(link: Link, told: _Told) -> bool:
    """Tell whether a passage linked to the sentence tells of a part of a place."""
    return any(
        passage.reference == told.reference
        and passage.score >= ON_THE_SAME
        and passage.start <= told.sentence.start < passage.end
        for passage in link.evidence
    )


def _is_of_a_kind(case: Case, link: Link, told: _Told) -> bool:
    """Tell whether a sentence of a reference tells of the same kind of event."""
    mine = _families(case, "article", link.sentence)
    theirs = _families(case, told.reference, told.sentence)
    return any(is_harm(own) and is_like(own, other) for own in mine for other in theirs)


def _families(case: Case, document: str, sentence: Sentence) -> set[str]:
    """Return the classes of the predicates of a sentence."""
    return {f.family for f in case.frames if f.doc == document and f.sentence == sentence.id}


def _are_apart(one: PartOfPlace, two: PartOfPlace) -> bool:
    """Tell whether two parts have no side in common and one lies opposite the other."""
    return not one.sides & two.sides and any(b in OPPOSITE[a] for a in one.sides for b in two.sides)


def parts_of_places(case: Case, text: Text, sentence: Sentence) -> Iterator[PartOfPlace]:
    """Yield the parts of places that a sentence names, in text order."""
    whole = text.document.text
    for name in within(text.names, sentence):
        if name.kind in {NameKind.ORGANISATION, NameKind.GROUP}:
            continue  # a place that the name finder takes for a person has a part all the same
        before = whole[max(sentence.start, name.start - LONGEST_PART) : name.start]
        if match := _BEFORE.search(before):
            start = name.start - len(before) + match.start()
            yield from _part(case, text, name, match[1], start, name.end)
        elif match := _AFTER.match(whole, name.end, sentence.end):
            yield from _part(case, text, name, match[1], name.start, match.end())
        elif (match := _INSIDE.match(name.text)) and not is_known(name.text):
            inside = name.text[match.end() :]
            inner = next((other for other in reversed(text.names) if other.text == inside), None)
            if inner is not None:
                yield from _part(case, text, inner, match[1], name.start, name.end)


def _part(
    case: Case, text: Text, place: Name, words: str, start: int, end: int
) -> Iterator[PartOfPlace]:
    """Yield the part of a place that `words` tell; nothing for a place that is no entity."""
    entity = case.entities.of(text.document.id, place)
    if entity is not None:
        low = words.lower()
        sides = {side[0] for side in ("north", "south", "east", "west") if side in low}
        whole = text.document.text[start:end]
        yield PartOfPlace(start, end, whole, frozenset(sides or {"c"}), entity.id)
