"""Numbers that a reader reckons: what is left, how far apart, twice as much, so much for each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations, groupby, permutations

from auditor.checks.numbers.compare.agreement import DAY, is_bare, is_share_in_words, kind
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.derivation import Derivation, Grounds, figure
from auditor.checks.numbers.compare.sameness import is_telling
from auditor.checks.numbers.find.measures import measured
from auditor.checks.numbers.find.number_pieces import pieces
from auditor.checks.numbers.find.numerals import numeral
from auditor.checks.numbers.find.units import base_of, in_base
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children
from auditor.model.number import Number
from auditor.model.text import Sentence, Text, Token

NEAREST = 14
"""How many numbers are reckoned with. More would give anything by accident. A guess."""

FARTHER = 40
"""How many numbers beyond those are: only such as measure or count the same. A guess."""

LARGE = 100
"""A count so large is hardly the difference of two others by accident. A guess."""

_OF = re.compile(r"(?:\s\w+)?\sof\s(?:(?:the|its|his|her|their|those|these|all)\s){0,2}")
"""What stands between a part and its whole."""

_BY = re.compile(
    r"\bby\s(?:(?:a|an|another|about|around|some|nearly|almost)\s){0,2}$", re.IGNORECASE
)
"""What stands before a number that tells how far something changed."""

_PER = re.compile(r"\s?-?(?:an?|per|each|every|/)[\s-]?(?P<unit>hour|day|week|month|year)\b")
"""What stands behind a figure that is told for each year or month."""

_NEVER_REST = frozenset({"clock", "ordinal", "score", "percent", ""})
"""Kinds that no large bare number is the rest of."""

_NEVER_MEANT = frozenset({"", "ordinal", "score", "age", "year"})
"""Units that no later number lets be understood."""

ROUNDED = 0.005
"""How far a span of time turned into another unit may lie off, as a share: a month is no
whole number of days."""


def reckoned(ours: Counted, grounds: Grounds) -> Iterator[Derivation]:
    """Yield how the article's number follows from those beside it by one step that words name.

    Yields:
        what is left of a whole or lies between two figures, where the article says that something
        is left or apart, or where both stand in one sentence; a sum of unlike things, where it
        speaks of them together; a share or multiple of a figure; a price or fine times those of
        whom each pays it; what parts leave of a whole that the article names.
    """
    near = [understood(f, grounds.near) for f in grounds.near[:NEAREST] if f.number.value]
    differing = tells_change(ours) or says(ours.sentence, "differing")
    differing = differing or ours.number.unit == "points"
    if differing:
        yield from _differences(ours.number, [*near, *_measuring(ours.number, grounds)])
    yield from _left_of(ours, grounds)
    yield from _but_one(ours, grounds.near)
    together = is_telling(ours.number) or says(ours.sentence, "together")
    for beside in _by_sentence(near):
        if together:
            yield from _sums(ours.number, beside)
        for rest in _rests(ours.number, beside):
            yield replace(rest, is_telling=differing)
    for beside in _by_sentence(grounds.near[:NEAREST]):
        if says(beside[0].sentence, "each"):
            yield from _products(ours.number, beside)
        yield from _over_time(ours.number, beside)
    yield from _multiples(ours, grounds)
    yield from _between_times(ours.number, near)
    yield from _before_time(ours, grounds)


def is_elided(ours: Number, meant: Sequence[Counted]) -> bool:
    """Tell whether a reference has the figure and lets its unit be understood, as `meant` has it.

    ``by 60 per cent in Weligoda and by 55 in Pitakanda``
    """
    return ours.unit != "" and any(
        theirs.number.unit == ours.unit and ours.low <= theirs.number.value <= ours.high
        for theirs in meant
    )


def is_told_bare(ours: Number, counted: Sequence[Counted]) -> bool:
    """Tell whether a figure that is rare enough stands there too, and one leaves its unit out.

    ``burst at 29.8``, where another text has ``at 29.8 kilometres``
    """
    return is_telling(ours) and any(
        theirs.number.value == ours.value and (is_bare(theirs.number) != is_bare(ours))
        for theirs in counted
    )


def is_same_elided(ours: Counted, theirs: Counted) -> bool:
    """Tell whether theirs is our count with its noun left out: ``of 214 plots 31 are missing``."""
    own, other = ours.number, theirs.number
    same = (own.unit, own.value) == (other.unit, other.value)
    return same and is_telling(own) and bool(own.counted) and not other.counted


def is_told_singly(ours: Counted, references: Sequence[Text]) -> bool:
    """Tell whether a reference tells with an article of whom we count one: ``a woman of 78``."""
    own = ours.number
    if own.value != 1 or own.unit or not own.counted:
        return False
    return any(
        token.lemma == own.counted and _is_single(sentence.tokens, n)
        for text in references
        for sentence in text.sentences
        for n, token in enumerate(sentence.tokens)
    )


def _is_single(tokens: Sequence[Token], n: int) -> bool:
    return any(tokens[one].lemma == "a" for one in children(tokens, n, "det"))


def is_one_of_several(ours: Counted, theirs: Counted) -> bool:
    """Tell whether ``one`` is picked out of those that a reference counts: ``the other burst``."""
    own = ours.number
    if own.value != 1 or not own.text.lower().startswith("one") or theirs.number.value <= 1:
        return False
    behind = [t.lemma.lower() for t in ours.sentence.tokens if t.start > own.start]
    return bool({"other", "another", "second"} & set(behind)) or "of" in behind[:2]


def understood(theirs: Counted, counted: Sequence[Counted]) -> Counted:
    """Return a bare number with the unit of the last one measured before it in its sentence."""
    if not is_bare(theirs.number):
        return theirs
    sentence = (theirs.document, theirs.sentence.id)
    before = [
        f.number
        for f in counted
        if (f.document, f.sentence.id) == sentence
        and f.number.start < theirs.number.start
        and not is_bare(f.number)
    ]
    last = max(before, key=lambda number: number.start, default=None)
    if last is None or last.unit in _NEVER_MEANT or kind(last.unit) == "clock":
        return theirs
    return replace(theirs, number=replace(theirs.number, unit=last.unit))


def all_understood(counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """Return numbers in the order given, each understood beside those of its sentence alone."""
    beside: dict[tuple[str, str], list[Counted]] = {}
    for one in counted:
        beside.setdefault((one.document, one.sentence.id), []).append(one)
    return tuple(understood(one, beside[one.document, one.sentence.id]) for one in counted)


def tells_change(ours: Counted) -> bool:
    """Tell whether a number is what something grows, shrinks or is exceeded *by*, by any verb."""
    return bool(_BY.search(ours.sentence.text[: ours.number.phrase_start - ours.sentence.start]))


def says(sentence: Sentence, words: str) -> bool:
    """Tell whether a sentence has a word of a list of the reckoning lexicon."""
    listed = lexicon("reckoning")[words]
    return any(t.lemma in listed or t.text.lower() in listed for t in sentence.tokens)


def _by_sentence(counted: Sequence[Counted]) -> Iterator[tuple[Counted, ...]]:
    ordered = sorted(counted, key=lambda f: (f.document, f.number.start))
    for _, group in groupby(ordered, key=lambda f: (f.document, f.sentence.id)):
        yield tuple(group)


def _is(ours: Number, value: float) -> bool:
    """Tell whether a value, in the base unit of our number's dimension, is our number."""
    low, high = in_base(ours.low, ours.unit), in_base(ours.high, ours.unit)
    room = ROUNDED * abs(value) if base_of(ours.unit) == "day" else 1e-9 * abs(value)
    return low - room <= value <= high + room


