"""What the article claims: deeds that it tells as done or not done, in its own words."""

from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.told import Told, deeds_told
from auditor.evidence.case import Case, once
from auditor.knowledge.deeds import word_list, words_of
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children
from auditor.model.text import within
from auditor.model.words import SentenceKind

VERDICTS = frozenset({"convicting", "acquitting"})
"""Deeds that a headline tells without a helping verb: ``Former mayor convicted of fraud``."""

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs in a present or past form."""


@once
def claims(case: Case) -> tuple[Told, ...]:
    """Return the claims of the article, in text order."""
    return tuple(told for told in deeds_told(case) if told.text is case.article and _is_claim(told))


def _is_claim(told: Told) -> bool:
    """Tell whether a deed is told as done or not done, in the article's own words."""
    if told.mode not in {Mode.DONE, Mode.DENIED}:
        return False
    if told.sentence.kind not in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}:
        return told.sentence.kind is SentenceKind.HEADING and told.frame.family in VERDICTS
    if not told.frame.verb:
        return False
    if told.frame.predicate in lexicon("certainty")["opening"]:
        return False
    light = words_of("light") | words_of("telling") | word_list("talk")
    if {told.frame.predicate, told.frame.family} & light and told.phrasal == told.frame.predicate:
        return False
    if told.mode is Mode.DENIED and (_is_for_a_time(told) or _is_corrected(told)):
        return False
    return not within(told.text.quotes, told.frame) and _is_finite(told)


def _is_corrected(told: Told) -> bool:
    """Tell whether something else is said instead: ``not of murder but of theft``."""
    return any(token.lemma.lower() == "but" for token in told.sentence.tokens[told.at :])


def _is_for_a_time(told: Told) -> bool:
    """Tell whether something is denied for a time only: ``has not scored since``."""
    words = lexicon("certainty")["for-a-time"]
    return any(token.text.lower() in words for token in told.sentence.tokens)


def _is_finite(told: Told) -> bool:
    """Tell whether a verb says that something is or was so, by itself or by what helps it."""
    tokens = told.sentence.tokens
    own = (told.at, *children(tokens, told.at, "aux", "auxpass"))
    return any(tokens[n].tag in FINITE for n in own)
