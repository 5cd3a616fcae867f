"""Whether a deed is told as done, as open, as to come, or as not done."""

from collections.abc import Sequence
from enum import StrEnum

from auditor.checks.events.find.happened import MODALS
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children
from auditor.model.text import Token

CONDITIONS = frozenset({"if", "unless", "whether", "provided", "providing", "until", "once"})

NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
"""Sides of a deed that was not done."""

NOT_ONLY = frozenset({"only", "just", "merely", "simply", "but"})
"""Behind ``not`` and ``nothing`` they deny nothing."""


class Mode(StrEnum):
    """How a deed is told."""

    DONE = "done"
    OPEN = "open"
    TO_COME = "to come"
    DENIED = "denied"


def mode(tokens: Sequence[Token], n: int) -> Mode:
    """Return how the deed of a verb or noun is told by its own words and the verb above it."""
    own = _own(tokens, n)
    head = tokens[n].head
    if own is not Mode.DONE or head == n:
        return own
    if tokens[n].dep == "conj" and not any(children(tokens, n, "nsubj", "nsubjpass")):
        return mode(tokens, head)
    return _below(tokens, n, head)


def _own(tokens: Sequence[Token], n: int) -> Mode:
    """Return the mode by the words that hang on the verb itself."""
    if _is_negated(tokens, n):
        return Mode.DENIED
    if _is_conditional(tokens, n):
        return Mode.OPEN
    helpers = [tokens[aux].lemma for aux in children(tokens, n, "aux")]
    if any(lemma in MODALS for lemma in helpers):
        return Mode.OPEN
    if "will" in helpers or "shall" in helpers:
        return Mode.TO_COME
    if any(tokens[one].lemma in _words("leaving-open") for one in children(tokens, n, "advmod")):
        return Mode.OPEN
    return Mode.DONE


def _is_conditional(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a verb opens a condition or stands under one: ``deported if they stay``."""
    return any(
        tokens[mark].lemma in CONDITIONS
        for verb in (n, *children(tokens, n, "advcl"))
        for mark in children(tokens, verb, "mark")
    )


def _below(tokens: Sequence[Token], n: int, head: int) -> Mode:
    """Return the mode of a verb whose own words say that it was done, below another word.

    What others say, believe or deny is theirs, and tells nothing of the deed.
    """
    lemma, label = tokens[head].lemma, tokens[n].dep
    infinitive = any(tokens[aux].lemma == "to" for aux in children(tokens, n, "aux"))
    if label == "xcomp" and infinitive:
        if lemma in _words("denying"):
            return Mode.DENIED if _own(tokens, head) is Mode.DONE else Mode.TO_COME
        return Mode.OPEN if lemma in _words("opening") else mode(tokens, head)
    if label == "acl" and infinitive and lemma in _words("opening-nouns"):
        return Mode.OPEN
    if label == "pcomp" and lemma == "without":
        return Mode.DENIED
    return Mode.TO_COME if infinitive else Mode.DONE


def _is_negated(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a verb or what takes part in it is denied: ``no charges were brought``."""
    negative = _words("negative")
    for one in children(tokens, n, "neg", "advmod", "preconj", "det"):
        if tokens[one].text.lower() in negative and not _is_not_only(tokens, one):
            return True
    sides = tuple(children(tokens, n, "nsubj", "nsubjpass", "dobj"))
    return any(
        tokens[part].lemma.lower() in NOBODY and not _is_not_only(tokens, part) for part in sides
    ) or any(
        tokens[det].text.lower() in {"no", "neither"}
        for part in sides
        for det in children(tokens, part, "det", "neg")
    )


def _is_not_only(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether ``not`` belongs to ``not only``, or ``nothing`` to ``nothing but``."""
    return n + 1 < len(tokens) and tokens[n + 1].text.lower() in NOT_ONLY


def _words(key: str) -> tuple[str, ...]:
    return lexicon("certainty")[key]
