"""What the article claims: deeds that it tells as done, to come or not done, in its own words."""

from auditor.checks.certainty.modes import FINITE, Mode
from auditor.checks.certainty.told import Told, deeds_told, is_denied_in_part
from auditor.evidence.case import Case, once
from auditor.knowledge.deeds import word_list, words_of
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children, has_child
from auditor.model.text import within
from auditor.model.words import SentenceKind

VERDICTS = frozenset({"convicting", "acquitting"})
"""Deeds that a headline tells without a helping verb: ``Former mayor convicted of fraud``."""


@once
def claims(case: Case) -> tuple[Told, ...]:
    """Return the claims of the article, in text order."""
    return tuple(told for told in deeds_told(case) if told.text is case.article and _is_claim(told))


def _is_claim(told: Told) -> bool:
    """Tell whether a deed is told as sure, be it done or not done, in the article's own words."""
    if told.mode not in {Mode.DONE, Mode.TO_COME, Mode.DENIED}:
        return False
    if told.sentence.kind not in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}:
        return told.sentence.kind is SentenceKind.HEADING and told.frame.family in VERDICTS
    if not told.frame.verb:
        return False
    words = lexicon("certainty")
    opens = told.frame.predicate in {*words["opening"], *words["planning"]}
    if opens and not _is_past_deed(told):
        return False
    light = words_of("light") | words_of("telling") | word_list("talk")
    if {told.frame.predicate, told.frame.family} & light and told.phrasal == told.frame.predicate:
        return False
    if told.mode is Mode.DENIED and (is_denied_in_part(told) or _is_over(told)):
        return False
    return not within(told.text.quotes, told.frame) and _is_finite(told)


def _is_past_deed(told: Told) -> bool:
    """Tell whether a verb that may open another deed is one itself: ``was freed``, ``has ordered``.

    Not so ``planned to close`` and ``wants money``.
    """
    tokens = told.sentence.tokens
    is_past = tokens[told.at].tag in {"VBD", "VBN"}
    return is_past and not has_child(tokens, told.at, "xcomp", "ccomp")


def _is_over(told: Told) -> bool:
    """Tell whether something is denied that was so before or may come: ``no longer``, ``yet``."""
    words = lexicon("certainty")["for-now"]
    return any(token.text.lower() in words for token in told.sentence.tokens)


def _is_finite(told: Told) -> bool:
    """Tell whether a verb says that something is, was or will be so, by itself or what helps it."""
    if told.mode is Mode.TO_COME:
        return True
    tokens = told.sentence.tokens
    own = (told.at, *children(tokens, told.at, "aux", "auxpass"))
    return any(tokens[n].tag in FINITE for n in own)
