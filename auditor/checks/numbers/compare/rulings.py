"""What the references say of each number of the article."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from auditor.checks.ages.rulings import compare as compare_ages
from auditor.checks.numbers.compare.agreement import Relation, is_bare, is_blurred, kind, relation
from auditor.checks.numbers.compare.counted import Counted, counted_in
from auditor.checks.numbers.compare.counterparts import (
    LIKELY,
    WEAK,
    NumberCounterpart,
    Outcome,
    Stock,
    Weighed,
    counts_same,
    fits_of,
    is_rival,
    is_strong,
    order,
)
from auditor.checks.numbers.compare.derived import (
    derived,
    is_century_of_year,
    is_converted,
    is_span_to_date,
    outweighs,
    reckoned_here,
)
from auditor.checks.numbers.compare.disputes import disputed, is_contested, is_history
from auditor.checks.numbers.compare.earlier import of_earlier_year
from auditor.checks.numbers.compare.far_terms import may_be_reckoned
from auditor.checks.numbers.compare.interim import is_interim
from auditor.checks.numbers.compare.listed_rows import in_row
from auditor.checks.numbers.compare.owned import owned_by_another
from auditor.checks.numbers.compare.reckoned import (
    all_understood,
    is_elided,
    is_one_of_several,
    is_same_elided,
    is_told_bare,
    is_told_singly,
    understood,
)
from auditor.checks.numbers.compare.sameness import (
    UNMISTAKABLE,
    echoes,
    is_impossible,
    is_telling,
    weights,
)
from auditor.checks.numbers.compare.scaled import is_scaled_like
from auditor.checks.numbers.compare.swapped_numbers import stands_beside, swapped_slots
from auditor.checks.numbers.compare.turned_bounds import is_complement, is_restated, turned_bound
from auditor.checks.numbers.compare.wording import told
from auditor.checks.numbers.find.find import CLOCK_FACE
from auditor.checks.numbers.find.units import base_of
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.entity import Entity
from auditor.model.evidence import Link
from auditor.model.number import Bound
from auditor.model.ruling import Ruling
from auditor.model.text import Spanned, within
from auditor.text.fragments import LISTED, is_fragment

TIED = 0.1
"""Slots whose fit lies this near to the best fit about as well. A guess."""

RIVALS = 40
"""How many of the best rivals are looked at beside a number that agrees: the rest fit too badly."""

CLEAR = frozenset({Outcome.TRANSPOSED, Outcome.IMPOSSIBLE, Outcome.DERIVED, Outcome.UNFOUND_SMALL})
"""Outcomes that a row needs no subject for."""

OF_MONEY = 0.75
"""From this fit on, another sum of money is a contradiction: a story tells of many. Measured on
all labelled texts (`python -m benchmarks.quality`)."""

BIRTHDAY = 1
"""Years by which two reports of one person's age may differ."""

SMALL = 10
"""Whole numbers below are often counted by the writer: no reference need state them."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield what is wrong with the numbers of the article that stand inside no quote.

    Ages of things whose beginning the references date have a check of their own.
    """
    for weighed in weigh(case):
        yield told(case, weighed)


def weigh(case: Case) -> Iterator[Weighed]:
    """Yield each number with which something may be wrong, in text order."""
    theirs = tuple(chain.from_iterable(counted_in(text) for text in case.references))
    own = counted_in(case.article)
    by_sentence = {id_: tuple(found) for id_, found in groupby(own, lambda f: f.sentence.id)}
    stock = Stock(theirs, all_understood(theirs), weights(theirs), case, by_sentence)
    links = {link.sentence.id: link for link in case.links}
    ages = [compared.age for compared in compare_ages(case)]
    left_out: tuple[Sequence[Spanned], ...] = (case.article.quotes, ages)
    for ours in own:
        if any(within(spans, ours.number) for spans in left_out):
            continue
        beside = [f for f in by_sentence[ours.sentence.id] if f is not ours]
        weighed = _weigh(ours, beside, links.get(ours.sentence.id), stock)
        if weighed is not None and is_fragment(ours.sentence):
            weighed = _of_fragment(weighed, stock)
        if weighed is not None:
            yield weighed


