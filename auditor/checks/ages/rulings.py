"""Ages of things beside what the references say of their beginning."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from auditor.checks.ages.aged_things import listed
from auditor.checks.ages.beginnings import Beginning, Kind, beginnings, names_in
from auditor.checks.ages.stated import GRAINS, StatedAge, stated_ages
from auditor.checks.dates.compare.counterparts import dated_in, ranked
from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.compare.sameness import Worth, weights
from auditor.checks.dates.compare.wording import evidence_of, proof
from auditor.checks.dates.find.document_calendar import calendar_of
from auditor.checks.dates.find.governor import tense
from auditor.checks.dates.find.spans import Days
from auditor.evidence.case import Case, once
from auditor.language.words import stem
from auditor.model.date import Date, Origin, Tense
from auditor.model.ruling import Ruling
from auditor.model.text import RECALLED, Sentence, Text, around, within

AHEAD = ("nearly", "almost", "less than", "about", "around", "some")
"""Words that make ``a year ago`` leave room below."""


class Outcome(StrEnum):
    """What is wrong with an age; rules speak of this word."""

    AGE = "age"


@dataclass(frozen=True, slots=True)
class ComparedAge:
    """An age that the references can tell of.

    Attributes:
        against: the beginning that speaks against it, None where one agrees.
    """

    age: StatedAge
    against: Beginning | None


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the ages of things whose beginning the references date otherwise, in text order."""
    near = case.article.document.published
    for compared in compare(case):
        if compared.against is not None:
            age, dated = compared.age, compared.against.dated
            yield Ruling(
                Outcome.AGE,
                age.start,
                age.end,
                proof(age.text, dated, near),
                evidence=(evidence_of(dated, 1.0),),
            )


@once
def compare(case: Case) -> tuple[ComparedAge, ...]:
    """Return the ages whose thing has a beginning in the references, in text order."""
    return tuple(_compare(case))


def _compare(case: Case) -> Iterator[ComparedAge]:
    """Yield each age with what speaks against it.

    All of the beginnings must speak against an age; where they differ among themselves on what
    may be two things, nothing is said.
    """
    ages = [age for age in stated_ages(case.article) if not within(case.article.quotes, age)]
    if not ages:
        return
    near = case.article.document.published
    dated = [date for text in case.references for date in dated_in(text, near)]
    begun = [
        beginning
        for beginning in beginnings(dated)
        if not within(beginning.dated.text.quotes, beginning.dated.date)
    ]
    named = frozenset().union(*(names_in(sentence.tokens) for sentence in case.article.sentences))
    mine = [date for date in dated_in(case.article, None) if date.date.origin is Origin.ANCHORED]
    weight = weights(case.references)
    for age in ages:
        own = [beginning for beginning in begun if _is_beginning(beginning, age, named)]
        bases = tuple(_bases(case.article, age)) or tuple(_told(age, mine, dated, weight))
        fits = [_agrees(age, beginning, bases, case) for beginning in own]
        if True in fits:
            yield ComparedAge(age, None)
        elif False in fits and None not in fits and not _are_several(own):
            yield ComparedAge(age, min(own, key=_rank))


def _is_beginning(one: Beginning, age: StatedAge, named: frozenset[str]) -> bool:
    """Tell whether it may be the beginning of the thing of that age; `named` are the article's.

    A thing without a name is none that a reference tells of first beside names of its own: *a*
    museum in Rome. Whoever takes power governs where a government is spoken of; mayors too are
    elected.
    """
    if not one.is_of(age.thing):
        return False
    if age.thing.names:
        return True
    if not one.thing.definite and one.beside - named:
        return False
    if one.kind is Kind.THING:
        return True
    return one.kind is Kind.POWER and bool(
        {stem(noun) for noun in listed("ruling")} & one.dated.near
    )


