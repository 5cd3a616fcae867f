"""The event that a date counts from: ``two days after the strike``."""

from dataclasses import replace

from auditor.model.date import Date
from auditor.model.text import Sentence, Token

LONGEST = 12
"""Words of an anchor that count. A guess: names of events are shorter."""

_ENDS = frozenset({",", ";", ":", ".", "!", "?", "“", "”", '"', "(", ")", "–", "—"})


def anchored(sentence: Sentence, date: Date) -> Date:
    """Return the date with the words of its anchor: those after ``before`` or ``after``.

    A date told without an anchor (``the previous day``, ``a week later``) stays as it is.
    """
    if not date.text.lower().endswith(("before", "after")):
        return date
    following = [token for token in sentence.tokens if token.start >= date.end]
    words = _until_pause(following)[:LONGEST]
    if not any(token.pos in {"NOUN", "PROPN", "VERB"} for token in words):
        return date
    end = _phrase_end(words)
    return replace(
        date,
        end=end,
        text=sentence.text[date.start - sentence.start : end - sentence.start],
        anchor_start=words[0].start,
        anchor_end=words[-1].end,
    )


def _until_pause(tokens: list[Token]) -> list[Token]:
    for n, token in enumerate(tokens):
        if token.text in _ENDS:
            return tokens[:n]
    return tokens


def _phrase_end(words: list[Token]) -> int:
    """Return where the first noun phrase of the anchor ends: the words that are marked."""
    seen = False
    for n, token in enumerate(words):
        if token.pos in {"NOUN", "PROPN"}:
            seen = True
        elif seen:
            return words[n - 1].end
    return words[-1].end
