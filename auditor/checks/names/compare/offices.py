"""Offices that one person at a time holds, and whom the references give them to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.checks.names.compare.counterparts import CLOSE, NameCounterpart, evidence_of
from auditor.checks.names.entities.forms import form
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.name import Name
from auditor.model.text import Text, within
from auditor.model.words import NameKind


@dataclass(frozen=True, slots=True)
class Office:
    """A title that one person at a time holds in one place, and the place as named."""

    title: str
    owner: str


@cache
def _unique() -> tuple[str, ...]:
    return tuple(sorted(lexicon("titles")["unique"], key=len, reverse=True))


@cache
def _equal() -> dict[str, str]:
    pairs = (entry.split(" = ") for entry in lexicon("titles")["equal"])
    return {pair[0]: pair[1] for pair in pairs}


def office(text: Text, name: Name) -> Office | None:
    """Return the office of a name's bearer, None where the text gives none of the unique ones."""
    head, _, after = name.role.partition(" of ")
    for title in _unique():
        before = head.removesuffix(title)
        if head == title or (head.endswith(" " + title) and _is_country(before.strip())):
            owner = before.strip() or after or _before(text, name)
            return Office(_equal().get(title, title), form(owner).sole if owner else "")
    return None


def _is_country(words: str) -> bool:
    return bool(words) and bool(countries_of(words))


def _before(text: Text, name: Name) -> str:
    """Return the name right before a title: ``Iraqi`` in ``Iraqi Prime Minister X``."""
    for other in reversed(text.names):
        if other.end > name.start or name.start - other.end > len(name.role) + 8:
            continue
        between = text.document.text[other.end : name.start].lower()
        words = between.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
        return other.text if " ".join(words) == name.role else ""
    return ""


def same_office(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield the one person to whom the references give the office of `name`."""
    if name.kind is not NameKind.PERSON:
        return
    wanted = office(case.article, name)
    if wanted is None:
        return
    holders: dict[str, NameCounterpart] = {}
    for text in case.references:
        for other in text.names:
            held = office(text, other) if other.kind is NameKind.PERSON and other.role else None
            entity = case.entities.of(text.document.id, other)
            if held is None or entity is None or held.title != wanted.title:
                continue
            if _owners_agree(held, wanted, link, text):
                holders.setdefault(
                    entity.id,
                    NameCounterpart(_fullest(entity, text, other), evidence_of(text, other)),
                )
    if len(holders) == 1:
        yield from holders.values()


def held_by_another(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield the one person to whom the references give an office that they never give to `name`.

    They must name him, say of him that he is something else, and never use the title near him.
    """
    entity, wanted = case.entities.of("article", name), office(case.article, name)
    if entity is None or wanted is None:
        return
    titles = {wanted.title, *(long for long, short in _equal().items() if short == wanted.title)}
    said = False
    for text in case.references:
        names = entity.within(text.document.id)
        said = said or any(one.role for one in names)
        for one in names:
            around = within(text.sentences, one)
            if any(title in near.text.lower() for near in around for title in titles):
                return
    if said:
        yield from same_office(case, link, name)


def _owners_agree(held: Office, wanted: Office, link: Link, text: Text) -> bool:
    """Tell whether two offices of one title can be one: where neither owner is said, both near."""
    if held.owner and wanted.owner:
        return held.owner == wanted.owner
    return any(
        passage.reference == text.document.id and passage.score >= CLOSE
        for passage in link.evidence
    )


def _fullest(entity: Entity, text: Text, name: Name) -> Name:
    """Return the longest name that one reference has for an entity."""
    return max(entity.within(text.document.id) or (name,), key=lambda other: len(other.text))
