"""The noun that a number counts."""

from collections.abc import Sequence

from auditor.model.text import Token

REACH = 7
"""How many words may stand between a number and the noun that it counts. A guess."""

_BETWEEN = frozenset({"ADJ", "ADV", "DET", "NUM", "PART", "PRON", "CCONJ"})
_MARKS = frozenset({"-", "–", "“", '"', "”", "'", "%"})


def counted_noun(tokens: Sequence[Token], after: int) -> int:
    """Return the index of the noun counted by the number that ends before token `after`.

    It is the last of the first run of nouns to the right: ``12 police officers`` count officers,
    ``three of the men`` count men. -1 where a verb, preposition or mark comes first.
    """
    at = after
    while at < len(tokens) and at < after + REACH:
        token = tokens[at]
        if token.pos in {"NOUN", "PROPN", "SYM"} and token.text not in {"%", "$", "£", "€"}:
            return _last_of_run(tokens, at)
        if not (_may_stand_between(token, at == after) or _describes(tokens, at)):
            return -1
        at += 1
    return -1


def _may_stand_between(token: Token, first: bool) -> bool:
    if token.text in _MARKS or token.lemma == "of":
        return True
    if token.pos in {"ADV", "CCONJ"} and first:
        return token.lemma in {"more", "other", "too"}
    return token.pos in _BETWEEN and token.lemma not in {
        "a",
        "an",
        "that",
        "which",
        "who",
        "there",
        "when",
        "where",
    }


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle stands before its noun: ``12 wounded soldiers``."""
    token = tokens[at]
    return (
        token.pos == "VERB"
        and token.dep == "amod"
        and at + 1 < len(tokens)
        and tokens[at + 1].pos in {"NOUN", "PROPN", "ADJ"}
    )


def _last_of_run(tokens: Sequence[Token], at: int) -> int:
    while at + 1 < len(tokens):
        after = tokens[at + 1]
        dashed = (
            after.text == "-" and at + 2 < len(tokens) and tokens[at + 2].pos in {"NOUN", "PROPN"}
        )
        if after.pos in {"NOUN", "PROPN"} and after.dep not in {"npadvmod", "appos", "nsubj"}:
            at += 1
        elif dashed and tokens[at + 1].start == tokens[at].end:
            at += 2
        else:
            break
    return at


def noun_lemma(token: Token) -> str:
    """Return the folded base form of a counted noun, proper names in the singular too."""
    word = token.lemma.lower()
    if token.pos == "PROPN" and word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word
