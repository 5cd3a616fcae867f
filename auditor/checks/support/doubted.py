"""Sentences that the entailment model doubts, read beside the passages closest to them."""

from collections.abc import Iterator

from auditor.checks.support.outcome import Outcome
from auditor.evidence.case import Case
from auditor.evidence.missing import lacking
from auditor.evidence.support import is_doubted
from auditor.model.evidence import Evidence, Link
from auditor.model.reading import Reading
from auditor.model.rule import Rules
from auditor.model.ruling import Ruling
from auditor.model.text import Spanned
from auditor.model.words import Stance

NEARLY_ALL = 0.6
"""Where more of the sentence than this is missing, all of it is marked. A guess."""


def doubted(case: Case, rules: Rules) -> Iterator[Ruling]:
    """Yield what the model finds denied, or missing: some words of a sentence, or all of it.

    Nothing where the model was not asked, and nothing from the support DOUBTED on. Option `words`
    of ``denied`` and ``words``: the least chance that a word is missing.
    """
    for link in case.links:
        if link.reading and is_doubted(link):
            yield from _rulings(link, link.reading, rules)


def _rulings(link: Link, reading: Reading, rules: Rules) -> Iterator[Ruling]:
    denied, words = rules.when(Outcome.DENIED), rules.when(Outcome.WORDS)
    if denied and reading.denies:
        outcome, spans = Outcome.DENIED, _missing(link, reading, denied.number("words"))
    else:
        spans = _missing(link, reading, words.number("words")) if words else ()
        outcome = Outcome.WORDS if spans else Outcome.ALL
    for span in spans or (link.sentence,):
        yield Ruling(outcome, span.start, span.end, {}, evidence=(_proof(link),))


def _proof(link: Link) -> Evidence:
    """Return the passage that denies the sentence, the closest where none does."""
    denying = (p for p in link.evidence if p.stance is Stance.CONTRADICTS)
    return next(denying, link.evidence[0])


def _missing(link: Link, reading: Reading, least: float) -> tuple[Spanned, ...]:
    """Return the words that are missing; () where that is none of them or nearly all."""
    spans = lacking(link.sentence, reading, least)
    size = sum(span.end - span.start for span in spans)
    return spans if size <= NEARLY_ALL * len(link.sentence.text) else ()
