"""Whether a predicate is told as one thing that happened."""

from collections.abc import Sequence

from auditor.knowledge.deeds import verb_class, word_list
from auditor.language.tree import children, climb, has_child
from auditor.model.text import Token

MODALS = frozenset({"could", "may", "might", "would", "should", "can", "must", "ought"})
"""Verbs that leave open whether it happened."""


def happened(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether the predicate is told as one thing that happened."""
    token = tokens[n]
    if token.pos == "NOUN" and (token.tag == "NNS" or has_child(tokens, n, "nummod")):
        return False
    predicates = climb(tokens, n) if token.pos == "NOUN" else (n,)
    for verb in predicates:
        if has_child(tokens, verb, "neg"):
            return False
        if any(_is_open(tokens, verb, aux) for aux in children(tokens, verb, "aux")):
            return False
    return token.pos == "NOUN" or not _is_unreal(tokens, n)


def _is_open(tokens: Sequence[Token], verb: int, aux: int) -> bool:
    """Tell whether a modal leaves it open; ``said he would come`` is told like ``will come``."""
    above = tokens[tokens[verb].head].lemma
    reported = tokens[verb].dep == "ccomp" and verb_class(above)[0] == "saying"
    return tokens[aux].lemma in MODALS and not (tokens[aux].lemma == "would" and reported)


def _is_unreal(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a verb stands under a condition or a wish: ``plans to buy``, ``if it sold``."""
    if any(
        tokens[mark].lemma in {"if", "unless", "whether"} for mark in children(tokens, n, "mark")
    ):
        return True
    head = tokens[tokens[n].head]
    infinitive = any(tokens[aux].lemma == "to" for aux in children(tokens, n, "aux"))
    return (
        infinitive
        and tokens[n].dep in {"xcomp", "acl", "advcl", "ccomp"}
        and (head.lemma in word_list("unreal") or tokens[n].dep != "xcomp")
    )
