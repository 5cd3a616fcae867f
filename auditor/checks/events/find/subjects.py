"""The subject of a verb: its own, or the one that it shares with another."""

from collections.abc import Iterator, Sequence

from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import VERBS, children, has_child
from auditor.model.text import Token

SUBJECTS = ("nsubj", "csubj")
"""Labels of who does it."""

PASSIVE = ("nsubjpass",)
"""Labels of whom it is done to."""

QUOTES = frozenset("\"'“”‘’«»")
"""Inside of them, ``he`` is not the speaker."""


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the subject of a verb is whom it is done to."""
    if has_child(tokens, verb, "nsubjpass", "auxpass"):
        return True
    if tokens[verb].tag != "VBN":
        return False
    return tokens[verb].dep in {"acl", "acomp"} or (
        tokens[verb].dep == "conj"
        and not has_child(tokens, verb, *SUBJECTS, "aux")
        and is_passive(tokens, tokens[verb].head)
    )


def subjects(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Yield the subjects of a verb: its own, the noun that it modifies, or the verb's above."""
    own = list(children(tokens, verb, *SUBJECTS, *PASSIVE))
    head = tokens[verb].head
    if own:
        for noun in own:
            yield stands_for(tokens, verb, noun)
    elif tokens[verb].dep == "acl" and tokens[verb].tag in {"VBG", "VBN"}:
        yield head
    elif (
        tokens[verb].dep in {"conj", "xcomp", "advcl", "acomp"}
        and head != verb
        and tokens[head].pos in VERBS
        and (tokens[verb].dep != "advcl" or tokens[verb].tag == "VBG")
    ):
        yield from subjects(tokens, head)
    elif tokens[verb].dep == "xcomp" and tokens[head].dep == "acomp" and _opens(tokens, head):
        yield from subjects(tokens, tokens[head].head)


def _opens(tokens: Sequence[Token], adjective: int) -> bool:
    """Tell whether what follows is the subject's own deed: ``due to open``, not ``hard to see``."""
    words = lexicon("certainty")
    return tokens[adjective].lemma in {*words["opening"], *words["planning"]}


def stands_for(tokens: Sequence[Token], verb: int, noun: int) -> int:
    """Return what a noun stands for: ``who`` its noun, ``it`` in reported speech the speaker."""
    head = tokens[verb].head
    if tokens[noun].lemma in {"who", "whom", "which", "that"}:
        if tokens[verb].dep == "relcl":
            return head
        if tokens[verb].dep == "ccomp" and tokens[head].lemma == "be":  # "it was X who called"
            return next(children(tokens, head, "attr"), noun)
    if tokens[noun].dep not in {*SUBJECTS, *PASSIVE}:
        return noun
    quoted = any(token.text in QUOTES for token in tokens[min(head, verb) : max(head, verb)])
    if (
        tokens[verb].dep == "ccomp"
        and not quoted
        and tokens[noun].lemma in {"it", "he", "she", "they"}
    ):
        return next(children(tokens, head, *SUBJECTS), noun)
    return noun
