"""What the references say to a date of the article: nothing against it, another day, or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, timedelta

from auditor.checks.dates.compare.agreement import Agreement
from auditor.checks.dates.compare.counted_days import (
    is_on_any,
    is_reckoned_from,
    reckoned,
    reckoned_years,
)
from auditor.checks.dates.compare.counterparts import Compared, DateCounterpart
from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.compare.outcome import Outcome
from auditor.checks.dates.compare.stated_anywhere import (
    Known,
    is_found,
    is_found_without_year,
    is_weekday_found,
    known,
)
from auditor.evidence.case import Case
from auditor.language.tree import children, hangs_on, has_child, verb_above
from auditor.model.date import Date, Grain, Origin, Tense
from auditor.text.fragments import is_fragment

MARGIN = 0.1
"""How much likelier the event of another date must be before it counts against one that agrees."""

NEAREST = 0.15
"""What closeness in time adds to an other date's likeness, at most: of two strikes the article
speaks of the nearer. A guess."""


HEAD_MARGIN = 0.3
"""A date that hangs on another word does not speak for this one, however alike the sentences."""

ALIKE_MARGIN = 0.3
"""How much more of the sentence one with the same weekday must have when its date hangs on another
word. A guess."""

WIDE_MARGIN = 0.25
"""How much likelier it must be for an error, where the references have the date for anything. A
guess."""

LOOSE = frozenset({Grain.QUARTER, Grain.HALF, Grain.SEASON})

RELATED = 0.2
"""Sharing so many of its words, a sentence may tell of an event in others. A guess."""

VERBATIM = 0.9
"""From this likeness on, the sentences are nearly the same."""


ONCE_MORE = frozenset({"again", "anew", "afresh"})
"""What makes a deed another than the one before it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The outcome for a date, and the reference date that speaks against it, None where none."""

    outcome: Outcome
    against: DateCounterpart | None


def doubts(case: Case, said: Sequence[Compared]) -> Iterator[tuple[Compared, Doubt]]:
    """Yield the dates with which something is wrong, in text order.

    Where the article dates an event wrongly for sure, it does so wherever it repeats that date.
    """
    beside = known(case)
    raised = [(compared, own) for compared in said if (own := doubt(compared, beside))]
    for compared, own in raised:
        if own.outcome is Outcome.DOUBTFUL and any(
            other.outcome is Outcome.CONFLICT and _repeats(compared, own, another, other)
            for another, other in raised
        ):
            yield compared, replace(own, outcome=Outcome.CONFLICT)
        else:
            yield compared, own


def _repeats(one: Compared, own: Doubt, two: Compared, other: Doubt) -> bool:
    """Tell whether the article gives one event the same date twice."""
    if own.against is None or other.against is None:
        return False
    days = own.against.reference.spans, other.against.reference.spans
    return (
        one.article.spans == two.article.spans
        and days[0] == days[1]
        and bool(one.article.heads & two.article.heads)
    )


def doubt(compared: Compared, beside: Known) -> Doubt | None:
    """Return what is wrong with a date, None where nothing is or nothing can be said."""
    date = compared.article.date
    if date.origin is Origin.ANCHORED:
        return None
    if against := _against(compared):
        return Doubt(_outcome(compared, against), against)
    if _is_checkable_alone(date) and not is_found(compared, beside) and not _is_reckoned(compared):
        return Doubt(_unfound(compared), None)
    if date.weekday is not None and not is_weekday_found(compared, beside):
        return Doubt(Outcome.WEEKDAY_UNFOUND, None)
    return None


def _unfound(compared: Compared) -> Outcome:
    """Return how much of a date that no reference gives is missed."""
    date = compared.article.date
    if is_found_without_year(compared):
        return Outcome.YEAR_UNFOUND
    if date.grain is Grain.MONTH and date.origin is Origin.PARTIAL:
        return Outcome.MONTH_UNFOUND
    return Outcome.UNFOUND


def _against(compared: Compared) -> DateCounterpart | None:
    """Return the date that speaks against the article's, None where a date for it weighs more."""
    says_little = is_fragment(compared.article.sentence)
    others = [
        one
        for one in compared.having(Agreement.OTHER, Agreement.OTHER_WORD)
        if _is_one_event(one, compared.article.date)
        and (one.same.head == 1 or not says_little)
        and not _is_chance(one, compared)
        and not _is_told_of_other_time(one, compared)
        and not _is_denied_alone(one, compared)
        and not _is_another_time(one, compared)
        and not is_reckoned_from(one.reference, compared.article, _references(compared))
        and not _is_one_limit(compared.article, one.reference)
        and not _is_one_limit(one.reference, compared.article)
    ]
    if not others or _is_counted_year(compared):
        return None
    best = min(others, key=lambda one: (-_weight(one), one.reference.text.document.id))
    if any(_outweighs(one, best) for one in compared.beside):
        return None
    return best


def _is_one_limit(later: Dated, earlier: Dated) -> bool:
    """Tell whether what is ``before April`` ends as ``by the end of March`` does."""
    date = later.date
    behind = [token.lemma for token in later.sentence.tokens if token.end <= date.start]
    if behind[-1:] != ["before"] or date.month is None:
        return False
    ends = (until.last for until in earlier.spans if until.last.year < MAXYEAR)
    nexts = [end + timedelta(days=1) for end in ends]
    begins = {(one.month, one.day) for one in nexts}
    if earlier.date.month and earlier.date.day is None:  # of a text without a day
        begins.add((earlier.date.month % 12 + 1, 1))
    return (date.month, date.day or 1) in begins


def _is_reckoned(compared: Compared) -> bool:
    """Tell whether a reference has the day or year as so many days or years from another."""
    days = reckoned(_references(compared))
    return _is_counted_year(compared) or is_on_any(days, compared.article)


