"""What an article changed in the words of a quote, and whether the meaning went with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz import fuzz

from auditor.checks.quotes.compare.folded_words import Word, content
from auditor.checks.quotes.compare.matches import RowSpan
from auditor.checks.quotes.compare.meaning import are_opposite, count_of, listed, turns_meaning
from auditor.checks.quotes.compare.reference_words import Index

ADDED_WORDS = 4
"""So many words put in at once are more than a slip. A guess."""

EDGE_WORDS = 3
"""Words next to the kept ones that an ellipsis may not swallow if they deny. A guess."""

SPELLING_RATIO = 80
"""Names so alike (rapidfuzz ratio) are two spellings of one. A guess."""


class ChangeKind(StrEnum):
    """What a change of words does; all but ``wording`` change the meaning."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    HEDGE = "hedge"
    """Doubt came or went."""
    AMOUNT = "amount"
    """Another word for how many or how much."""
    OPPOSITE = "opposite"
    ADDED = "added"
    """Words were put in."""
    CLIPPED = "clipped"
    """The word that denies those quoted, right before them, was left out."""
    ELLIPSIS = "ellipsis"
    """Marked as left out, and turning the meaning."""
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the reference that became words of the article."""

    kind: ChangeKind
    source: tuple[Word, ...]
    article: tuple[Word, ...]


def changes(
    index: Index, span: RowSpan, words: Sequence[Word], opened: frozenset[int]
) -> Iterator[Change]:
    """Yield the changes from the references' words at `span` to the article's.

    `words` is the piece of the quote that was found there; at the indices `opened` in it a
    clarification in brackets stands for words of the reference, which is no change.
    """
    for step in span.steps:
        source, article = index.row[step.low : step.high], tuple(words[step.start : step.end])
        if step.same:
            yield from _shifted(source, article)
        elif [word.text for word in source] == [word.text for word in article]:
            continue  # the same words, whose base forms the parser told apart
        elif len(source) >= ADDED_WORDS and not article:
            turned = is_swallowed(index, step.low, step.high)
            yield Change(ChangeKind.NEGATION if turned else ChangeKind.WORDING, source, article)
        elif not (opened & {step.start, step.end} and not article):
            yield Change(_kind(source, article), source, article)


def _shifted(source: Sequence[Word], article: Sequence[Word]) -> Iterator[Change]:
    """Yield words with the same base form that are not written alike: ``will`` and ``would``."""
    for before, after in zip(source, article, strict=True):
        if before.text != after.text:
            yield Change(ChangeKind.WORDING, (before,), (after,))


def _kind(source: Sequence[Word], article: Sequence[Word]) -> ChangeKind:
    if count_of(source, "negations") % 2 != count_of(article, "negations") % 2:
        return ChangeKind.NEGATION
    if (not source or not article) and count_of(source, "denials") != count_of(article, "denials"):
        return ChangeKind.NEGATION
    if _has_other_number(source, article):
        return ChangeKind.NUMBER
    if _is_hedged(source) != _is_hedged(article):
        return ChangeKind.HEDGE
    if are_opposite(source, article):
        return ChangeKind.OPPOSITE
    if _has_other_name(source, article):
        return ChangeKind.NAME
    if _has_other_amount(source, article):
        return ChangeKind.AMOUNT
    if len(article) - len(source) >= ADDED_WORDS and len(content(article)) >= ADDED_WORDS // 2:
        return ChangeKind.ADDED
    return ChangeKind.WORDING


def _is_hedged(words: Sequence[Word]) -> bool:
    return count_of(words, "hedges") > 0


def _numbers(words: Sequence[Word]) -> set[str]:
    known = listed("numbers")
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
    new = [name for name in names if not any(_is_spelt_like(name, word) for word in source)]
    return bool(new and old)


def _is_spelt_like(word: Word, other: Word) -> bool:
    return fuzz.ratio(word.text, other.text) >= SPELLING_RATIO


def _has_other_amount(source: Sequence[Word], article: Sequence[Word]) -> bool:
    known = listed("amounts")
    before = {w.text for w in source if w.text in known}
    after = {w.text for w in article if w.text in known}
    return bool(before and after and not before & after) or ("only" in before ^ after)


def replaces_content(change: Change) -> bool:
    """Tell whether one word that carries content took another's place, not only its spelling."""
    before, after = content(change.source), content(change.article)
    alike = any(_is_spelt_like(old, new) for old in before for new in after)
    return bool(before and after) and not alike


def is_swallowed(index: Index, low: int, high: int) -> bool:
    """Tell whether words ``low:high`` of the row, left out, turn the meaning of those kept.

    Only words next to the kept ones count: a denial in the middle, or behind punctuation, belongs
    to a clause that was left out whole.
    """
    text = index.text_of(low)
    after = index.row[low - 1 : min(high, low + EDGE_WORDS)]
    before = index.row[max(low, high - EDGE_WORDS) : high + 1][::-1]
    return low < high and any(
        turns_meaning(word) for words in (after, before) for word in _up_to_mark(words, text)
    )


def _up_to_mark(words: Sequence[Word], text: str) -> Iterator[Word]:
    """Yield the words behind the first one, as far as no punctuation stands between."""
    for before, word in pairwise(words):
        low, high = sorted((before, word), key=lambda w: w.start)
        if re.search(r"[,.;:!?—–()]", text[low.end : high.start]):
            return
        yield word
