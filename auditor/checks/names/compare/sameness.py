"""Whether two names stand in the same position of like sentences."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from auditor.checks.names.entities.spelling import plain
from auditor.knowledge.deeds import words_of
from auditor.language.tree import root_of, tie, tokens_in
from auditor.model.name import Name
from auditor.model.text import Sentence, Text

NAME_GAP = "\N{PLACE OF INTEREST SIGN}"
"""What stands for a name when the words around two names are compared."""

LEAST_COMMON = 4
"""Words that two sentences must share, the gap included. A guess."""

_UNCOMPARED = frozenset({"PUNCT", "DET", "SPACE"})
"""Parts of speech left out when the words around two names are compared."""

_TELLING = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
"""Parts of speech whose words tell what a sentence is about, besides names."""

_LABELS = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "compound"})
"""Dependency labels by which a name fills a slot of a verb or noun without a preposition."""


@cache
def _light() -> frozenset[str]:
    """Return verbs that govern anything, so that sharing one tells nothing."""
    return words_of("light") | words_of("telling")


class NameInText(NamedTuple):
    """A name in its surroundings."""

    text: Text
    sentence: Sentence
    name: Name


class Likeness(NamedTuple):
    """How alike two sentences must be to say the same thing of two names.

    Attributes:
        around: share of the shorter sentence's words that they have in common, in order.
        content: content words that they share besides the one on which both names hang.
    """

    around: float
    content: int


def are_in_one_position(mine: NameInText, theirs: NameInText, needed: Likeness) -> bool:
    """Tell whether two names stand among the same words, or fill one slot of like sentences."""
    return _are_among_the_same_words(
        words_around(mine.sentence, mine.name),
        words_around(theirs.sentence, theirs.name),
        needed.around,
    ) or _fill_one_slot(mine, theirs, needed.content)


def _are_among_the_same_words(mine: Sequence[str], theirs: Sequence[str], needed: float) -> bool:
    """Tell whether two word sequences with a gap each say the same thing around the gap.

    They must share most words in order, the gap among them, and a word right beside it.
    """
    common = LCSseq.similarity(mine, theirs)
    if common < needed * min(len(mine), len(theirs)) or common < LEAST_COMMON:
        return False
    i, j = mine.index(NAME_GAP), theirs.index(NAME_GAP)
    left = LCSseq.similarity(mine[:i], theirs[:j])
    right = LCSseq.similarity(mine[i + 1 :], theirs[j + 1 :])
    beside = mine[max(0, i - 1) : i] == theirs[max(0, j - 1) : j] != () or (
        mine[i + 1 : i + 2] == theirs[j + 1 : j + 2] != ()
    )
    return beside and left + right + 1 >= common


def words_around(sentence: Sentence, name: Name) -> tuple[str, ...]:
    """Return the folded words of a sentence, the name as one gap; the gap last without it."""
    inside = tokens_in(sentence, name)
    words: list[str] = []
    for n, token in enumerate(sentence.tokens):
        if n in inside[:1]:
            words.append(NAME_GAP)
        elif n not in inside and token.pos not in _UNCOMPARED:
            words.append(plain(token.lemma))
    return tuple(words) if inside else (*words, NAME_GAP)


def _fill_one_slot(mine: NameInText, theirs: NameInText, shared: int) -> bool:
    """Tell whether two names hang on the same word in sentences that share so many others."""
    slot = slot_of(mine.sentence, mine.name)
    if slot is None or slot != slot_of(theirs.sentence, theirs.name):
        return False
    return len(_content(mine.sentence) & _content(theirs.sentence) - set(slot)) >= shared


def slot_of(sentence: Sentence, name: Name) -> tuple[str, ...] | None:
    """Return how a name hangs on the nearest verb or noun: label, preposition, base form.

    None where it hangs otherwise, or on a word that tells nothing.
    """
    tokens = sentence.tokens
    top = root_of(tokens, tokens_in(sentence, name))
    if top is None:
        return None
    label, preposition, head = tie(tokens, top)
    governing = tokens[head].lemma
    if governing in _light() or label not in {"pobj", *_LABELS}:
        return None
    return "dobj" if label == "nsubjpass" else label, preposition, governing


def _content(sentence: Sentence) -> set[str]:
    return {token.lemma for token in sentence.tokens if token.pos in _TELLING} - _light()
