"""How much is looked at: a text of any shape must be audited in bounded time and memory.

What passes a bound is left out, and the text says so (`Text.left_out`), so that no audit of a part
looks like one of the whole. "Seen" is the most in the hand-labelled bundles and made-up stories
(articles of up to 58 sentences beside up to 420 sentences of 10 references).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from auditor.model.finding import Problem
from auditor.model.text import S, Spanned, Text

LONGEST_SENTENCE = 250
"""Tokens of a sentence that is one to the parser's grammar; 86 seen. What walks a sentence's tree
takes time by the square of it and more."""

ALWAYS_PARSED = 10_000
"""Tokens that are parsed of any document; 1,577 seen."""

DENSEST = 0.25
"""Tokens for each character that are parsed of a longer document: news has 0.18 to 0.22, a text of
marks or digits 1. The parser takes 0.2 ms for each."""

KINDS: Final = ("sentences", "names", "dates", "numbers", "quotes")
"""What of a text is compared with its like."""

MOST_IN_REFERENCES: Mapping[str, int] = {
    "sentences": 6_000,
    "names": 6_000,
    "dates": 1_200,
    "numbers": 2_000,
    "quotes": 1_200,
}
"""What all references together may hold; seen are 420, 965, 121, 110 and 109."""

MOST_PAIRS: Mapping[str, int] = {
    "sentences": 800_000,
    "names": 800_000,
    "dates": 50_000,
    "numbers": 50_000,
    "quotes": 40_000,
}
"""How many of the article may be compared with how many others, of the references or its own; seen
are 12,600, 46,000, 1,300, 1,000 and 440."""


def most_tokens(characters: int) -> int:
    """Return how many tokens are parsed of a document of so many characters."""
    return max(ALWAYS_PARSED, int(DENSEST * characters))


def bounded(article: Text, references: Sequence[Text]) -> tuple[Text, tuple[Text, ...]]:
    """Return the texts, cut behind the last sentence up to which no bound is passed."""
    room = dict(MOST_IN_REFERENCES)
    kept = []
    for text in references:
        kept.append(_cut(text, room))
        room = {kind: room[kind] - len(getattr(kept[-1], kind)) for kind in KINDS}
    others = {kind: sum(len(getattr(text, kind)) for text in kept) for kind in KINDS}
    most = {kind: _most_beside(MOST_PAIRS[kind], others[kind]) for kind in KINDS}
    return _cut(article, most), tuple(kept)


def problems_of(texts: Iterable[Text]) -> tuple[Problem, ...]:
    """Return a problem for all that was left out of a text."""
    return tuple(
        Problem("bounds", text.document.path, reason) for text in texts for reason in text.left_out
    )


def _most_beside(pairs: int, others: int) -> int:
    """Return how many of the article may be compared with `others`, and among themselves."""
    return min(int(pairs**0.5), pairs // max(1, others))


def _cut(text: Text, most: Mapping[str, int]) -> Text:
    """Return the text up to the last sentence with which it holds no more than `most`."""
    kept = len(text.sentences)
    passed = ""
    for kind in KINDS:
        values: Sequence[Spanned] = getattr(text, kind)
        if len(values) > most[kind]:
            up_to = values[most[kind]].start
            whole = sum(sentence.end <= up_to for sentence in text.sentences)
            if whole < kept or not passed:
                kept, passed = min(kept, whole), kind
    if not passed:
        return text
    end = text.sentences[kept - 1].end if kept else 0
    reason = (
        f"only its first {kept:,} of {len(text.sentences):,} sentences were looked at: "
        f"it has more {passed} than can be compared; audit it in parts"
    )
    return replace(
        text,
        sentences=text.sentences[:kept],
        names=_until(text.names, end),
        dates=_until(text.dates, end),
        numbers=_until(text.numbers, end),
        quotes=_until(text.quotes, end),
        left_out=(*text.left_out, reason),
    )


def _until(mentions: Sequence[S], end: int) -> tuple[S, ...]:
    return tuple(mention for mention in mentions if mention.end <= end)