def _value(ours: Number, theirs: Number) -> float | None:
    """Return their value in the base unit of ours, None where they measure something else.

    A bare number may measure anything but a share, and a large one of ours anything measured.
    """
    if is_bare(theirs) and kind(ours.unit) == "percent":
        return None
    if is_bare(theirs):
        return in_base(theirs.value, ours.unit)
    if ours.unit == "year" and theirs.unit == "age":
        return in_base(theirs.value, "year")
    if is_bare(ours) and ours.value >= LARGE and kind(theirs.unit) not in _NEVER_REST:
        return theirs.value
    if kind(theirs.unit) != kind(ours.unit) or kind(ours.unit) in {"clock", "ordinal", "score"}:
        return None
    if kind(ours.unit) == "money" and theirs.unit != ours.unit:
        return None
    return in_base(theirs.value, theirs.unit if kind(ours.unit) != "percent" else "")


def _but_one(ours: Counted, near: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield a number less or more the one that a sentence tells apart: ``two others`` of three."""
    for theirs in near:
        if ours.number.unit != "" or theirs.number.unit not in {"", "times"}:
            continue
        less = ours.number.value == theirs.number.value - 1 and _tells_apart(ours)
        more = ours.number.value == theirs.number.value + 1 and _tells_apart(theirs)
        if less or more:
            told = f"{figure(theirs.number.value)} {'−' if less else '+'} 1"
            yield Derivation(f"{told} = {figure(ours.number.value)}", (theirs,), is_telling=False)


def _tells_apart(counted: Counted) -> bool:
    """Tell whether a number counts others: ``two other team-mates``, ``the other nine``."""
    tokens, number = counted.sentence.tokens, counted.number
    behind = [t.lemma.lower() for t in tokens if t.start >= number.end][:2]
    before = [t.lemma.lower() for t in tokens if t.end <= number.start][-1:]
    return "other" in behind or "more" in behind or before == ["other"]


def _left_of(ours: Counted, grounds: Grounds) -> Iterator[Derivation]:
    """Yield what parts leave of the whole that the article names: ``four of the eleven``.

    The parts count the same, or stand in a text that states a large whole.
    """
    whole = next((f.number for f in grounds.own if _is_whole(ours, f.number)), None)
    if whole is None:
        return
    near = [understood(f, grounds.near) for f in grounds.near[:NEAREST]]
    stated = {
        f.document for f in near if (f.number.value, f.number.unit) == (whole.value, whole.unit)
    }
    parts = [
        f
        for f in near
        if 0 < f.number.value < whole.value
        and f.number.unit == whole.unit
        and (
            f.number.counted in {"", whole.counted}
            or (f.document in stated and whole.value >= LARGE)
        )
    ]
    for beside in _by_sentence(parts):
        for some in (*((part,) for part in beside), *combinations(beside, 2)):
            values = [part.number.value for part in some]
            if _is(ours.number, whole.value - sum(values)):
                told = " − ".join(map(figure, (whole.value, *values)))
                yield Derivation(f"{told} = {figure(ours.number.value)}", some, is_asked=True)


def _is_whole(ours: Counted, other: Number) -> bool:
    """Tell whether a number of the article's sentence is the whole that ours is a part of."""
    own, sentence = ours.number, ours.sentence
    if own.unit != other.unit or other.value <= own.value or other.start < own.end:
        return False
    if own.unit and kind(own.unit) != "money":
        return False
    between = sentence.text[own.end - sentence.start : other.start - sentence.start]
    return bool(_OF.fullmatch(between))


def _measuring(ours: Number, grounds: Grounds) -> Sequence[Counted]:
    """Return the numbers farther off that can only be meant with ours: the same unit or noun.

    Beside points, a bare number is the share that its sentence lets be understood.
    """
    near = {(f.document, f.number.start) for f in grounds.near}
    farther = grounds.everything if ours.unit != "points" else all_understood(grounds.everything)
    return [
        f
        for f in farther
        if (f.document, f.number.start) not in near
        and kind(f.number.unit) == kind(ours.unit)
        and (ours.unit != "" or f.number.counted == ours.counted or ours.value >= LARGE)
    ][:FARTHER]


def _differences(ours: Number, counted: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield the pairs that lie as far apart as our number says."""
    for pair in combinations(counted, 2):
        yield from _difference(ours, pair)


def _sums(ours: Number, beside: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield two numbers of a sentence that make ours together, whatever they count."""
    for pair in combinations(beside, 2):
        values = _values(ours, pair)
        if values and _is(ours, sum(values)):
            yield Derivation(_told(ours, " + ", pair), pair)


def _rests(ours: Number, beside: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield what is left where one sentence tells a whole and one or two parts of it.

    The parts count the same thing as the whole, or leave open what they count.
    """
    for n, whole in enumerate(beside):
        parts = [
            part
            for part in (*beside[:n], *beside[n + 1 :])
            if part.number.value < whole.number.value
            and (is_bare(part.number) or is_bare(whole.number) or _counts_same(part, whole))
        ]
        for part in parts:
            yield from _difference(ours, (whole, part))
        for pair in combinations(parts, 2):
            yield from _difference(ours, (whole, *pair))


def _counts_same(one: Counted, other: Counted) -> bool:
    nouns = {one.number.counted, other.number.counted} - {""}
    return one.number.unit == other.number.unit and len(nouns) <= 1


def _difference(ours: Number, counted: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield the largest number less the others where that is our number."""
    values = sorted(_values(ours, counted), reverse=True)
    left = values[0] - sum(values[1:]) if values else 0.0
    if left > 0 and _is(ours, left):
        terms = sorted(counted, key=lambda f: -in_base(f.number.value, f.number.unit))
        yield Derivation(_told(ours, " − ", terms), tuple(terms))


def _values(ours: Number, counted: Sequence[Counted]) -> list[float]:
    """Return their values in the base unit of ours; none where one measures something else.

    Nor where one alone is our number, which then is no result.
    """
    values = [value for f in counted if (value := _value(ours, f.number)) is not None]
    return values if len(values) == len(counted) and not any(_is(ours, v) for v in values) else []


def _told(ours: Number, sign: str, terms: Sequence[Counted]) -> str:
    """Return the arithmetic in figures, in the words of the texts where units differ."""
    numbers = [*(f.number for f in terms), ours]
    alike = len({number.unit for number in numbers}) == 1
    *words, result = (figure(n.value) if alike else n.text for n in numbers)
    return f"{sign.join(words)} = {result}"


def _products(ours: Number, beside: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield what all pay together: 34 bakers at 20 kroner each."""
    for price in beside:
        for many in beside:
            if price is many or price.number.unit != ours.unit or many.number.unit != "":
                continue
            value = price.number.value * many.number.value
            if _is(ours, in_base(value, ours.unit)):
                told = f"{many.number.text} × {price.number.text} = {figure(value)}"
                yield Derivation(told, (many, price))


def _over_time(ours: Number, beside: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield what so much for each year, month … makes over the time that a sentence tells."""
    for rate, time in permutations(beside, 2):
        told = _PER.match(rate.sentence.text, rate.number.end - rate.sentence.start)
        if told is None or rate.number.unit != ours.unit or base_of(time.number.unit) != "day":
            continue
        times = in_base(time.number.value, time.number.unit) / in_base(1, told["unit"])
        value = rate.number.value * times
        if _is(ours, in_base(value, ours.unit)):
            words = f"{rate.number.text} × {time.number.text} = {figure(value)}"
            yield Derivation(words, (rate, time))


def _multiples(ours: Counted, grounds: Grounds) -> Iterator[Derivation]:
    """Yield what a word makes of a figure (``twice the price``, ``a tenth of what it was``)."""
    own = ours.number
    factors = sorted(set(_factors(grounds)))
    for theirs in grounds.near[:NEAREST] if factors else ():
        if kind(theirs.number.unit) != kind(own.unit) or kind(own.unit) in {"clock", "score"}:
            continue
        value = in_base(theirs.number.value, theirs.number.unit)
        asked = _undoing(ours.sentence, theirs.sentence)
        for factor in factors:
            for result, sign in ((value * factor, "×"), (value / factor, "/")):
                if _is(own, result):
                    told = f"{theirs.number.text} {sign} {figure(factor)} = {figure(own.value)}"
                    yield Derivation(told, (theirs,), is_asked=sign == asked)


def _undoing(ours: Sentence, theirs: Sentence) -> str:
    """Return the sign that undoes a change: ``at 7 % before`` what ``doubled the rate to 14 %``."""
    if not says(ours, "before"):
        return ""
    return "/" if says(theirs, "multiplied") else "×" if says(theirs, "divided") else ""


def _between_times(ours: Number, near: Sequence[Counted]) -> Iterator[Derivation]:
    """Yield two times of day that lie as far apart as our hours or minutes."""
    if ours.unit not in {"hour", "minute"}:
        return
    low, high = (in_base(end, ours.unit) / in_base(1, "minute") for end in (ours.low, ours.high))
    times = [f for f in near if kind(f.number.unit) == "clock"]
    for first, last in permutations(times, 2):
        apart = (last.number.value - first.number.value) % DAY
        if low <= apart <= high:
            told = f"{first.number.text} to {last.number.text} = {ours.text}"
            yield Derivation(told, (first, last))


def _before_time(ours: Counted, grounds: Grounds) -> Iterator[Derivation]:
    """Yield a time of day from which ours lies as far as our sentence says: three minutes later."""
    own = ours.number
    if kind(own.unit) != "clock":
        return
    for theirs in grounds.near:
        if kind(theirs.number.unit) != "clock":
            continue
        for minutes in spans_told(ours.sentence.text):
            for sign, value in (("−", -minutes), ("+", minutes)):
                if (theirs.number.value + value - own.value) % DAY == 0:
                    told = f"{theirs.number.text} {sign} {figure(minutes)} min = {own.text}"
                    yield Derivation(told, (theirs,), is_asked=True)


@lru_cache(maxsize=4096)
def spans_told(words: str) -> tuple[float, ...]:
    """Return the hours and minutes that words tell, in minutes, those that count from something.

    ``11 min later`` is no number of its own.
    """
    row = pieces(words, 0)
    numerals = (numeral(row, n) for n in range(len(row)))
    measures = [measured(row, one) for one in numerals if one is not None]
    unit = in_base(1, "minute")
    return tuple(in_base(m.value, m.unit) / unit for m in measures if m.unit in {"hour", "minute"})


@cache
def _factor_words() -> Mapping[str, float]:
    """Return what a word multiplies or divides by."""
    lists = lexicon("reckoning")
    return {word: float(key) for key, words in lists.items() if key.isdigit() for word in words}


def _factors(grounds: Grounds) -> Iterator[float]:
    """Yield what the words near the passages multiply or divide by, shares in words included."""
    for sentence in grounds.beside:
        for token in sentence.tokens:
            if token.lemma in _factor_words():
                yield _factor_words()[token.lemma]
    for theirs in grounds.near:
        share = theirs.number
        if is_share_in_words(share) and 0 < share.value < 100:
            yield 100 / share.value
