"""Two sentences that hardly differ, word beside word."""

from difflib import SequenceMatcher

from auditor.model.text import Sentence, Spanned
from auditor.terms import stem

LONG = 120
"""Words of a sentence that is compared; a longer one is no sentence."""


def counterpart(sentence: Sentence, span: Spanned, passage: Sentence) -> tuple[int, int] | None:
    """Return what the passage has where the sentence has `span`, between the same words.

    None where a word beside it differs on both sides, or the passage has nothing there.
    """
    mine = [t for t in sentence.tokens if t.pos != "DET"][:LONG]
    theirs = [t for t in passage.tokens if t.pos != "DET"][:LONG]
    inside = [n for n, t in enumerate(mine) if t.start < span.end and span.start < t.end]
    if not inside:
        return None
    keys = [stem(t.text) or t.text for t in mine]
    keys[inside[0] : inside[-1] + 1] = ["\0"]
    others = [stem(t.text) or t.text for t in theirs]
    at = inside[0]
    for kind, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        if kind == "replace" and (a, b) == (at, at + 1):
            return theirs[c].start, theirs[d - 1].end
    return None
