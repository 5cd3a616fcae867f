"""Sentences that the entailment model doubts, read beside the passages closest to them."""

from collections.abc import Iterator

from auditor.checks.support.outcome import Outcome
from auditor.evidence.case import Case
from auditor.evidence.missing import lacking, worst
from auditor.evidence.support import coverage, is_doubted
from auditor.model.evidence import Link
from auditor.model.reading import Reading
from auditor.model.rule import Rule, Rules
from auditor.model.ruling import Ruling
from auditor.model.text import Spanned

EXACT_CHANCE = 0.7
"""From this chance on, a date, figure or quote is what the model misses. From .4 to .7 all four
sets of claims gain .002 to .008 balanced accuracy; at .85 one of them loses .005 of it."""

NEARLY_ALL = 0.6
"""Where more of the sentence than this is missing, all of it is marked. A guess."""


def doubted(case: Case, rules: Rules) -> Iterator[Ruling]:
    """Yield what the model finds denied, or missing: some words of a sentence, or all of it.

    Nothing where the model was not asked, and nothing from the support DOUBTED on. Options:
    `on_topic` of ``denied``, the least that the best passage covers; `words` of ``denied`` and
    ``words``, the least chance that a word is missing; `support` of ``words``, from which it is
    silent, and `covered`, the least that all passages cover, as what stands nowhere is not looked
    for word by word.
    """
    for link in case.links:
        reading = link.reading
        if reading and is_doubted(link) and not _is_exact(link, reading):
            yield from _rulings(link, reading, rules)


def _is_exact(link: Link, reading: Reading) -> bool:
    """Tell whether what is missing most is a date, a figure or a quote: others judge those."""
    return reading.exact >= EXACT_CHANCE and reading.exact > worst(link.sentence, reading)


def _rulings(link: Link, reading: Reading, rules: Rules) -> Iterator[Ruling]:
    denied, words = rules.when(Outcome.DENIED), rules.when(Outcome.WORDS)
    if denied and reading.denies and link.evidence[0].score >= denied.number("on_topic"):
        outcome, spans = Outcome.DENIED, _missing(link, reading, denied.number("words"))
    else:
        spans = _missing(link, reading, words.number("words")) if words else ()
        outcome = Outcome.WORDS if spans else Outcome.ALL
    if words and outcome is Outcome.WORDS and not _is_telling(link, words):
        return
    for span in spans or (link.sentence,):
        yield Ruling(outcome, span.start, span.end, {}, evidence=link.evidence[:1])


def _is_telling(link: Link, words: Rule) -> bool:
    """Tell whether the doubt is strong enough for words to be named, and the rest is found."""
    found = coverage(link.evidence) >= words.number("covered")
    return found and link.support < words.number("support")


def _missing(link: Link, reading: Reading, least: float) -> tuple[Spanned, ...]:
    """Return the words that are missing; () where that is none of them or nearly all."""
    spans = lacking(link.sentence, reading, least)
    size = sum(span.end - span.start for span in spans)
    return spans if size <= NEARLY_ALL * len(link.sentence.text) else ()
