"""Numbers that follow from the references' numbers: sums, differences, shares, spans of years."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from auditor.compare.quantities.agreement import kind
from auditor.compare.quantities.frames import Frame
from auditor.model.case import Case, Link
from auditor.model.quantity import Bound, Quantity
from auditor.model.text import Sentence, Token

TERMS = 14
"""How many numbers are combined. More would derive anything by accident. A guess."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Derivation:
    """Arithmetic as an editor reads it (``12 + 5 = 17``), and the sentences that it rests on."""

    arithmetic: str
    frames: tuple[Frame, ...]


def derivation(ours: Frame, linked: Sequence[Frame], link: Link, case: Case) -> Derivation | None:
    """Return how the article's number follows from numbers of linked passages, None if it does not.

    Args:
        ours: the article's number.
        linked: the numbers of the passages linked to its sentence, closest first.
        link: the passages themselves.
        case: for the dates of the documents.
    """
    return next(_derivations(ours, linked, link, case), None)


def _derivations(
    ours: Frame, linked: Sequence[Frame], link: Link, case: Case
) -> Iterator[Derivation]:
    same = [f for f in linked if _may_add(ours, f)][:TERMS]
    yield from _sums(ours.quantity, same)
    if kind(ours.quantity.unit) == "percent":
        yield from _shares(ours.quantity, linked[:TERMS])
    if ours.quantity.unit in {"year", "age", "decade", "times"}:
        yield from _years(ours.quantity, link, case)
    if ours.quantity.unit == "times":
        yield from _ratios(ours.quantity, linked[:TERMS])


def _may_add(ours: Frame, theirs: Frame) -> bool:
    own, other = ours.quantity, theirs.quantity
    if own.unit != other.unit or own.unit in {"age", "ordinal", "score", "percent"}:
        return False
    if kind(own.unit) == "clock" or other.bound is Bound.VAGUE:
        return False
    if kind(own.unit) == "money":
        return True
    return (
        not own.counted
        or not other.counted
        or own.counted == other.counted
        or bool(ours.groups & theirs.groups)
    )


def _is(quantity: Quantity, value: float, slack: float = 0.0) -> bool:
    room = slack * abs(value)
    return quantity.low - room <= value <= quantity.high + room


def _sums(ours: Quantity, found: Sequence[Frame]) -> Iterator[Derivation]:
    for size in (2, 3):
        for group in combinations(found, size):
            values = [f.quantity.value for f in group]
            together = len({(f.document, f.sentence.id) for f in group}) == 1
            if size == 3 and not together:
                continue
            if not together and len(set(values)) < size:
                continue  # one figure told twice
            if _is(ours, sum(values)) and min(values) > 0:
                yield Derivation(
                    f"{' + '.join(map(figure, values))} = {figure(sum(values))}", group
                )
            if size == 2 and _is(ours, abs(values[0] - values[1])) and ours.value > 0:
                big, small = max(values), min(values)
                yield Derivation(f"{figure(big)} − {figure(small)} = {figure(big - small)}", group)


def _shares(ours: Quantity, found: Sequence[Frame]) -> Iterator[Derivation]:
    for one, other in combinations(found, 2):
        a, b = sorted((one, other), key=lambda f: f.quantity.value)
        low, high = a.quantity.value, b.quantity.value
        if low <= 0 or a.quantity.unit != b.quantity.unit or low == high:
            continue
        if kind(a.quantity.unit) in {"percent", "clock", "ordinal", "age"}:
            continue
        for value, text in (
            (100 * low / high, f"{figure(low)} / {figure(high)}"),
            (100 * (high - low) / low, f"({figure(high)} − {figure(low)}) / {figure(low)}"),
            (100 * (high - low) / high, f"({figure(high)} − {figure(low)}) / {figure(high)}"),
        ):
            if abs(value - ours.value) <= max(0.5, ours.step / 2) or _is(ours, value):
                yield Derivation(f"{text} = {value:.1f} %", (a, b))


def _ratios(ours: Quantity, found: Sequence[Frame]) -> Iterator[Derivation]:
    for one, other in combinations(found, 2):
        low, high = sorted((one.quantity.value, other.quantity.value))
        same = one.quantity.unit == other.quantity.unit
        if low > 0 and same and _is(ours, high / low, 0.1):
            yield Derivation(f"{figure(high)} / {figure(low)} = {high / low:.1f}", (one, other))


def _years(ours: Quantity, link: Link, case: Case) -> Iterator[Derivation]:
    """Yield spans between two years that the linked passages name, or to the day of printing."""
    named = {int(hit) for e in link.evidence for hit in _YEAR.findall(e.text)}
    own = {int(hit) for hit in _YEAR.findall(link.sentence.text)}
    published = {text.document.published for text in (case.article, *case.references)}
    ends = sorted({*named, *own, *(day.year for day in published if day)})
    scale = 10 if ours.unit == "decade" else 1
    for first, last in combinations(ends, 2):
        span = (last - first) / scale
        if not {first, last} & named:
            continue
        if ours.low - 1 / scale <= span <= ours.high + 1 / scale:
            yield Derivation(f"{last} − {first} = {last - first}", ())


def listed(sentence: Sentence) -> frozenset[int]:
    """Return how many things each enumeration of a sentence names: ``A, B and C`` are three."""
    return frozenset(
        _chain(sentence.tokens, k)
        for k, token in enumerate(sentence.tokens)
        if token.pos == "PROPN" and token.dep != "conj"
    ) - {1}


def _chain(tokens: Sequence[Token], at: int) -> int:
    count, seen = 1, at
    while (
        after := next(
            (k for k, t in enumerate(tokens) if t.head == seen and t.dep == "conj" and k > seen), -1
        )
    ) >= 0:
        count, seen = count + 1, after
    return count


def figure(value: float) -> str:
    """Return a value as newspapers print it: ``12,500``, ``2.5 million``, ``0.5``."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
