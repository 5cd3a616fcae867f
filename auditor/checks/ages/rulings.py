"""Ages of things beside what the references say of their beginning."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.checks.ages.beginnings import Beginning, Kind, beginnings, names_in
from auditor.checks.ages.stated import GRAINS, Lapse, lapses
from auditor.checks.ages.things import listed
from auditor.checks.dates.compare.counterparts import events, ranked
from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.compare.sameness import weights
from auditor.checks.dates.find.calendar import calendar_of
from auditor.checks.dates.find.governor import tense
from auditor.checks.dates.find.spans import Days
from auditor.evidence.case import Case
from auditor.language.words import stem
from auditor.model.date import Date, Origin, Tense
from auditor.model.text import Sentence, Text, within

BEFORE = 2
"""Sentences before a past event in which its date may stand. A guess."""

ALIKE = 0.5
"""The overlap from which on a reference tells of the same event on a day of its own. A guess."""

AHEAD = ("nearly", "almost", "less than", "about", "around", "some")
"""Words that make ``a year ago`` leave room below."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An age that the references can tell of.

    Attributes:
        against: the beginning that speaks against it, None where one agrees.
    """

    lapse: Lapse
    against: Beginning | None


def judged(case: Case) -> Iterator[Judged]:
    """Yield the ages whose thing has a beginning in the references, in text order.

    All of the beginnings must speak against an age; where they differ among themselves on what
    may be two things, nothing is said.
    """
    found = [one for one in lapses(case.article) if not within(case.article.quotes, one)]
    if not found:
        return
    near = case.article.document.published
    dated = [one for text in case.references for one in events(text, near)]
    begun = [one for one in beginnings(dated) if not within(one.dated.text.quotes, one.dated.date)]
    named = frozenset().union(*(names_in(sentence.tokens) for sentence in case.article.sentences))
    mine = [m for m in events(case.article, None) if m.date.origin is Origin.ANCHORED]
    weight = weights(case.references)
    for lapse in found:
        own = [one for one in begun if _is_beginning(one, lapse, named)]
        bases = tuple(_bases(case.article, lapse)) or tuple(_told(lapse, mine, dated, weight))
        fits = [_agrees(lapse, one, bases, case) for one in own]
        if True in fits:
            yield Judged(lapse, None)
        elif False in fits and None not in fits and not _are_several(own):
            yield Judged(lapse, min(own, key=_rank))


def _is_beginning(one: Beginning, lapse: Lapse, named: frozenset[str]) -> bool:
    """Tell whether it may be the beginning of the thing of that age; `named` are the article's.

    A thing without a name is none that a reference tells of first beside names of its own: *a*
    museum in Rome. Whoever takes power governs where a government is spoken of; mayors too are
    elected.
    """
    if not one.is_of(lapse.thing):
        return False
    if lapse.thing.names:
        return True
    if not one.thing.definite and one.beside - named:
        return False
    if one.kind is Kind.THING:
        return True
    return one.kind is Kind.POWER and bool(
        {stem(noun) for noun in listed("ruling")} & one.dated.near
    )


def _are_several(found: Sequence[Beginning]) -> bool:
    """Tell whether the beginnings are of things of different names."""
    return any(
        one.thing.names and two.thing.names and not one.thing.names & two.thing.names
        for one, two in combinations(found, 2)
    )


def _rank(one: Beginning) -> tuple[bool, str, int]:
    """Return what sorts beginnings: those with a date of their own first, then in text order."""
    date = one.dated.date
    return date.origin is Origin.RELATIVE, one.dated.text.document.id, date.start


def _bases(article: Text, lapse: Lapse) -> Iterator[Days]:
    """Yield the days that an age may be counted back from: the event's own, else the article's.

    An event of the past may be dated a sentence or two before. () where that is unknown.
    """
    told = tense(lapse.sentence, lapse)
    here = list(_others(article, lapse.sentence, lapse))
    yield from here
    day = calendar_of(article.document).day_at(lapse.start)
    old = lapse.text.lower().endswith("old")
    if not here and day and (old or told is not Tense.PAST or _is_perfect(lapse)):
        yield Days(day, day)
    if told is Tense.PAST and not here:
        at = article.sentences.index(lapse.sentence)
        for sentence in article.sentences[max(0, at - BEFORE) : at]:
            yield from _others(article, sentence, lapse)


def _told(
    lapse: Lapse, mine: Sequence[Dated], dated: Sequence[Dated], weight: Mapping[str, float]
) -> Iterator[Days]:
    """Yield the days on which the references date what happened when the thing had that age."""
    for own in mine:
        if own.date.start <= lapse.start < own.date.end:
            for one in ranked(own, dated, weight):
                if one.same.head >= 1 and one.same.overlap >= ALIKE and not one.same.clash:
                    yield from one.reference.spans


def _others(article: Text, sentence: Sentence, lapse: Lapse) -> Iterator[Days]:
    for date in within(article.dates, sentence):
        overlaps = date.start < lapse.end and lapse.start < date.end
        if not overlaps and date.first and date.last and date.origin is not Origin.ANCHORED:
            yield Days(date.first, date.last)


def _is_perfect(lapse: Lapse) -> bool:
    """Tell whether the sentence tells of what has happened by now."""
    tokens = lapse.sentence.tokens
    return any(t.lemma == "have" and t.dep == "aux" and t.tag in {"VBZ", "VBP"} for t in tokens)


def _agrees(lapse: Lapse, one: Beginning, bases: Sequence[Days], case: Case) -> bool | None:
    """Tell whether a beginning allows the age, None where they cannot be compared."""
    date = one.dated.date
    if _is_same_count(lapse, date):
        hedged = _lead(one.dated).endswith(AHEAD) or date.text.lower().startswith(AHEAD)
        return lapse.hedge != "under" or hedged or _is_much_later(one, case)
    if not bases or not one.dated.spans:
        return None
    return any(_begun(lapse, base).meets(days) for base in bases for days in one.dated.spans)


def _is_same_count(lapse: Lapse, date: Date) -> bool:
    """Tell whether a date counts back as far as the age: ``a year ago``, ``one year old``."""
    return (
        date.origin is Origin.RELATIVE
        and date.count
        and date.grain is GRAINS.get(lapse.unit)
        and date.shift == -lapse.count
    )


def _lead(dated: Dated) -> str:
    at = dated.date.start - dated.sentence.start
    return dated.sentence.text[max(0, at - 12) : at].rstrip().lower()


def _is_much_later(one: Beginning, case: Case) -> bool:
    """Tell whether the reference is from another time than the article, so that counts differ."""
    own = case.article.document.published
    theirs = calendar_of(one.dated.text.document, own).day_at(one.dated.date.start)
    return bool(own and theirs) and abs((own - theirs).days) > 45  # type: ignore[operator]


def _begun(lapse: Lapse, base: Days) -> Days:
    """Return the days on which a thing of that age began."""
    fewest, most = lapse.span
    return Days(_back(base.first, most), _back(base.last, fewest))


def _back(day: datetime.date, days: float) -> datetime.date:
    return (
        datetime.date.min
        if days >= (day - datetime.date.min).days
        else day - datetime.timedelta(days=int(days))
    )
