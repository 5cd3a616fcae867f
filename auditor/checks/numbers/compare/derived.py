"""Numbers that no reference states and that follow from those that they state."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from auditor.checks.numbers.compare.agreement import Relation, kind
from auditor.checks.numbers.compare.anchored import anchored
from auditor.checks.numbers.compare.arithmetic import YEAR, derivations, listed
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import (
    NumberCounterpart,
    Outcome,
    Stock,
    Weighed,
    closeness,
    is_strong,
)
from auditor.checks.numbers.compare.derivation import Grounds
from auditor.checks.numbers.compare.listed_people import tallies
from auditor.checks.numbers.compare.reckoned import spans_told, tells_change
from auditor.checks.numbers.compare.sameness import Match
from auditor.checks.numbers.find.measures import measured
from auditor.checks.numbers.find.number_pieces import pieces
from auditor.checks.numbers.find.numerals import numeral
from auditor.checks.numbers.find.units import base_of, in_base
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.evidence import Link
from auditor.model.number import Number
from auditor.model.text import Sentence, around, within

_A_YEAR = re.compile(r"\ba year (?:ago|before|earlier)\b|\b(?:last|previous) year\b", re.IGNORECASE)
"""What dates by a year, as ``in twelve months`` does."""

SURE = 0.85
"""From this fit on, nothing that the number might be derived from excuses it. A guess."""


def derived(ours: Counted, link: Link | None, stock: Stock) -> Iterator[Weighed]:
    """Yield how the number follows from others or from a list, the likeliest way first."""
    if link is None:
        return
    for way in derivations(ours, _grounds(ours, link, stock)):
        proof = tuple(
            NumberCounterpart(Match(f, 0.0, 1), Relation.DIFFERS, round(closeness(f, link), 4))
            for f in way.counted
        )
        if way.is_telling:
            yield Weighed(Outcome.DERIVED, ours, proof, way.arithmetic, way.is_asked)
        else:
            yield Weighed(Outcome.UNFOUND_SMALL, ours, proof[:1])
    count = ours.number
    if count.unit == "" and _is_counted_off(ours, link, stock):
        yield Weighed(Outcome.DERIVED, ours, (), f"{count.value:.0f} are listed")


def reckoned_here(ours: Counted, link: Link, stock: Stock) -> Weighed | None:
    """Return how the number follows from others of its sentence and those beside it.

    What an article reckons with is marked where no reference has it, and need not be twice. Terms
    that count unlike things must stand in its own sentence.
    """
    sentences = tuple(around(stock.case.article, ours.sentence))
    beside = (f for sentence in sentences for f in stock.own.get(sentence.id, ()))
    terms = tuple(f for f in beside if f.number.start != ours.number.start)
    own = stock.own.get(ours.sentence.id, ())
    here = tuple(f for f in terms if f in own)
    grounds = Grounds(terms, sentences, terms, here, link, frozenset(), own)
    ways = derivations(ours, grounds)
    near = (way for way in ways if way.is_telling or all(f in own for f in way.counted))
    arithmetic = next((way.arithmetic for way in near), None) or _days_told(ours, stock.case)
    return Weighed(Outcome.DERIVED, ours, (), arithmetic) if arithmetic else None


def _days_told(ours: Counted, case: Case) -> str | None:
    """Return the two days of its sentence that a number of days lies between, or counts both."""
    own = ours.number
    if base_of(own.unit) != "day":
        return None
    dates = within(case.article.dates, ours.sentence)
    days = sorted({date.first for date in dates if date.first and date.first == date.last})
    for first, last in combinations(days, 2):
        apart = (last - first).days
        if in_base(own.value, own.unit) in {apart, apart + 1}:
            return f"{first} to {last}"
    return None


def is_total(ours: Counted) -> bool:
    """Tell whether the sentence speaks of several together, whose numbers it may have added."""
    tokens, own = ours.sentence.tokens, ours.number
    return any(
        (token.lemma in lexicon("idioms")["together"] and not own.start <= token.start < own.end)
        or (token.dep == "conj" and token.pos == tokens[token.head].pos == "PROPN")
        for token in tokens
    )


def _counts_as(ours: Counted, theirs: Counted) -> bool:
    """Tell whether a number counts the same things, by noun, fate or currency."""
    own, other = ours.number, theirs.number
    if own.unit != other.unit:
        return False
    return bool(
        kind(own.unit) == "money"
        or (own.counted and own.counted == other.counted)
        or ours.fates & theirs.fates
        or ours.groups & theirs.groups
    )


def _grounds(ours: Counted, link: Link, stock: Stock) -> Grounds:
    added = is_total(ours)
    linked = sorted(
        (f for f in stock.counted if closeness(f, link) > 0 or (added and _counts_as(ours, f))),
        key=lambda f: (-closeness(f, link), f.document, f.number.start),
    )
    texts = (stock.case.article, *stock.case.references)
    days = [text.document.published for text in texts]
    beside = tuple(_beside(link, stock))
    around = {(document, sentence.id) for document, sentence in beside}
    near = [f for f in stock.counted if (f.document, f.sentence.id) in around]
    return Grounds(
        tuple(linked),
        tuple(sentence for _, sentence in beside),
        _each_once(linked, anchored(ours, stock), near),
        stock.counted,
        link,
        frozenset(day.year for day in days if day),
        stock.own.get(ours.sentence.id, ()),
    )


def _each_once(*groups: Sequence[Counted]) -> tuple[Counted, ...]:
    return tuple({id(one): one for one in chain(*groups)}.values())


def _beside(link: Link, stock: Stock) -> Iterator[tuple[str, Sentence]]:
    """Yield the linked sentences and those before and after them, with their documents."""
    for text in stock.case.references:
        linked = {
            sentence.id
            for e in link.evidence
            if e.reference == text.document.id
            for sentence in within(text.sentences, e)
        }
        at = [n for n, sentence in enumerate(text.sentences) if sentence.id in linked]
        around = {k for n in at for k in (n - 1, n, n + 1) if 0 <= k < len(text.sentences)}
        yield from ((text.document.id, text.sentences[n]) for n in sorted(around))


def _is_counted_off(ours: Counted, link: Link, stock: Stock) -> bool:
    people = "person" in ours.groups
    return any(
        ours.number.value in listed(sentence)
        or (people and ours.number.value in tallies(sentence, within(text.numbers, sentence)))
        for text in stock.case.references
        for e in link.evidence
        if e.reference == text.document.id
        for sentence in within(text.sentences, e)
    )


def outweighs(denying: Sequence[NumberCounterpart], derived: Weighed) -> bool:
    """Tell whether the rivals leave no room for arithmetic.

    They leave it where it stands in their sentence, or adds the rival to another. What is reckoned
    with the same figure of another unit is that figure with its unit changed.
    """
    if not denying or derived.is_asked:
        return False
    slips = {id(fit.match.theirs) for fit in denying if fit.relation is Relation.UNIT}
    if any(id(fit.match.theirs) in slips for fit in derived.fits):
        return True
    rival = denying[0]
    together = {(f.match.theirs.document, f.match.theirs.sentence.id) for f in derived.fits}
    beside = together == {(rival.match.theirs.document, rival.match.theirs.sentence.id)}
    beside = beside and len(derived.fits) > 1
    if rival.relation is not Relation.DIFFERS and is_strong(rival):
        return not beside
    asks = is_total(derived.ours) or tells_change(derived.ours)
    if asks and any(f.match.theirs is rival.match.theirs for f in derived.fits):
        return False
    return rival.score >= SURE and not beside


def is_converted(ours: Counted, beside: Sequence[Counted]) -> bool:
    """Tell whether the number repeats its neighbour in another currency: ``$1bn (£640m)``."""
    own = ours.number
    return kind(own.unit) == "money" and any(
        kind(f.number.unit) == "money"
        and f.number.unit != own.unit
        and min(abs(own.start - f.number.end), abs(f.number.start - own.end)) <= 4
        for f in beside
    )


def is_span_to_date(ours: Counted, case: Case) -> bool:
    """Tell whether a reference dates by the same span of time: ``70 years ago``.

    What is part of a date is no number of its own there, nor is ``11 min later``.
    """
    own = ours.number
    if own.unit in {"hour", "minute"}:
        minutes = in_base(own.value, own.unit) / in_base(1, "minute")
        texts = (sentence.text for text in case.references for sentence in text.sentences)
        return any(abs(span - minutes) < 0.5 for words in texts for span in spans_told(words))
    texts = (text.document.text for text in case.references)
    if _is_same_span(own, (1.0, "year")) and any(map(_A_YEAR.search, texts)):
        return True
    return base_of(own.unit) == "day" and any(
        _is_same_span(own, span)
        for text in case.references
        for date in text.dates
        for span in _spans(date.text)
    )


def _is_same_span(own: Number, span: tuple[float, str]) -> bool:
    """Tell whether two measures are as long as each other: ``twelve months`` and ``a year``."""
    value, unit = span
    days = in_base(value, unit)
    return base_of(unit) == "day" and abs(in_base(own.value, own.unit) - days) <= 1e-6 * days


def is_century_of_year(ours: Counted, link: Link | None) -> bool:
    """Tell whether the number is that of a century in which a linked passage names a year."""
    own = ours.number
    if link is None or own.unit != "ordinal" or own.counted != "century":
        return False
    years = (int(hit) for e in link.evidence for hit in YEAR.findall(e.text))
    return any((year - 1) // 100 + 1 == own.value for year in years)


def _spans(words: str) -> Iterator[tuple[float, str]]:
    """Yield the measures that begin a date, with their units."""
    row = pieces(words, 0)
    number = numeral(row, 0)
    if number is not None:
        measure = measured(row, number)
        yield measure.value, measure.unit
