"""Deeds that the article tells as done and the references as open or not done, and the reverse."""

from collections.abc import Iterator

from auditor.checks.certainty.modes import Mode
from auditor.checks.certainty.outcome import Outcome
from auditor.checks.certainty.told import Told, deeds_told, phrase, wanted_words
from auditor.checks.roles.said_of import share_of
from auditor.evidence.case import Case
from auditor.evidence.proof import evidence
from auditor.knowledge.deeds import word_list, words_of
from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import children
from auditor.language.words import terms
from auditor.model.ruling import Ruling
from auditor.model.text import within
from auditor.model.words import SentenceKind, Stance

SAID = 0.5
"""Share of the words of the article's clause that the reference's sentence must have. A guess."""

WORDS = 1
"""Content words, besides the deed's own, without which a clause is too bare to compare. A guess."""

VERDICTS = frozenset({"convicting", "acquitting"})
"""Deeds that a headline tells without a helping verb: ``Former mayor convicted of fraud``."""

FINITE = frozenset({"VBD", "VBP", "VBZ"})
"""Tags of verbs in a present or past form."""


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield the deeds of the article that it alone tells as done, or as not done."""
    for told in deeds_told(case):
        if told.text is case.article and is_claim(told):
            ruling = _ruling(case, told)
            if ruling is not None:
                yield ruling


def is_claim(told: Told) -> bool:
    """Tell whether a deed is told as done or not done, in the article's own words."""
    if told.sentence.kind not in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}:
        return told.sentence.kind is SentenceKind.HEADING and told.frame.family in VERDICTS
    if not told.frame.verb or told.mode not in {Mode.DONE, Mode.DENIED}:
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


def _ruling(case: Case, mine: Told) -> Ruling | None:
    wanted = wanted_words(mine)
    if len(wanted) < WORDS:
        return None
    like = [theirs for theirs in deeds_told(case) if _may_be_one(case, mine, theirs)]
    opposed = {Mode.DONE: {Mode.OPEN, Mode.DENIED}, Mode.DENIED: {Mode.DONE}}[mine.mode]
    if not like or any(theirs.mode not in opposed for theirs in like):
        return None
    shares = [share_of(wanted, terms(theirs.sentence), case.passages) for theirs in like]
    if max(shares) < SAID:
        return None
    theirs = like[shares.index(max(shares))]
    if mine.mode is Mode.DENIED:
        outcome = Outcome.NEGATED
    else:
        outcome = Outcome.DENIED if theirs.mode is Mode.DENIED else Outcome.OPEN
    start, end = phrase(mine)
    first, last = phrase(theirs)
    said = theirs.text.document.text[first:last]
    fields = {"told": mine.text.document.text[start:end], "said": said}
    proof = evidence(theirs.text, theirs.sentence, Stance.CONTRADICTS, SAID)
    return Ruling(outcome, start, end, fields, evidence=(proof,))


def _may_be_one(case: Case, mine: Told, theirs: Told) -> bool:
    """Tell whether a reference may tell the same deed: one of its class with the same side."""
    return theirs.frame.family == mine.frame.family and may_share_sides(case, mine, theirs)


def may_share_sides(case: Case, mine: Told, theirs: Told) -> bool:
    """Tell whether a reference's deed has a side in common with the article's and none apart."""
    if theirs.text is case.article:
        return False
    sides = [(mine.sides.get(role), theirs.sides.get(role)) for role in ("agent", "patient")]
    known = [(own, other) for own, other in sides if own and other]
    return bool(known) and all(own & other for own, other in known)
