"""Rulings: which names of an article no reference holds, or holds another in place of."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from auditor.checks.names.compare.by_context import aligned, moved, namesakes
from auditor.checks.names.compare.counterparts import Holder
from auditor.checks.names.compare.offices import held_by_another, same_office
from auditor.checks.names.compare.wording import fields
from auditor.checks.names.entities.presence import (
    Lexis,
    Standing,
    references_lexis,
    rivals,
    standing,
)
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of
from auditor.model.entity import Entities
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import within
from auditor.model.words import NameKind, SentenceKind


class Outcome(StrEnum):
    """What a ruling says; rules speak of these words."""

    CONFLICT = "conflict"
    MOVED = "moved"
    GIVEN = "given"
    MISSPELT = "misspelt"
    PERSON = "person"
    THING = "thing"
    PLACE_CONFLICT = "place-conflict"
    PLACE_MOVED = "place-moved"
    PLACE = "place"
    COUNTRY = "country"


QUOTED_WORDS = 3
"""A quote of more words is the quote check's; shorter ones are titles. A guess."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield at most one ruling for each entity of a sentence, in text order."""
    held = references_lexis(case)
    for link in case.links:
        if link.sentence.kind is SentenceKind.BOILERPLATE:
            continue
        seen: set[str] = set()
        for name in _checked(case, link):
            entity = case.entities.of("article", name)
            key = entity.id if entity else name.text
            if key in seen:
                continue
            found = _ruling(case, link, name, held)
            if found is not None:
                seen.add(key)
                yield found


def _checked(case: Case, link: Link) -> Iterator[Name]:
    """Yield the names of a sentence that stand outside its longer quotes."""
    quoted = [
        quote
        for quote in within(case.article.quotes, link.sentence)
        if len(quote.text.split()) > QUOTED_WORDS
    ]
    for name in within(case.article.names, link.sentence):
        if not within(quoted, name) and not _is_honour(name):
            yield name


def _is_honour(name: Name) -> bool:
    first, _, rest = name.text.lower().partition(" of ")
    return bool(rest) and first.split()[0] in lexicon("name-words")["honours"]


def _ruling(case: Case, link: Link, name: Name, held: Lexis) -> Ruling | None:
    stands = _standing(case.entities, name, held)
    if stands is Standing.WHOLE:
        return _elsewhere(case, link, name)
    if stands is Standing.PART:
        return _partly(case, link, name)
    if stands is Standing.MISSPELT:
        return _ruled(Outcome.MISSPELT, name)
    holder = _holder(case, link, name)
    if holder is None:
        return _ruled(_absent(name), name, evidence=link.evidence[:1])
    outcome = Outcome.PLACE_CONFLICT if name.kind is NameKind.PLACE else Outcome.CONFLICT
    return _ruled(outcome, name, holder.name.text, (holder.evidence,))


def _ruled(
    outcome: Outcome, name: Name, expected: str = "", evidence: tuple[Evidence, ...] = ()
) -> Ruling:
    """Return a ruling on a name; `expected` is "" where the references have nothing."""
    said = fields(name, expected)
    return Ruling(outcome, name.start, name.end, said, expected or None, evidence)


def _standing(entities: Entities, name: Name, held: Lexis) -> Standing:
    stands = standing(name, held)
    if stands in {Standing.ABSENT, Standing.MISSPELT}:
        entity = entities.of("article", name)
        if entity is not None and entity.beyond("article"):
            return Standing.WHOLE
    return stands


def _elsewhere(case: Case, link: Link, name: Name) -> Ruling | None:
    """Return a ruling on a name that the references hold, with another in this place."""
    ties = (moved(case, link, name), held_by_another(case, link, name))
    holder = next((holder for tie in ties for holder in tie), None)
    if holder is None:
        return None
    outcome = Outcome.PLACE_MOVED if name.kind is NameKind.PLACE else Outcome.MOVED
    return _ruled(outcome, name, holder.name.text, (holder.evidence,))


def _partly(case: Case, link: Link, name: Name) -> Ruling | None:
    """Return a ruling on a person whose surname the references hold with another first name."""
    if name.kind is not NameKind.PERSON:
        return None
    others = rivals(name, case.references)
    if not others:
        return None
    return _ruled(Outcome.GIVEN, name, others[0], link.evidence[:1])


def _holder(case: Case, link: Link, name: Name) -> Holder | None:
    """Return whoever the references have in a name's place, by the surest tie first."""
    ties: Iterable[Iterator[Holder]] = (
        same_office(case, link, name),
        namesakes(case, link, name),
        aligned(case, link, name),
    )
    return next((holder for tie in ties for holder in tie), None)


def _absent(name: Name) -> Outcome:
    if name.kind is NameKind.PERSON:
        return Outcome.PERSON
    if countries_of(name.text):
        return Outcome.COUNTRY
    return Outcome.PLACE if name.kind is NameKind.PLACE else Outcome.THING
