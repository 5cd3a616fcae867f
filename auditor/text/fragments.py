"""Items of lists and rows of tables that name something and say nothing of it by themselves."""

from auditor.model.text import Sentence
from auditor.model.words import SentenceKind

LISTED = frozenset({SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})
"""Kinds of sentence that stand one under another."""

_BETWEEN_CELLS = ("\t", " | ")

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def is_fragment(sentence: Sentence) -> bool:
    """Tell whether an item or row has cells or no subject: ``Nantes``, ``Food: 29 trucks / 29``.

    What it means depends on the title of its list and on the rows beside it, so that figures and
    days in other tellings of its few words speak against it only where its label stands with them.
    """
    if sentence.kind not in LISTED:
        return False
    is_cut = any(mark in sentence.text for mark in _BETWEEN_CELLS)
    return is_cut or all(token.dep not in _SUBJECTS for token in sentence.tokens)
