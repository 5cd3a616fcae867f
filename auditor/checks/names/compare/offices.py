"""Offices that one person at a time holds, and whom the references give them to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.checks.names.compare.counterparts import CLOSE_SCORE, NameCounterpart
from auditor.checks.names.entities.forms import form
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of
from auditor.knowledge.titles import one_form, short_titles
from auditor.model.entity import Entity
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.text import Text, within
from auditor.model.words import NameKind, Stance


@dataclass(frozen=True, slots=True)
class Office:
    """A title that one person at a time holds in one place, and the place as named."""

    title: str
    owner: str


@cache
def _unique_titles() -> tuple[str, ...]:
    return tuple(sorted(lexicon("titles")["unique"], key=len, reverse=True))


def office_of(text: Text, name: Name) -> Office | None:
    """Return the office of a name's bearer, None where the text gives none of the unique ones."""
    head, _, after = name.role.partition(" of ")
    for title in _unique_titles():
        before = head.removesuffix(title)
        if head == title or (head.endswith(" " + title) and _is_country(before.strip())):
            owner = before.strip() or after or _owner_before(text, name)
            return Office(one_form(title), form(owner).sole if owner else "")
    return None


def _is_country(words: str) -> bool:
    return bool(words) and bool(countries_of(words))


def _owner_before(text: Text, name: Name) -> str:
    """Return the name right before a title: ``Iraqi`` in ``Iraqi Prime Minister X``."""
    for other in reversed(text.names):
        if other.end > name.start or name.start - other.end > len(name.role) + 8:
            continue
        between = text.document.text[other.end : name.start].lower()
        words = between.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
        return other.text if " ".join(words) == name.role else ""
    return ""


def in_same_office(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield the one person to whom the references give the office of `name`."""
    wanted = office_of(case.article, name) if name.kind is NameKind.PERSON else None
    if wanted is None:
        return
    by_entity: dict[str, NameCounterpart] = {}
    for text in case.references:
        for other in text.names:
            entity = case.entities.of(text.document.id, other)
            if entity is None or other.kind is not NameKind.PERSON or not other.role:
                continue
            office = office_of(text, other)
            if office is not None and _may_be_one_office(office, wanted, link, text):
                fullest = _fullest(entity, text, other)
                by_entity.setdefault(entity.id, NameCounterpart(fullest, _proof(text, other)))
    if len(by_entity) == 1:
        yield from by_entity.values()


def held_by_another(case: Case, link: Link, name: Name) -> Iterator[NameCounterpart]:
    """Yield the one person to whom the references give an office that they never give to `name`.

    They must name him, say of him that he is something else, and never use the title near him.
    """
    entity, wanted = case.entities.of("article", name), office_of(case.article, name)
    if entity is None or wanted is None:
        return
    titles = [wanted.title]
    titles += [long for long, short in short_titles().items() if short == wanted.title]
    has_role = False
    for text in case.references:
        names = entity.within(text.document.id)
        has_role = has_role or any(theirs.role for theirs in names)
        for theirs in names:
            around = within(text.sentences, theirs)
            if any(title in near.text.lower() for near in around for title in titles):
                return
    if has_role:
        yield from in_same_office(case, link, name)


def _may_be_one_office(office: Office, wanted: Office, link: Link, text: Text) -> bool:
    """Tell whether two offices can be one: where an owner is not said, only in a close passage."""
    if office.title != wanted.title:
        return False
    if office.owner and wanted.owner:
        return office.owner == wanted.owner
    return any(
        passage.reference == text.document.id and passage.score >= CLOSE_SCORE
        for passage in link.evidence
    )


def _fullest(entity: Entity, text: Text, name: Name) -> Name:
    """Return the longest name that one reference has for an entity."""
    return max(entity.within(text.document.id) or (name,), key=lambda other: len(other.text))


def _proof(text: Text, name: Name) -> Evidence:
    """Return the sentence that holds a name as a passage that contradicts."""
    return evidence(text, within(text.sentences, name)[0], Stance.CONTRADICTS, 1.0)
