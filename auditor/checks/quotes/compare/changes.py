"""What an article changed in the words of a quote, and whether the meaning went with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from auditor.checks.quotes.compare.folded_words import Word, base_of, content, fold
from auditor.checks.quotes.compare.matches import RowSpan
from auditor.checks.quotes.compare.reference_words import Index
from auditor.knowledge.lexicon import lexicon

ADDED = 4
"""So many words put in at once are more than a slip. A guess."""

EDGE = 3
"""Words next to the kept ones that an ellipsis may not swallow if they deny. A guess."""

SPELLING = 80
"""Names so alike (rapidfuzz ratio) are two spellings of one. A guess."""

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the reference that became words of the article.

    Attributes:
        kind: ``negation``, ``number``, ``name``, ``hedge``, ``amount``, ``opposite``, ``added``,
            ``ellipsis`` and ``clipped`` change the meaning; ``wording`` keeps it.
    """

    kind: str
    source: tuple[Word, ...]
    article: tuple[Word, ...]


def changes(
    index: Index, span: RowSpan, words: Sequence[Word], opened: frozenset[int]
) -> Iterator[Change]:
    """Yield the changes from the references' words at `span` to the article's.

    `words` is the piece of the quote that was found there; at the places `opened` in it a
    clarification in brackets stands for words of the reference, which is no change.
    """
    for step in span.steps:
        source, article = index.row[step.low : step.high], tuple(words[step.start : step.end])
        if step.same:
            yield from _shifted(source, article)
        elif [word.text for word in source] == [word.text for word in article]:
            continue  # the same words, whose base forms the parser told apart
        elif len(source) >= ADDED and not article:
            hidden = is_swallowed(index, step.low, step.high)
            yield Change("negation" if hidden else "wording", source, article)
        elif not (opened & {step.start, step.end} and not article):
            yield Change(_kind(source, article), source, article)


def _shifted(source: Sequence[Word], article: Sequence[Word]) -> Iterator[Change]:
    """Yield words with the same base form that are not written alike: ``will`` and ``would``."""
    for one, other in zip(source, article, strict=True):
        if one.text != other.text:
            yield Change("wording", (one,), (other,))


def _kind(source: Sequence[Word], article: Sequence[Word]) -> str:
    if _count(source, "negations") % 2 != _count(article, "negations") % 2:
        return "negation"
    if (not source or not article) and _count(source, "denials") != _count(article, "denials"):
        return "negation"
    if _has_other_number(source, article):
        return "number"
    if _is_hedged(source) != _is_hedged(article):
        return "hedge"
    if _are_opposite(source, article):
        return "opposite"
    if _has_other_name(source, article):
        return "name"
    if _has_other_amount(source, article):
        return "amount"
    if len(article) - len(source) >= ADDED and len(content(article)) >= ADDED // 2:
        return "added"
    return "wording"


def _count(words: Sequence[Word], key: str) -> int:
    known = _set(key)
    return sum(word.text in known or word.base in known for word in words)


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon("meaning")[key])


def _is_hedged(words: Sequence[Word]) -> bool:
    return _count(words, "hedges") > 0


def _numbers(words: Sequence[Word]) -> set[str]:
    known = _set("numbers")
    return {w.text for w in words if w.text[0].isdigit() or w.text in known}


def _has_other_number(source: Sequence[Word], article: Sequence[Word]) -> bool:
    """Tell whether the article has a number here that the reference has not."""
    before, after = _numbers(source), _numbers(article)
    new = after - before
    if not before:
        new = {number for number in new if number != "1"}
    return bool(new)


def _has_other_name(source: Sequence[Word], article: Sequence[Word]) -> bool:
    """Tell whether one name took the place of another; one for a description is a rewording."""
    names = [w for w in content(article) if w.capital]
    old = [w for w in content(source) if w.capital]
    new = [w for w in names if not any(fuzz.ratio(w.text, o.text) >= SPELLING for o in source)]
    return bool(new and old)


def _has_other_amount(source: Sequence[Word], article: Sequence[Word]) -> bool:
    known = _set("amounts")
    before = {w.text for w in source if w.text in known}
    after = {w.text for w in article if w.text in known}
    return bool(before and after and not before & after) or ("only" in before ^ after)


def _are_opposite(source: Sequence[Word], article: Sequence[Word]) -> bool:
    return any(_opposes(one, other) for one in source for other in article)


def _opposes(one: Word, other: Word) -> bool:
    pairs = _opposites()
    for a in {one.text, one.base}:
        for b in {other.text, other.base}:
            if (a, b) in pairs or _negates(a, b) or _negates(b, a):
                return True
    return _turns(one, other) or _turns(other, one)


def _turns(one: Word, other: Word) -> bool:
    up, down = _set("rising"), _set("falling")
    return bool({one.text, one.base} & up) and bool({other.text, other.base} & down)


def _negates(word: str, other: str) -> bool:
    """Tell whether `word` is `other` with a prefix that denies it."""
    return len(other) > 3 and word in {prefix + other for prefix in _PREFIXES}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [
        tuple(base_of(fold(word), fold(word)) for word in pair.split())
        for pair in (*lexicon("antonyms")["pairs"], *lexicon("meaning")["opposites"])
    ]
    return frozenset(both for a, b in pairs if a != b for both in ((a, b), (b, a)))


def replaces_content(change: Change) -> bool:
    """Tell whether one word that carries content took another's place, not only its spelling."""
    before, after = content(change.source), content(change.article)
    alike = any(fuzz.ratio(a.text, b.text) >= SPELLING for a in before for b in after)
    return bool(before and after) and not alike


def is_swallowed(index: Index, low: int, high: int) -> bool:
    """Tell whether words ``low:high`` of the row, left out, turn the meaning of those kept.

    Only words next to the kept ones count: a denial in the middle, or behind punctuation, belongs
    to a clause that was left out whole.
    """
    text = index.text_of(low)
    after = index.row[low - 1 : min(high, low + EDGE)]
    before = index.row[max(low, high - EDGE) : high + 1][::-1]
    return low < high and any(
        _turns_meaning(word) for words in (after, before) for word in _up_to_mark(words, text)
    )


def _up_to_mark(words: Sequence[Word], text: str) -> Iterator[Word]:
    """Yield the words behind the first one, as far as no punctuation stands between."""
    for one, other in pairwise(words):
        low, high = sorted((one, other), key=lambda w: w.start)
        if re.search(r"[,.;:!?—–()]", text[low.end : high.start]):
            return
        yield other


def _turns_meaning(word: Word) -> bool:
    return any(
        word.text in _set(key) or word.base in _set(key)
        for key in ("negations", "hedges", "denials")
    )


def is_denial(word: Word) -> bool:
    """Tell whether the word denies: not, never, no."""
    return word.text in _set("negations")


def is_refusal(word: Word) -> bool:
    """Tell whether the word, a verb in any form, denies what follows: refused, denied."""
    return any(word.text.startswith(verb[:-1]) for verb in _set("denials"))
