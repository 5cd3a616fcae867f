"""The words of a sentence that tell of one event."""

from collections.abc import Sequence

from auditor.language.tree import below, children, climb, hangs_on, has_child, tokens_in
from auditor.model.event import Frame, Participant
from auditor.model.text import Sentence, Spanned, Token, within
from auditor.model.words import SentenceKind

STATING = frozenset({SentenceKind.PROSE, SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})
"""Kinds of sentences that state something: no headings, quotes or boilerplate."""

NESTED = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
"""Dependents that are statements of their own."""

CIRCUMSTANCES = frozenset(
    {"in", "at", "on", "during", "after", "before", "for", "with", "near", "since"}
)
"""Prepositions that mostly bring in where, when and why."""


def clause_of(sentence: Sentence, frame: Frame) -> str:
    """Return the words that hang on a frame's predicate, those of the noun that it describes too.

    ``a U.S. strike that killed a militia leader in Baghdad``, without marks at either end. An
    infinitive comes with what it hangs on: ``he is believed to have died``.
    """
    tokens = sentence.tokens
    top = next(n for n, token in enumerate(tokens) if token.start == frame.start)
    top = next(n for n in climb(tokens, top) if tokens[n].dep != "xcomp")
    if tokens[top].dep in {"relcl", "acl"}:
        top = tokens[top].head
    inside = below(tokens, top)
    if inside[0] in children(tokens, top, "mark"):  # "that" before what somebody said
        inside = inside[1:]
    start, end = tokens[inside[0]].start, tokens[inside[-1]].end
    return sentence.text[start - sentence.start : end - sentence.start].strip(" ,;:–—-.")


def core(sentence: Sentence, frame: Frame) -> tuple[Token, ...]:
    """Return the words of a frame's own statement: of its predicate and of its participants.

    Clauses inside it, and verbs that `and` joins to it, are left out.
    """
    tokens = sentence.tokens
    top = next(n for n, token in enumerate(tokens) if token.start == frame.start)
    return tuple(
        token
        for n, token in enumerate(tokens)
        if within(frame.participants, token) or n == top or _is_inside(tokens, n, top)
    )


def _is_inside(tokens: Sequence[Token], n: int, top: int) -> bool:
    """Tell whether a token hangs from another by no statement of its own."""
    for above in climb(tokens, n):
        token = tokens[above]
        if above == top:
            return True
        if token.dep in NESTED or (token.dep == "conj" and token.pos == "VERB"):
            return False
    return False


def described(sentence: Sentence, who: Participant) -> tuple[Token, ...]:
    """Return the words that say who a participant is: what hangs on its name."""
    tokens, own = sentence.tokens, tokens_in(sentence, who)
    tops = [n for n in own if tokens[n].head not in own and tokens[n].dep not in {"relcl", "acl"}]
    hanging = sorted({n for top in tops for n in below(tokens, top)} - {*own})
    return tuple(tokens[n] for n in hanging if tokens[n].pos != "VERB")


def preposition(sentence: Sentence, span: Spanned) -> str:
    """Return the preposition that a phrase hangs on, "" where it hangs on something else."""
    tie = hangs_on(sentence, span)
    return tie.preposition if tie is not None else ""


def is_certain(sentence: Sentence, who: Participant) -> bool:
    """Tell whether a noun means a certain thing of which the predicate tells.

    ``the door``, ``her car``, ``head of the bank``; of a place or occasion only ``in charge of
    the archive``, which is no place: many sing in the choir.
    """
    tokens = sentence.tokens
    noun = next((n for n, token in enumerate(tokens) if token.end == who.end), None)
    if noun is None or (who.role in CIRCUMSTANCES and has_child(tokens, noun, "det", "poss")):
        return False
    return _is_certain(tokens, noun)


def _is_certain(tokens: Sequence[Token], noun: int) -> bool:
    if any(tokens[n].lemma in {"the", "this", "that"} for n in children(tokens, noun, "det")):
        return True
    if tokens[noun].pos == "PROPN" or has_child(tokens, noun, "poss"):
        return True
    return any(
        _is_certain(tokens, inner)
        for of in children(tokens, noun, "prep")
        if tokens[of].lemma == "of"
        for inner in children(tokens, of, "pobj")
    )