def _of_fragment(weighed: Weighed, stock: Stock) -> Weighed | None:
    """Return what is wrong with a number of a row whose words tell too little of what it counts.

    Only what stands beside its label speaks against it, and a slip that chance hardly makes.
    """
    if weighed.outcome is Outcome.UNFOUND:
        return replace(weighed, outcome=Outcome.UNFOUND_SMALL)
    surely = weighed.outcome in CLEAR or bool(in_row(weighed.ours, stock))
    return weighed if surely else None


def _weigh(
    ours: Counted, beside: Sequence[Counted], link: Link | None, stock: Stock
) -> Weighed | None:
    """Return what is wrong with a number, None where nothing is."""
    if is_impossible(ours):
        return Weighed(Outcome.IMPOSSIBLE, ours, ())
    if is_century_of_year(ours, link):
        return None
    fits = fits_of(ours, link, stock)
    if holders := _of_holder(ours, fits, stock.case):
        return _of_age(ours, holders)
    agreeing = [fit for fit in fits if fit.relation is Relation.AGREES and counts_same(fit)]
    restated = is_restated(ours, fits)
    elided = {_place(fit) for fit in fits if is_same_elided(ours, fit.match.theirs)}
    denying = [
        fit
        for fit in fits
        if _is_denying(ours, fit, restated=restated) and _place(fit) not in elided
    ]
    if swapped := swapped_slots(ours, beside, fits, stock):
        return Weighed(Outcome.SWAPPED, ours, swapped)
    if turned := turned_bound(ours, beside, fits):
        return turned
    free = [fit for fit in denying if not _is_taken(fit, beside)]
    agreeing = [fit for fit in agreeing if not _is_rounded_elsewhere(ours, fit, free)]
    if agreeing:
        free = free[:RIVALS]
        owned = owned_by_another(ours, agreeing, stock)
        if owned and not _is_taken(owned[0], beside):
            return Weighed(Outcome.OWNED, ours, owned)
        if earlier := of_earlier_year(ours, agreeing, free, stock):
            return Weighed(Outcome.EARLIER, ours, earlier)
        return _with_agreement(ours, agreeing, free, stock.case)
    return _without_agreement(ours, beside, link, fits, free, stock)


def _without_agreement(
    ours: Counted,
    beside: Sequence[Counted],
    link: Link | None,
    fits: Sequence[NumberCounterpart],
    denying: Sequence[NumberCounterpart],
    stock: Stock,
) -> Weighed | None:
    """Return what is wrong with a number that no reference has, None where it may follow."""
    meant = understood(ours, beside)
    if is_elided(meant.number, stock.meant) or is_scaled_like(ours, stock):
        return None
    told_bare = is_told_bare(ours.number, stock.counted)
    if (told_bare and ours.number.value >= UNMISTAKABLE) or _is_known(ours, stock):
        return None
    readings = (ours,) if meant is ours else (meant, ours)
    if rowed := in_row(ours, stock):
        return _denied(ours, rowed)
    ways = chain.from_iterable(derived(reading, link, stock) for reading in readings)
    if arithmetic := next((way for way in ways if not outweighs(denying, way)), None):
        return arithmetic
    echoed = any(echoes(ours, theirs) for theirs in stock.counted)
    if echoed and (is_bare(ours.number) or kind(ours.number.unit) in {"clock", "day"}):
        return None
    if denying and is_strong(denying[0]) and not stands_beside(ours, beside, denying[0], stock):
        return _denied(ours, denying)
    if told_bare:
        return None
    if echoed or is_span_to_date(ours, stock.case) or is_converted(ours, beside):
        return None
    if denying and denying[0].score >= _least(ours, denying[0]):
        return _denied(ours, denying)
    here = reckoned_here(ours, link, stock) if link else None
    return _in_other_unit(ours, denying) or here or _unfound(ours, fits, stock)


def _is_known(ours: Counted, stock: Stock) -> bool:
    """Tell whether a reference tells a number in a way of its own: on the way, by rank, by "a"."""
    singly = is_told_singly(ours, stock.case.references)
    return singly or is_interim(ours, stock) or _is_counted_up(ours, stock)


def _is_counted_up(ours: Counted, stock: Stock) -> bool:
    """Tell whether a reference has the last of as many victims: ``the fourth person to die``."""
    number = ours.number
    return bool(number.unit == "" and ours.fates) and any(
        (theirs.number.unit, theirs.number.value) == ("ordinal", number.value)
        and ("person" in theirs.groups or theirs.fates & ours.fates)
        for theirs in stock.counted
    )


