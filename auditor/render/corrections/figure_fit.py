"""A figure put in another's place, as the article writes figures."""

import re

from auditor.knowledge.lexicon import lexicon
from auditor.render.corrections.slot import Fit, Slot

_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|half|a third|a quarter|two-thirds|three-quarters|a dozen|dozens"
)
_SCALES = "hundred|thousand|million|billion|trillion"
FIGURE = re.compile(
    rf"(?i)(?P<sign>[$£€]\s?)?(?P<value>\d[\d,.\u00a0\u202f]*\d|\d|(?:{_WORDS})(?:-(?:{_WORDS}))?)"
    rf"(?P<scale>(?(sign)\s?(?:bn|m|k)\b|(?!))|(?:\s+(?:{_SCALES})\b)*)(?P<tail>.*)"
)
PERCENT = re.compile(r"(?i)\s*(?:%|per\s?cent|pct)")
AGREES = frozenset({"1", "one", "zero", "0"})
"""Figures whose noun and verb have another form."""

VOWEL = re.compile(r"(?i)(?:8|11(?!\d)|18(?!\d)|eight|eleven)")
"""Figures that are spoken with a vowel first."""


def fit_figure(slot: Slot, expected: str) -> Fit | None:
    """Return the figure that fits, None where unit, number or article may not."""
    (_, old), (bound, new) = _bounded(slot.words), _bounded(expected)
    if old is None or new is None or bool(old["sign"]) != bool(new["sign"]):
        return None
    if (old["value"].lower() in AGREES) != (new["value"].lower() in AGREES):
        return None
    tail = _tail(slot, old["tail"], new["tail"])
    if tail is None or _is_bounded_twice(slot, bound) or _has_scale_behind(slot):
        return None
    value = _grouped(new["value"], old["value"])
    words = f"{bound}{new['sign'] or ''}{value}{new['scale']}{tail}"
    return _with_article(slot, words, bool(bound))


def _bounded(words: str) -> tuple[str, re.Match[str] | None]:
    """Return the words that say how a figure is meant, in small letters, and the figure."""
    for bound in _bounds():
        if words.lower().startswith(f"{bound} "):
            return f"{bound} ", FIGURE.fullmatch(words[len(bound) + 1 :])
    return "", FIGURE.fullmatch(words)


def _bounds() -> list[str]:
    lists = lexicon("bounds")
    words = {w for key in ("over", "below", "under", "about", "nearly") for w in lists[key]}
    return sorted(words, key=lambda word: (-len(word), word))


def _tail(slot: Slot, old: str, new: str) -> str | None:
    """Return what stands behind the figure, None where the two count different things."""
    if PERCENT.fullmatch(old) and PERCENT.fullmatch(new):
        return old
    if old.startswith("-") or new.startswith("-"):
        return old if old == new else None
    if new and not old:
        return "" if slot.after.lower().startswith(new.lower()) else None
    if old and not new:
        return None if PERCENT.match(old) else old
    return new


def _is_bounded_twice(slot: Slot, bound: str) -> bool:
    """Tell whether the words before the mark say how its figure is meant, as `bound` may too."""
    before = slot.before.lower()
    return any(before.endswith(f" {word} ") or before == f"{word} " for word in _bounds())


def _has_scale_behind(slot: Slot) -> bool:
    return bool(re.match(rf"(?i)\s+(?:{_SCALES}|bn|m|k)\b", slot.after))


def _grouped(value: str, like: str) -> str:
    """Return digits with commas or without, as the article writes its own."""
    digits = re.sub(r"[,\u00a0\u202f]", "", value)
    if not digits.isdigit() or len(digits) < 4:
        return value
    if "," in like or not like.replace(".", "").isdigit() or len(like) < 4:
        return f"{int(digits):,}" if "," in like or "," in value else value
    return digits


def _with_article(slot: Slot, words: str, bounded: bool) -> Fit | None:
    """Return the words, with “a” or “an” before them as they sound."""
    before = slot.determiner
    if before.lower().strip() not in {"a", "an"}:
        return Fit(words)
    if bounded:
        return None
    article = "an" if VOWEL.match(words) else "a"
    article = article.capitalize() if before[0].isupper() else article
    return Fit(f"{article}{before[len(before.strip()) :]}{words}", len(before))
