"""Sentences that the entailment model doubts, read beside the passages closest to them."""

from collections.abc import Iterator

from auditor.checks.support.outcome import Outcome
from auditor.evidence.case import Case
from auditor.evidence.missing import lacking
from auditor.evidence.proof import denying
from auditor.evidence.support import is_doubted
from auditor.knowledge.places import capitals_called
from auditor.model.evidence import Link
from auditor.model.reading import Reading
from auditor.model.rule import Rules
from auditor.model.ruling import Ruling
from auditor.model.text import Spanned

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
    outcome = Outcome.DENIED if denied and reading.denies else Outcome.WORDS
    rule = denied if outcome is Outcome.DENIED else words
    found = lacking(link.sentence, reading, rule.number("words")) if rule else ()
    missing = tuple(span for span in found if not _is_capital(span, link))
    if found and not missing and outcome is Outcome.WORDS:
        return
    size = sum(span.end - span.start for span in missing)
    spans = missing if size <= NEARLY_ALL * len(link.sentence.text) else ()
    if outcome is Outcome.WORDS and not spans:
        outcome = Outcome.ALL
    for span in spans or (link.sentence,):
        yield Ruling(outcome, span.start, span.end, {}, evidence=(denying(link),))


def _is_capital(span: Spanned, link: Link) -> bool:
    """Tell whether words describe a capital that a passage names: Dushanbe, the Tajik capital."""
    start = link.sentence.start
    named = capitals_called(link.sentence.text[span.start - start : span.end - start])
    return any(name in passage.text for name in named for passage in link.evidence)
