"""Numbers that follow from the references' numbers: sums, shares, spans of years, what is left."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, groupby

from auditor.checks.numbers.compare.agreement import kind
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.derivation import Derivation, Grounds, figure
from auditor.checks.numbers.compare.reckoned import reckoned, says
from auditor.checks.numbers.compare.sameness import is_telling
from auditor.language.tree import conjuncts
from auditor.model.number import Bound, Number
from auditor.model.text import Sentence

TERMS = 14
"""How many numbers are combined. More would derive anything by accident. A guess."""

YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def derivations(ours: Counted, grounds: Grounds) -> Iterator[Derivation]:
    """Yield how the article's number follows from numbers of the references, likeliest first.

    Parts may stand in different linked passages, or together in any one sentence.
    """
    number, linked = ours.number, grounds.linked[:TERMS]
    added, together = [f for f in linked if _may_add(ours, f)], says(ours.sentence, "together")
    yield from _totals(number, added, apart=True, three=together and is_telling(number))
    for sentence in _by_sentence([f for f in grounds.everything if _may_add(ours, f)]):
        yield from _totals(number, sentence, apart=False, three=True)
    for sentence in _by_sentence(linked):
        yield from _parts(ours, sentence)
    if kind(number.unit) == "percent":
        yield from _complements(number, linked)
        yield from _shares(number, linked)
    if number.unit in {"year", "age", "decade"}:
        yield from _years(number, grounds)
    if number.unit == "times":
        yield from _ratios(number, linked)
    yield from reckoned(ours, grounds)


def _by_sentence(counted: Sequence[Counted]) -> Iterator[tuple[Counted, ...]]:
    for _, group in groupby(counted, key=lambda f: (f.document, f.sentence.id)):
        yield tuple(group)[:6]


def _may_add(ours: Counted, theirs: Counted) -> bool:
    own, other = ours.number, theirs.number
    if own.unit != other.unit or own.unit in {"age", "ordinal", "score", "percent"}:
        return False
    if kind(own.unit) == "clock" or other.bound is Bound.VAGUE or other.value <= 0:
        return False
    if kind(own.unit) == "money":
        return True
    if ours.fates and not ours.fates & theirs.fates:
        return False
    return (
        not own.counted
        or not other.counted
        or bool(ours.groups & theirs.groups)
        or (own.counted == other.counted)
    )


def _is(number: Number, value: float, slack: float = 0.0) -> bool:
    room = slack * abs(value)
    return number.low - room <= value <= number.high + room


def _totals(
    ours: Number, counted: Sequence[Counted], *, apart: bool, three: bool
) -> Iterator[Derivation]:
    """Yield sums of two or three of the numbers, and differences of two that stand apart."""
    for group in chain(combinations(counted, 2), combinations(counted, 3) if three else ()):
        values = sorted((f.number.value for f in group), reverse=True)
        if apart and len(set(values)) < len(values):
            continue  # one figure told twice
        if _is(ours, sum(values)):
            yield Derivation(f"{' + '.join(map(figure, values))} = {figure(sum(values))}", group)
        nouns = {f.number.counted for f in group}
        if (
            apart
            and len(group) == 2
            and len(nouns) == 1
            and _is(ours, values[0] - values[1])
            and ours.value > 0
        ):
            left = figure(values[0] - values[1])
            yield Derivation(f"{figure(values[0])} − {figure(values[1])} = {left}", group)


def _shares(ours: Number, counted: Sequence[Counted]) -> Iterator[Derivation]:
    for one, other in combinations(counted, 2):
        a, b = sorted((one, other), key=lambda f: f.number.value)
        low, high = a.number.value, b.number.value
        if low <= 0 or a.number.unit != b.number.unit or low == high:
            continue
        if kind(a.number.unit) in {"percent", "clock", "ordinal", "age"}:
            continue
        for value, text in (
            (100 * low / high, f"{figure(low)} / {figure(high)}"),
            (100 * (high - low) / low, f"({figure(high)} − {figure(low)}) / {figure(low)}"),
            (100 * (high - low) / high, f"({figure(high)} − {figure(low)}) / {figure(high)}"),
        ):
            if abs(value - ours.value) <= max(0.5, ours.step / 2) or _is(ours, value):
                yield Derivation(f"{text} = {value:.1f} %", (a, b), _belong_together(a, b))


def _belong_together(one: Counted, two: Counted) -> bool:
    """Tell whether two numbers count the same, or sums of money in one currency."""
    same = one.number.counted and one.number.counted == two.number.counted
    return bool(same or one.groups & two.groups or kind(one.number.unit) == "money")


def _parts(ours: Counted, counted: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield what a share of a figure is, what it leaves, or the whole of which it is one."""
    for share in counted:
        part = share.number.value / 100
        if kind(share.number.unit) != "percent" or not 0 < part < 1:
            continue
        for whole in counted:
            if whole is share or whole.number.unit != ours.number.unit:
                continue
            value = whole.number.value
            for result, sign in ((value * part, "×"), (value / part, "/")):
                if _is(ours.number, result):
                    told = f"{figure(value)} {sign} {share.number.text} = {figure(result)}"
                    yield Derivation(told, (whole, share))
            if says(ours.sentence, "differing") and _is(ours.number, value * (1 - part)):
                told = f"{figure(value)} − {share.number.text} = {figure(value * (1 - part))}"
                yield Derivation(told, (whole, share), is_asked=True)


def _complements(ours: Number, counted: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield the shares that make a hundred with ours: one in three lives, two in three die."""
    for theirs in counted:
        share = theirs.number
        if kind(share.unit) == "percent" and 0 < share.value < 100 and _is(ours, 100 - share.value):
            told = f"100 % − {share.text} = {figure(100 - share.value)} %"
            yield Derivation(told, (theirs,), is_telling=False)


def _ratios(ours: Number, counted: Sequence[Counted]) -> Iterator[Derivation]:
    for one, other in combinations(counted, 2):
        low, high = sorted((one.number.value, other.number.value))
        same = one.number.unit == other.number.unit
        if low > 0 and same and _is(ours, high / low, 0.1):
            yield Derivation(f"{figure(high)} / {figure(low)} = {high / low:.1f}", (one, other))


def _years(ours: Number, grounds: Grounds) -> Iterator[Derivation]:
    """Yield spans between two years that the linked passages name, or to the day of printing."""
    named = {int(hit) for e in grounds.link.evidence for hit in YEAR.findall(e.text)}
    own = {int(hit) for hit in YEAR.findall(grounds.link.sentence.text)}
    scale = 10 if ours.unit == "decade" else 1
    for first, last in combinations(sorted({*named, *own, *grounds.years}), 2):
        span = (last - first) / scale
        if {first, last} & named and ours.low - 1 / scale <= span <= ours.high + 1 / scale:
            is_exact = _is(ours, span)
            yield Derivation(
                f"{last} − {first} = {last - first}" if is_exact else f"{first} to {last}", ()
            )


def listed(sentence: Sentence) -> frozenset[int]:
    """Return how many things each enumeration of a sentence names: ``A, B and C`` are three."""
    return frozenset(
        len(conjuncts(sentence.tokens, k))
        for k, token in enumerate(sentence.tokens)
        if token.pos == "PROPN" and token.dep != "conj"
    ) - {1}