def _of_holder(
    ours: Counted, fits: Sequence[NumberCounterpart], case: Case
) -> Sequence[NumberCounterpart]:
    """Return the ages that the references give to the one whose age ours is, else ().

    He goes by his last name, which must be nobody else's.
    """
    own = ours.number
    if own.unit != "age" or not own.counted:
        return ()
    called = [e for e in case.entities.entities if _ends_in(e, own.counted)]
    if len(called) != 1 or not called[0].within("article"):
        return ()
    return [fit for fit in fits if fit.match.theirs.number.counted == own.counted]


def _ends_in(entity: Entity, word: str) -> bool:
    return any(form.split()[-1].casefold() == word for form in entity.forms)


def _of_age(ours: Counted, holders: Sequence[NumberCounterpart]) -> Weighed | None:
    """Return that the references give somebody another age; a birthday may lie between."""
    if any(fit.relation is Relation.AGREES for fit in holders):
        return None
    apart = min(abs(fit.match.theirs.number.value - ours.number.value) for fit in holders)
    slip = holders[0].relation
    wrong = Outcome.CONFLICT if slip is Relation.DIFFERS else Outcome(slip.value)
    return Weighed(wrong if apart > BIRTHDAY else Outcome.DOUBTFUL, ours, tuple(holders[:3]))


def _in_other_unit(ours: Counted, denying: Sequence[NumberCounterpart]) -> Weighed | None:
    """Return that a telling figure stands in a reference with another unit, wherever it does."""
    slip = next((fit for fit in denying if fit.relation is Relation.UNIT), None)
    return Weighed(Outcome.LIKELY, ours, (slip,)) if slip and is_telling(ours.number) else None


def _place(fit: NumberCounterpart) -> tuple[str, str]:
    """Return the sentence in which a number of the references stands."""
    return fit.match.theirs.document, fit.match.theirs.sentence.id


def _is_denying(ours: Counted, fit: NumberCounterpart, *, restated: bool) -> bool:
    """Tell whether a reference's number can only be meant where ours stands, and is another.

    Another bound is none where a reference has ours too (`restated`).
    """
    if fit.relation is Relation.AGREES or not is_rival(ours, fit):
        return False
    if is_one_of_several(ours, fit.match.theirs) or _is_part_of(fit.match.theirs, ours):
        return False
    turned = fit.relation is Relation.BOUND
    return not turned or not (restated or is_complement(ours, fit.match.theirs))


def _is_part_of(theirs: Counted, ours: Counted) -> bool:
    """Tell whether ours is a whole, of which theirs may be a part: ``on five of seven counts``.

    A part denies no whole; ``guilty on four counts, and cleared on the two others`` are six.
    """
    whole, part = ours.number, theirs.number
    return part.value < whole.value and _has_parts(ours) and not _has_parts(theirs)


def _has_parts(counted: Counted) -> bool:
    before = [t for t in counted.sentence.tokens if t.end <= counted.number.start][-3:]
    if before and before[-1].pos == "DET":
        before.pop()
    return len(before) > 1 and before[-1].lemma == "of" and before[-2].pos == "NUM"


def _is_rounded_elsewhere(
    ours: Counted, fit: NumberCounterpart, denying: Sequence[NumberCounterpart]
) -> bool:
    """Tell whether a figure agrees by rounding alone and another fits the slot twice as well.

    ``ransom of 40,000 euros`` beside a ransom of 4,000 and a search that cost 38,000.
    """
    exact = fit.match.theirs.number.value == ours.number.value
    rival = denying[0].score if denying else 0.0
    return not exact and rival >= LIKELY and fit.score < rival / 2


def _is_taken(fit: NumberCounterpart, beside: Sequence[Counted]) -> bool:
    """Tell whether another number of our sentence is the one that the reference has there."""
    theirs = fit.match.theirs.number
    return any(
        kind(f.number.unit) == kind(theirs.unit) and relation(f.number, theirs) is Relation.AGREES
        for f in beside
    )


def _least(ours: Counted, rival: NumberCounterpart) -> float:
    """Return the fit from which a rival is worth a doubt."""
    telling = ours.number.unit == "" or rival.relation is not Relation.DIFFERS
    return WEAK if telling else LIKELY


