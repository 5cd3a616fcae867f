"""Whether the references could ever settle a sentence: news, or opinion, forecast, question."""

import re

from auditor.knowledge.lexicon import lexicon
from auditor.model.text import Sentence, Token
from auditor.model.words import SentenceKind

EPISTEMIC = frozenset({"could", "may", "might"})
"""Modals that say what is possible, not what is."""


def is_checkable(sentence: Sentence) -> bool:
    """Return whether the sentence says something that references can support or deny.

    Boilerplate, questions, forecasts (`It could force …`), bare labels and marks without a word do
    not. A sentence that reports who said, warned or fears something is checkable whatever was said.
    """
    if not any(char.isalnum() for char in sentence.text):
        return False
    if sentence.kind is SentenceKind.BOILERPLATE or sentence.text.rstrip("”’\"') ").endswith("?"):
        return False
    if sentence.kind is SentenceKind.HEADING and not any(map(_asserts, sentence.tokens)):
        return False
    return not _is_forecast(sentence)


def _asserts(token: Token) -> bool:
    """Tell whether a heading with this token says something and is not a mere label."""
    return token.tag in {"VBD", "VBZ", "VBP", "VBN"} or bool(token.entity)


def _is_forecast(sentence: Sentence) -> bool:
    """Tell whether the main clause only says what may come."""
    roots = [n for n, token in enumerate(sentence.tokens) if token.dep == "ROOT"]
    return any(
        _governs(sentence.tokens, n, root)
        and (_is_epistemic(sentence.tokens, n, root) or token.lemma in _adverbs())
        for root in roots
        for n, token in enumerate(sentence.tokens)
    ) or bool(_unsettled().search(sentence.text.casefold()))


def _is_epistemic(tokens: tuple[Token, ...], n: int, root: int) -> bool:
    """Tell whether a word says what is possible; `could not` says that somebody failed to."""
    denied = any(token.head == root and token.dep == "neg" for token in tokens)
    return tokens[n].lemma in EPISTEMIC and not (tokens[n].lemma == "could" and denied)


def _adverbs() -> tuple[str, ...]:
    return lexicon("forecast")["adverbs"]


def _governs(tokens: tuple[Token, ...], n: int, root: int) -> bool:
    return tokens[n].head == root and tokens[n].dep in {"aux", "advmod"}


def _unsettled() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon("forecast")["unsettled"])))