def _are_several(begun: Sequence[Beginning]) -> bool:
    """Tell whether the beginnings are of things of different names."""
    return any(
        one.thing.names and two.thing.names and not one.thing.names & two.thing.names
        for one, two in combinations(begun, 2)
    )


def _rank(one: Beginning) -> tuple[bool, str, int]:
    """Return what sorts beginnings: those with a date of their own first, then in text order."""
    date = one.dated.date
    return date.origin is Origin.RELATIVE, one.dated.text.document.id, date.start


def _bases(article: Text, age: StatedAge) -> Iterator[Days]:
    """Yield the days that an age may be counted back from: the event's own, else the article's.

    An event of the past may be dated a sentence or two before. () where that is unknown.
    """
    told = tense(age.sentence, age)
    here = list(_others(article, age.sentence, age))
    yield from here
    day = calendar_of(article.document).day_at(age.start)
    old = age.text.lower().endswith("old")
    if not here and day and (old or told is not Tense.PAST or _is_perfect(age)):
        yield Days(day, day)
    if told is Tense.PAST and not here:
        for sentence in around(article, age.sentence, RECALLED, after=0)[:-1]:
            yield from _others(article, sentence, age)


def _told(
    age: StatedAge, mine: Sequence[Dated], dated: Sequence[Dated], weight: Worth
) -> Iterator[Days]:
    """Yield the days on which the references date what happened when the thing had that age."""
    for own in mine:
        if own.date.start <= age.start < own.date.end:
            for one in ranked(own, dated, weight):
                if one.same.head >= 1 and not one.same.clash:
                    yield from one.reference.spans


def _others(article: Text, sentence: Sentence, age: StatedAge) -> Iterator[Days]:
    for date in within(article.dates, sentence):
        overlaps = date.start < age.end and age.start < date.end
        if not overlaps and date.first and date.last and date.origin is not Origin.ANCHORED:
            yield Days(date.first, date.last)


def _is_perfect(age: StatedAge) -> bool:
    """Tell whether the sentence tells of what has happened by now."""
    tokens = age.sentence.tokens
    return any(t.lemma == "have" and t.dep == "aux" and t.tag in {"VBZ", "VBP"} for t in tokens)


def _agrees(age: StatedAge, one: Beginning, bases: Sequence[Days], case: Case) -> bool | None:
    """Tell whether a beginning allows the age, None where they cannot be compared."""
    date = one.dated.date
    if _is_same_count(age, date):
        hedged = _lead(one.dated).endswith(AHEAD) or date.text.lower().startswith(AHEAD)
        return age.hedge != "under" or hedged or _is_much_later(one, case)
    if not bases or not one.dated.spans:
        return None
    return any(_begun(age, base).meets(days) for base in bases for days in one.dated.spans)


def _is_same_count(age: StatedAge, date: Date) -> bool:
    """Tell whether a date counts back as far as the age: ``a year ago``, ``one year old``."""
    return (
        date.origin is Origin.RELATIVE
        and date.count
        and date.grain is GRAINS.get(age.unit)
        and date.shift == -age.count
    )


def _lead(dated: Dated) -> str:
    at = dated.date.start - dated.sentence.start
    return dated.sentence.text[max(0, at - 12) : at].rstrip().lower()


def _is_much_later(one: Beginning, case: Case) -> bool:
    """Tell whether the reference is from another time than the article, so that counts differ."""
    own = case.article.document.published
    theirs = calendar_of(one.dated.text.document, own).day_at(one.dated.date.start)
    return bool(own and theirs) and abs((own - theirs).days) > 45  # type: ignore[operator]


def _begun(age: StatedAge, base: Days) -> Days:
    """Return the days on which a thing of that age began."""
    fewest, most = age.span
    return Days(_back(base.first, most), _back(base.last, fewest))


def _back(day: datetime.date, days: float) -> datetime.date:
    return (
        datetime.date.min
        if days >= (day - datetime.date.min).days
        else day - datetime.timedelta(days=int(days))
    )
