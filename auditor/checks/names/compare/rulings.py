"""Which names of an article no reference holds, or holds another in the stead of."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain

from auditor.checks.names.compare.by_context import in_same_words, moved, of_same_sort
from auditor.checks.names.compare.counterparts import NameCounterpart, of_same_surname
from auditor.checks.names.compare.offices import held_by_another, in_same_office
from auditor.checks.names.compare.wording import fields
from auditor.checks.names.entities.lexis import Lexis, references_lexis
from auditor.checks.names.entities.presence import Standing, standing
from auditor.checks.names.find.capitals import may_be_ordinary
from auditor.evidence.case import Case
from auditor.evidence.near import near
from auditor.knowledge.lexicon import lexicon
from auditor.knowledge.places import countries_of, is_known, key
from auditor.knowledge.towns import towns_of
from auditor.model.entity import Entities
from auditor.model.evidence import Evidence, Link
from auditor.model.name import Name
from auditor.model.ruling import Ruling
from auditor.model.text import Text, within
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
        ruled: set[str] = set()
        for name in _checked_names(case, link):
            entity = case.entities.of("article", name)
            key = entity.id if entity else name.text
            ruling = None if key in ruled else _ruling(case, link, name, held)
            if ruling is not None:
                ruled.add(key)
                yield ruling


def _checked_names(case: Case, link: Link) -> Iterator[Name]:
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
    is_place = name.kind is NameKind.PLACE
    if stands is Standing.WHOLE:
        moved_to = Outcome.PLACE_MOVED if is_place else Outcome.MOVED
        counterpart = _counterpart_elsewhere(case, link, name)
        return None if counterpart is None else _ruled_instead(moved_to, name, counterpart)
    if stands is Standing.PART:
        return _with_other_given_name(case, link, name)
    if stands is Standing.MISSPELT:
        return _ruled(Outcome.MISSPELT, name)
    counterpart = _counterpart(case, link, name)
    if counterpart is None:
        absent = _outcome_of_absence(name)
        if absent is Outcome.COUNTRY and _is_told_by_town(name, held, case.references):
            return None
        if may_be_ordinary(link.sentence, name):
            return None
        return _ruled(absent, name, evidence=near(link))
    return _ruled_instead(
        Outcome.PLACE_CONFLICT if is_place else Outcome.CONFLICT, name, counterpart
    )


def _standing(entities: Entities, name: Name, held: Lexis) -> Standing:
    """Return how much of a name the references hold, those of its entity's other names too."""
    stands = standing(name, held)
    if stands in {Standing.ABSENT, Standing.MISSPELT}:
        entity = entities.of("article", name)
        if entity is not None and entity.beyond("article"):
            return Standing.WHOLE
    return stands


def _counterpart_elsewhere(case: Case, link: Link, name: Name) -> NameCounterpart | None:
    """Return what the references have here in the stead of a name that they hold elsewhere."""
    return next(chain(moved(case, link, name), held_by_another(case, link, name)), None)


def _counterpart(case: Case, link: Link, name: Name) -> NameCounterpart | None:
    """Return what the references have in the stead of an absent name, by the surest tie first."""
    ties = (in_same_office, of_same_sort, in_same_words)
    return next(chain.from_iterable(tie(case, link, name) for tie in ties), None)


def _is_told_by_town(name: Name, held: Lexis, references: Sequence[Text]) -> bool:
    """Tell whether a reference names a town of the country: ``in Szeged``, told as Hungarian.

    A town that may lie in a country that the references do speak of tells nothing of another.
    """
    towns = _towns(countries_of(name.text)) - _towns(held.countries)
    names = (one for text in references for one in text.names)
    return any(
        key(one.text) in towns
        for one in names
        if one.kind is not NameKind.PERSON and not is_known(one.text)
    )


def _towns(countries: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(towns_of, countries))


def _with_other_given_name(case: Case, link: Link, name: Name) -> Ruling | None:
    """Return a ruling on a person whose surname the references hold with another first name."""
    others = of_same_surname(case, name) if name.kind is NameKind.PERSON else ()
    return _ruled(Outcome.GIVEN, name, others[0], link.evidence[:1]) if others else None


def _ruled_instead(outcome: Outcome, name: Name, counterpart: NameCounterpart) -> Ruling:
    """Return a ruling on a name that stands in the article instead of its counterpart."""
    return _ruled(outcome, name, counterpart.name.text, (counterpart.evidence,))


def _ruled(
    outcome: Outcome, name: Name, expected: str = "", evidence: tuple[Evidence, ...] = ()
) -> Ruling:
    """Return a ruling on a name; `expected` is "" where the references have nothing."""
    said = fields(name, expected)
    return Ruling(outcome, name.start, name.end, said, expected or None, evidence)


def _outcome_of_absence(name: Name) -> Outcome:
    """Return the outcome for a name of which the references have nothing."""
    if name.kind is NameKind.PERSON:
        return Outcome.PERSON
    if countries_of(name.text):
        return Outcome.COUNTRY
    return Outcome.PLACE if name.kind is NameKind.PLACE else Outcome.THING