def _with_agreement(
    ours: Counted,
    agreeing: Sequence[NumberCounterpart],
    denying: Sequence[NumberCounterpart],
    case: Case,
) -> Weighed | None:
    """Return what speaks against a number that a reference has too, None where nothing does."""
    rival = denying[0] if denying else None
    if rival is None:
        return None
    if is_contested(ours, agreeing, rival):
        return Weighed(Outcome.DOUBTFUL, ours, _likeliest(ours, denying))
    return disputed(ours, agreeing, denying, case)


def _denied(ours: Counted, denying: Sequence[NumberCounterpart]) -> Weighed:
    proof = _likeliest(ours, denying)
    best = proof[0]
    past = best.relation is Relation.DIFFERS and is_history(ours, best.match.theirs)
    if past or _is_picked(ours):
        return Weighed(Outcome.DOUBTFUL, ours, proof)
    rough = is_blurred(ours.number, best.match.theirs.number)
    if rough or not is_strong(best) or _may_be_of_another(ours, best):
        likely = best.score >= LIKELY or _is_toll(ours, best)
        return Weighed(Outcome.LIKELY if likely else Outcome.DOUBTFUL, ours, proof)
    differs = best.relation is Relation.DIFFERS
    return Weighed(Outcome.CONFLICT if differs else Outcome(best.relation.value), ours, proof)


def _may_be_of_another(ours: Counted, rival: NumberCounterpart) -> bool:
    """Tell whether a sentence leaves open what its figure counts, or a sum may be another sum.

    What befell those counted tells it as well as a noun: ``killed five``. Of errors on figures that
    no noun or unit follows in prose 6 were right and 4 wrong, of those on money below `OF_MONEY`
    again 6 and 4, of all others 97 and 4 (all labelled texts).
    """
    number = ours.number
    if rival.relation is not Relation.DIFFERS:
        return False
    if kind(number.unit) == "money":
        return rival.score < OF_MONEY
    told = number.unit or number.counted or ours.fates
    return not (told or ours.sentence.kind in LISTED)


def _is_picked(ours: Counted) -> bool:
    """Tell whether "one" may pick out of several, as the next sentence may say: ``The other …``."""
    number = ours.number
    return number.value == 1 and number.text.lower() == "one" and not (number.unit or ours.fates)


def _is_toll(ours: Counted, rival: NumberCounterpart) -> bool:
    """Tell whether both count people who met one fate, in however few words: ``14 dead in fire``.

    One dead may be told of without a number.
    """
    people = "person" in ours.groups or ours.number.counted == ""
    return people and ours.number.value > 1 and bool(ours.fates & rival.match.theirs.fates)


def _likeliest(
    ours: Counted, denying: Sequence[NumberCounterpart]
) -> tuple[NumberCounterpart, ...]:
    """Return the rivals, first the one that ours was most likely made of.

    Among slots that fit about as well, a known slip comes first, then the nearest value.
    """
    top = [f for f in denying if f.score >= denying[0].score - TIED]
    top.sort(key=lambda f: (f.relation is Relation.DIFFERS, _apart(ours, f), order(f)))
    return (*top, *denying[len(top) :])[:3]


def _apart(ours: Counted, fit: NumberCounterpart) -> float:
    """Return how many orders of magnitude lie between the two values."""
    own, other = abs(ours.number.value), abs(fit.match.theirs.number.value)
    return abs(math.log10(own) - math.log10(other)) if own and other else 9.0


def _unfound(ours: Counted, fits: Sequence[NumberCounterpart], stock: Stock) -> Weighed:
    number = ours.number
    rounded = number.bound in {Bound.VAGUE, Bound.ABOUT} or number.text.isalpha()
    vague = rounded or number.unit == "times"
    vague = vague or number.text.lower().startswith(("a ", "half"))
    vague = vague or number.text in lexicon("idioms")["figures"]
    # Shares in words are the writer's own reckoning, and the 85th birthday ends the 85th year.
    share = number.unit == "percent" and not any(map(str.isdigit, number.text))
    hour = number.unit == CLOCK_FACE and number.text.isalnum()  # "before seven", as rounded
    vague = vague or share or hour or number.unit == "ordinal"
    small = number.value < SMALL and base_of(number.unit) in {"", "ordinal", "day"}
    every = tuple(chain.from_iterable(stock.own.values()))
    open_ = vague or small or may_be_reckoned(ours, every, stock.counted)
    outcome = Outcome.UNFOUND_SMALL if open_ else Outcome.UNFOUND
    return Weighed(outcome, ours, tuple(fits[:1]))
