"""Two sentences that hardly differ, word beside word."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from auditor.language.words import stem
from auditor.model.text import Sentence, Spanned

LONG = 120
"""Words of a sentence that is compared; a longer one is no sentence."""


Place = tuple[int, int]
"""First character and one past the last."""


def counterparts(
    sentence: Sentence, spans: Sequence[Spanned], passage: Sentence
) -> tuple[Place | None, ...]:
    """Return what the passage has where the sentence has each span, between the same words.

    None where a word beside it differs, or the passage has nothing there. Determiners are left
    out on both sides.
    """
    mine = [t for t in sentence.tokens if t.pos != "DET"][:LONG]
    theirs = [t for t in passage.tokens if t.pos != "DET"][:LONG]
    keys: list[str] = []
    gaps: dict[int, int] = {}
    for token in mine:
        n = next(
            (n for n, s in enumerate(spans) if token.start < s.end and s.start < token.end), None
        )
        if n is None:
            keys.append(stem(token.text) or token.text)
        elif n not in gaps.values():
            gaps[len(keys)] = n
            keys.append(f"\0{n}")
    others = [stem(t.text) or t.text for t in theirs]
    found: list[Place | None] = [None] * len(spans)
    for kind, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if kind == "replace" and b == a + 1 and a in gaps:
            found[gaps[a]] = (theirs[c].start, theirs[d - 1].end)
    return tuple(found)
