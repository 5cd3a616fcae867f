"""Two sentences that hardly differ, word beside word."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from auditor.language.words import stem
from auditor.model.text import Sentence, Spanned, Token

LONGEST_COMPARED = 120
"""Words of a sentence that is compared; a longer one is no sentence. A guess."""

Offsets = tuple[int, int]
"""First character and one past the last."""


def between_same_words(
    sentence: Sentence, spans: Sequence[Spanned], passage: Sentence
) -> tuple[Offsets | None, ...]:
    """Return what the passage has where the sentence has each span, between the same words.

    None where a word beside it differs, or the passage has nothing there. Determiners are left
    out on both sides.
    """
    keys, gaps = _with_gaps(_compared(sentence), spans)
    theirs = _compared(passage)
    others = [_key(token) for token in theirs]
    there: list[Offsets | None] = [None] * len(spans)
    for kind, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if kind == "replace" and b == a + 1 and a in gaps:
            there[gaps[a]] = (theirs[c].start, theirs[d - 1].end)
    return tuple(there)


def _compared(sentence: Sentence) -> list[Token]:
    return [token for token in sentence.tokens if token.pos != "DET"][:LONGEST_COMPARED]


def _key(token: Token) -> str:
    return stem(token.text) or token.text


def _with_gaps(
    tokens: Sequence[Token], spans: Sequence[Spanned]
) -> tuple[list[str], dict[int, int]]:
    """Return the keys of the tokens, one for all of a span, and which of them are of which span."""
    keys: list[str] = []
    gaps: dict[int, int] = {}
    for token in tokens:
        over = [n for n, s in enumerate(spans) if token.start < s.end and s.start < token.end]
        if not over:
            keys.append(_key(token))
        elif over[0] not in gaps.values():
            gaps[len(keys)] = over[0]
            keys.append(f"\0{over[0]}")
    return keys, gaps
