"""The words of a sentence that tell of one event."""

from auditor.events.tree import above
from auditor.model.event import Frame
from auditor.model.text import Sentence


def clause_of(sentence: Sentence, frame: Frame) -> str:
    """Return the words that hang on a frame's predicate, those of the noun that it describes too.

    ``a U.S. strike that killed a militia leader in Baghdad``, without marks at either end.
    """
    tokens = sentence.tokens
    top = next(n for n, token in enumerate(tokens) if token.start == frame.start)
    if tokens[top].dep in {"relcl", "acl"}:
        top = tokens[top].head
    inside = [n for n in range(len(tokens)) if n == top or top in above(tokens, n)]
    start, end = tokens[min(inside)].start, tokens[max(inside)].end
    return sentence.text[start - sentence.start : end - sentence.start].strip(" ,;:–—-.")
