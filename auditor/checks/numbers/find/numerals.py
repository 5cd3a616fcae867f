"""Reading figures and number words: ``2.5 million``, ``two dozen``, ``a third``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.checks.numbers.find.number_pieces import (
    NumberPiece,
    low_at,
    ordinals,
    table,
    units,
    vague,
)
from auditor.checks.numbers.find.units import SMALLER, conversion, is_million, unit_after

Pieces = Sequence[NumberPiece]

_COUNTABLE = frozenset({"dozen", "hundred", "thousand", "million", "billion", "trillion"})
_AFTER_PART = frozenset(
    {"of", "the", "more", "less", "fewer", "higher", "lower", "as", "to", "by", "from", "in", "on"}
    | {"since", "were", "was", "are", "is", "has", "have", "had", "its", "their"}
)
_AFTER_SHARE = frozenset({"were", "was", "are", "is", "has", "have", "had"})

LONGEST = 100
"""Digits that are counted: no news has more, and what is reckoned with them must not overflow."""

LARGEST = 10.0**LONGEST
"""What any larger number is read as."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """The pieces ``first:last`` read as a number.

    Attributes:
        value: the middle where it is vague.
        step: what the last digit written is worth.
        form: ``plain``, ``ordinal``, ``share`` (value in percent) or ``vague``.
        low, high: the span of values of a vague word; both equal `value` otherwise.
        spelled: whether it is written in words alone.
    """

    first: int
    last: int
    value: float
    step: float
    form: str
    low: float
    high: float
    spelled: bool


def numeral(row: Pieces, i: int) -> Numeral | None:
    """Return the number that begins at piece `i`, None where none does; `LARGEST` at most."""
    read = _numeral(row, i)
    if read is None or read.high <= LARGEST:
        return read
    value, low, high, step = (
        min(size, LARGEST) for size in (read.value, read.low, read.high, read.step)
    )
    return replace(read, value=value, low=low, high=high, step=step)


def _numeral(row: Pieces, i: int) -> Numeral | None:
    if i >= len(row):
        return None
    if row[i].kind == "figure":
        return _figure(row, i)
    if row[i].low in table("glyphs"):
        value = table("glyphs")[row[i].low]
        return _share(row, i, i + 1, value)
    if row[i].kind != "word":
        return None
    return _vague(row, i) or _fraction(row, i) or _words(row, i) or _one_and_more(row, i)


def _plain(first: int, last: int, value: float, step: float, spelled: bool = False) -> Numeral:
    return Numeral(first, last, value, step, "plain", value, value, spelled)


def _figure(row: Pieces, i: int) -> Numeral | None:
    digits = row[i].digits
    value = float(digits)
    step = written_step(digits)
    end = i + 1
    if low_at(row, end) in table("glyphs") and row[end].glued:
        value, step, end = value + table("glyphs")[row[end].low], 0.25, end + 1
    if low_at(row, end) in {"st", "nd", "rd", "th"} and row[end].glued:
        return Numeral(i, end + 1, value, 1.0, "ordinal", value, value, spelled=False)
    if share := _slashed(row, i, value):
        return share
    small = digits.isdigit() and 0 < value < 10
    if small and low_at(row, end) in {"in", "out"} and (part := _one_in(row, i, end, value)):
        return part
    if end < len(row) and (row[end].glued or low_at(row, end) in {"bn", "mn", "tn"}):
        factor = table("attached").get(row[end].low)
        # "12m tall" and "5m from" are metres; behind a currency sign `measures` reads a lone m.
        if factor and (row[end].low != "m" or is_million(row, end)):
            return _plain(i, end + 1, value * factor, step * factor)
    return _scaled(row, _plain(i, end, value, step))


def _slashed(row: Pieces, i: int, value: float) -> Numeral | None:
    """Read ``1/2`` and ``3/4``; ``9/11`` and ``24/7`` are none."""
    if not (low_at(row, i + 1) == "/" and row[i + 1].glued and i + 2 < len(row)):
        return None
    below = row[i + 2]
    if below.kind != "figure" or below.low not in {"2", "3", "4", "5", "8", "10"}:
        return None
    return _share(row, i, i + 3, value / float(below.low)) if value < float(below.low) else None


def written_step(digits: str) -> float:
    """Return what the last digit of a written figure is worth, end zeros not counted as digits."""
    if "." in digits:
        return float(10.0 ** -min(len(digits.partition(".")[2]), LONGEST))
    bare = digits.rstrip("0")
    return float(10.0 ** min(len(digits) - len(bare), LONGEST)) if bare else 1.0


def _scaled(row: Pieces, base: Numeral) -> Numeral:
    """Multiply by the scale words that follow: ``2.5 million``, ``two hundred thousand``."""
    end, value, step = base.last, base.value, base.step
    while True:
        at = end + 1 if low_at(row, end) == "-" else end
        factor = table("scales").get(low_at(row, at))
        if not factor:
            break
        if low_at(row, at) == "score" and not base.spelled:
            break
        value, step, end = value * factor, step * factor, at + 1
    return replace(base, last=end, value=value, low=value, high=value, step=max(step, 1e-9))


def _vague(row: Pieces, i: int) -> Numeral | None:
    """Read ``dozens``, ``a few``, ``several hundred``, ``tens of thousands``."""
    at = i + 1 if row[i].low in {"a", "the"} else i
    word = low_at(row, at)
    if word == "tens" and low_at(row, at + 1) == "of":
        low, high, end = 20.0, 99.0, at + 1
        if low_at(row, at + 2) not in vague():
            return None
    elif word in vague() and (word not in {"few", "couple", "handful"} or at > i):
        low, high = vague()[word]
        end = at + 1
    else:
        return None
    if word == "scores" and low_at(row, end) != "of":
        return None
    while low_at(row, end) == "of" and low_at(row, end + 1) in vague():
        low, high = low * vague()[row[end + 1].low][0], high * vague()[row[end + 1].low][0]
        end += 2
    if word in {"few", "couple", "several", "handful"}:
        if low_at(row, end) == "of" and low_at(row, end + 1) in table("scales"):
            end += 1
        while (factor := table("scales").get(low_at(row, end))) is not None:
            low, high, end = low * factor, high * factor, end + 1
    return Numeral(i, end, (low + high) / 2, low, "vague", low, high, spelled=True)


def _share(row: Pieces, first: int, last: int, part: float) -> Numeral:
    """Return a part of the whole in percent, or the part of a scale word that follows it."""
    at = last
    if low_at(row, at) == "of" and low_at(row, at + 1) in {"a", "an"}:
        at += 1  # "a quarter of a million"
    if low_at(row, at) in {"a", "an"}:
        at += 1
    factor = table("scales").get(low_at(row, at))
    if factor:
        return _plain(first, at + 1, part * factor, part * factor / 10, spelled=True)
    value = 100 * part
    return Numeral(first, last, value, 5.0, "share", value, value, spelled=True)


def _fraction(row: Pieces, i: int) -> Numeral | None:
    """Read ``half``, ``a third``, ``two-thirds``, ``half a million``, ``one in five``."""
    word = row[i].low
    above = {"a": 1, "an": 1, "one": 1}.get(word, units().get(word, 0))
    at = i + 1 if above else i
    if above and low_at(row, at) == "-":
        at += 1
    if above and above < 10 and low_at(row, at) in {"in", "out"} and word not in {"a", "an"}:
        return _one_in(row, i, at, above)
    if 0 < above < 10 and word not in {"a", "an"} and low_at(row, at + 1) == "in":
        part = _one_in(row, i, at + 1, above)
        told = part is not None and low_at(row, part.last) in _AFTER_SHARE
        if part and (told or (word == "one" and _ends_there(row, part.last))):
            return part
        if part and word == "one":
            return None
    below = table("fractions").get(low_at(row, at))
    if not below:
        return None
    if not _is_part(row, i, at, above):
        return None
    return _share(row, i, at + 1, max(above, 1) / below) if max(above, 1) < below else None


def _is_part(row: Pieces, i: int, at: int, above: float) -> bool:
    """Tell parts from ordinals and halves of matches: ``a third of``, not ``a third man``."""
    after, before = low_at(row, at + 1), low_at(row, i - 1)
    if row[at].low in {"half", "halves"} and above <= 1:
        named = before in ordinals() or before in {
            "the",
            "each",
            "either",
            "other",
            "that",
            "this",
            "and",
            "better",
        }
        scaled = after in {"a", "an"} or after in table("scales")
        return scaled or (
            after != "-"
            and (above == 0 or after == "of")
            and (not named or (after == "of" and before not in ordinals()))
        )
    if above == 0:
        return False
    return above > 1 or after in _AFTER_PART or not after.isalpha()


def _one_in(row: Pieces, i: int, at: int, above: float) -> Numeral | None:
    """Read ``one in five`` and ``nine out of ten``."""
    at = at + 2 if row[at].low == "out" and low_at(row, at + 1) == "of" else at + 1
    if low_at(row, at) == "every":
        at += 1
    if row[at - 1].low == "out" or at >= len(row):
        return None
    word = row[at].low
    below = units().get(word, 0) or (
        float(word) if row[at].kind == "figure" and word.isdigit() else 0
    )
    every = low_at(row, at + 1) in table("fractions") or low_at(row, at + 1) in table("scales")
    if not above < below <= 1000 or (below > 20 and above > 1) or every:
        return None
    return _share(row, i, at + 1, above / below)


def _ends_there(row: Pieces, at: int) -> bool:
    """Tell whether nothing is counted: ``one insect in twenty``, not ``one goal in 12 games``."""
    return at >= len(row) or row[at].kind not in {"word", "figure"} or row[at].low in _AFTER_SHARE


def _words(row: Pieces, i: int) -> Numeral | None:
    """Read a number in words, ordinals too: ``twenty-three thousand and five``, ``a million``."""
    total, current, end, seen = 0.0, 0.0, i, ""
    if row[i].low in {"a", "an"} and low_at(row, i + 1) in _COUNTABLE:
        current, end, seen = 1.0, i + 1, "unit"
    while end < len(row):
        at = _past_joint(row, end, seen)
        word = low_at(row, at)
        if (rank := ordinals().get(word)) is not None and _fits(seen, current, rank):
            whole = total + current + rank
            return Numeral(i, at + 1, whole, 1.0, "ordinal", whole, whole, spelled=True)
        if (value := units().get(word)) is not None and _fits(seen, current, value):
            current, seen = current + value, "ten" if value >= 20 else "unit"
        elif (factor := table("scales").get(word)) and seen:
            grown = current * factor
            total, current = (total, grown) if factor <= 100 else (total + grown, 0.0)
            seen = "scale"
        else:
            break
        end = at + 1
    if not seen or end == i:
        return None
    read = total + current
    return _with_half(row, _plain(i, end, read, word_step(read), spelled=True))


def _past_joint(row: Pieces, at: int, seen: str) -> int:
    """Step over the hyphen of ``twenty-three`` and the "and" of ``hundred and five``."""
    joint = low_at(row, at)
    if seen and joint == "-" and at + 1 < len(row) and row[at + 1].glued:
        return at + 1
    after = low_at(row, at + 1)
    if seen == "scale" and joint == "and" and (after in units() or after in ordinals()):
        return at + 1
    return at


def _fits(seen: str, current: float, value: int) -> bool:
    """Tell whether a word below a hundred may follow what was read: ``twenty`` takes ``three``."""
    if seen in {"", "scale"}:
        return current % 100 == 0
    return seen == "ten" and 0 < value < 10


def word_step(value: float) -> float:
    """Return what the last word of a number in words is worth: ten for ``sixty``."""
    return written_step(f"{value:.0f}") if value >= 20 else 1.0


def _one_and_more(row: Pieces, i: int) -> Numeral | None:
    """Read the article of ``an hour and twenty minutes`` and ``a year and a half`` as one."""
    unit, end = unit_after(row, i + 1) if row[i].low in {"a", "an"} else ("", 0)
    if not unit or not conversion(unit):
        return None
    one = _plain(i, i + 1, 1.0, 1.0, spelled=True)
    if behind_half(row, end):
        return one
    part = numeral(row, end + 1) if low_at(row, end) == "and" else None
    return one if part and unit_after(row, part.last)[0] == SMALLER.get(unit) else None


def behind_half(row: Pieces, at: int) -> int:
    """Return the piece behind the "and a half" that begins at piece `at`, 0 where none does."""
    words = tuple(low_at(row, at + k) for k in range(4))
    more = words[3] == "a" or words[3] in table("scales")
    return at + 3 if words[:3] == ("and", "a", "half") and not more else 0


def _with_half(row: Pieces, base: Numeral) -> Numeral:
    """Read on in ``two and a half million`` and ``a million and a half``."""
    at = base.last
    last = table("scales").get(row[at - 1].low, 0.0)
    if last >= 1000 and (end := behind_half(row, at)):
        return _plain(base.first, end, base.value + last / 2, last / 2, spelled=True)
    words = (low_at(row, at), low_at(row, at + 1), low_at(row, at + 2))
    part = 1 / table("fractions").get(words[2], 0) if words[2] in table("fractions") else 0
    if words[:2] not in {("and", "a"), ("and", "one")} or not part or base.value >= 1000:
        return base
    return _scaled(row, _plain(base.first, at + 3, base.value + part, 0.5, spelled=True))