def _is_counted_year(compared: Compared) -> bool:
    date = compared.article.date
    return date.grain is Grain.YEAR and any(
        year == date.year for year in reckoned_years(_references(compared))
    )


def _references(compared: Compared) -> tuple[Dated, ...]:
    return tuple(one.reference for one in compared.beside)


def _weight(one: DateCounterpart) -> float:
    near = 0.0 if one.gap is None else NEAREST / (1 + one.gap / 10)
    return round(one.same.score + near, 4)


def _is_one_event(one: DateCounterpart, mine: Date) -> bool:
    """Tell whether another date may be that of the article's event.

    Quarters, halves and seasons differ in nearly every sentence of a report of results, and a
    full date can be far from the weekday of a text without a day: there it takes more.
    """
    theirs = one.reference.date
    if not {mine.grain, theirs.grain}.isdisjoint(LOOSE):
        return one.same.score >= VERBATIM and one.same.is_likely(one.gap)
    if one.agreement is Agreement.OTHER_WORD and mine.origin is not theirs.origin:
        return one.same.is_sure(one.gap)
    return one.same.is_likely(one.gap)


def _is_chance(one: DateCounterpart, compared: Compared) -> bool:
    """Tell whether only the words around make one event of two, and a reference has this day too.

    A report of one thing has its names in every sentence.
    """
    same = one.same.head == 0 and not one.same.is_sure(one.gap)
    return same and bool(compared.having(Agreement.SAME, Agreement.ALIKE))


def _is_told_of_other_time(one: DateCounterpart, compared: Compared) -> bool:
    """Tell whether one tells what is to come and the other what was, and a third agrees in both.

    ``will go there from Monday`` beside ``has gone there since Thursday``.
    """
    told = {Tense.PAST, Tense.FUTURE}
    mine, theirs = compared.article.date.tense, one.reference.date.tense
    return {mine, theirs} == told and any(
        other.reference.date.tense is mine
        for other in compared.having(Agreement.SAME, Agreement.ALIKE)
    )


def _is_denied_alone(one: DateCounterpart, compared: Compared) -> bool:
    """Tell whether one of the two did not happen on its day, and a third may be ours.

    ``did not sail on Monday`` beside ``Tuesday's sailing was expected``.
    """
    differ = _is_denied(compared.article) is not _is_denied(one.reference)
    agreeing = compared.having(Agreement.SAME, Agreement.ALIKE)
    return differ and any(other.same.overlap >= RELATED for other in agreeing)


def _is_another_time(one: DateCounterpart, compared: Compared) -> bool:
    """Tell whether one of the two is done once more, and a third may be ours.

    ``are to meet again on Friday`` beside ``met on Wednesday`` and ``Talks resume on Friday``.
    """
    differ = _is_done_again(compared.article) is not _is_done_again(one.reference)
    return differ and bool(compared.having(Agreement.SAME, Agreement.ALIKE))


def _is_done_again(dated: Dated) -> bool:
    tokens, verb = dated.sentence.tokens, _verb_of(dated)
    return verb is not None and any(
        tokens[n].lemma in ONCE_MORE for n in children(tokens, verb, "advmod")
    )


def _is_denied(dated: Dated) -> bool:
    """Tell whether the clause of a date says that something did not happen."""
    verb = _verb_of(dated)
    return verb is not None and has_child(dated.sentence.tokens, verb, "neg")


def _verb_of(dated: Dated) -> int | None:
    """Return the verb on which a date hangs, None where it hangs on none."""
    found = hangs_on(dated.sentence, dated.date)
    return None if found is None else verb_above(dated.sentence.tokens, found.head)


def _outweighs(one: DateCounterpart, against: DateCounterpart) -> bool:
    """Tell whether a date that agrees is as likely that of the event as one that does not."""
    if one.agreement is Agreement.SAME:
        nearly = one.same.score >= against.same.score - MARGIN
        alike = one.same.head >= against.same.head - HEAD_MARGIN or one.same.overlap >= VERBATIM
        return nearly and alike
    if one.agreement is Agreement.ALIKE:
        needed = MARGIN if against.gap is not None and against.gap <= 7 else -MARGIN
        nearly = one.same.score >= against.same.score + needed
        return nearly or one.same.overlap >= against.same.overlap + ALIKE_MARGIN
    return False


def _outcome(compared: Compared, against: DateCounterpart) -> Outcome:
    date = compared.article.date
    if date.origin is Origin.RELATIVE and date.weekday is None:
        return Outcome.RELATIVE
    same = compared.having(Agreement.SAME)
    best = max((one.same.score for one in same), default=0.0)
    alike = max((one.same.overlap for one in compared.having(Agreement.ALIKE)), default=-1.0)
    told = compared.article.row is None and alike >= against.same.overlap - MARGIN
    far = best < against.same.score - WIDE_MARGIN
    sure = against.same.is_sure(against.gap) and far and not told
    if compared.article.row and any(_is_related(one, compared) for one in same):
        return Outcome.DOUBTFUL  # so short that the day may be right, told there in other words
    return Outcome.CONFLICT if sure else Outcome.DOUBTFUL


def _is_related(one: DateCounterpart, compared: Compared) -> bool:
    """Tell whether a sentence with the article's day may tell of the article's event."""
    words = compared.article.words
    shared = words & one.reference.words
    return one.same.head > 0 or len(shared) >= RELATED * len(words)


def _is_checkable_alone(date: Date) -> bool:
    """Tell whether a date says enough to be missed where no reference has it."""
    return date.origin in {Origin.ABSOLUTE, Origin.PARTIAL} and date.grain in {
        Grain.DAY,
        Grain.MONTH,
        Grain.YEAR,
        Grain.DECADE,
    }
