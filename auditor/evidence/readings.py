"""What the passages say of each sentence, as the entailment model reads them.

A sentence is read once, beside its excerpt: facts that two references hold between them support it
together, and one reading a sentence keeps the audit quick.
"""

from dataclasses import replace
from statistics import fmean

from auditor.evidence.case import Case
from auditor.evidence.entailment import Reader
from auditor.evidence.excerpt import NewsTexts, alone, excerpt, sources
from auditor.evidence.missing import compared_elsewhere, without
from auditor.evidence.substitutes import with_substitutes
from auditor.evidence.support import is_doubted, log_odds, support
from auditor.model.evidence import Link
from auditor.model.reading import Reading
from auditor.model.text import Sentence
from auditor.model.words import SentenceKind, Stance
from auditor.text.checkable import is_checkable
from auditor.text.fragments import is_fragment

UNREAD = frozenset({SentenceKind.HEADING, SentenceKind.TABLE_ROW})
"""Kinds of sentence that the model was trained on none of: it doubts true ones."""


def with_readings(case: Case, entailment: Reader) -> Case:
    """Return the case with a reading for each checkable sentence that has evidence.

    Headings, rows of tables and items of lists that only name something are left to the rules.
    """
    references = sources(case.references)
    due = [n for n, link in enumerate(case.links) if link.evidence and _is_readable(link.sentence)]
    pairs = [(excerpt(case.links[n], references), case.links[n].sentence.text) for n in due]
    readings = entailment.read(pairs)
    company = fmean(log_odds(reading.supports) for reading in readings) if readings else 0.0
    links = list(case.links)
    for n, reading in zip(due, readings, strict=True):
        sentence = links[n].sentence
        left = without(reading, sentence, compared_elsewhere(case.article, sentence))
        links[n] = with_reading(links[n], replace(left, company=round(company, 4)))
    stanced = (_with_stances(link, references, entailment) for link in links)
    return with_substitutes(replace(case, links=tuple(stanced)), references, entailment)


def _is_readable(sentence: Sentence) -> bool:
    return is_checkable(sentence) and sentence.kind not in UNREAD and not is_fragment(sentence)


def with_reading(link: Link, reading: Reading) -> Link:
    """Return the link with the reading, and with the support that follows from it."""
    return replace(link, reading=reading, support=support(link.sentence, reading))


def _with_stances(link: Link, references: NewsTexts, entailment: Reader) -> Link:
    """Return the link with what its reading says of its passages.

    They were read together: which of them bears the sentence out is left to what each covers. In
    doubt a passage is only on the subject, but for the one that denies it where the model reads a
    denial: each is read by itself then, since the closest is often on something else.
    """
    if link.reading is None or not is_doubted(link):
        return link
    quiet = [replace(passage, stance=Stance.MENTIONS) for passage in link.evidence]
    if link.reading.denies:
        each = entailment.read([(alone(p, references), link.sentence.text) for p in quiet])
        worst = max(range(len(quiet)), key=lambda n: (each[n].contradicts, -n))
        quiet[worst] = replace(quiet[worst], stance=Stance.CONTRADICTS)
    return replace(link, evidence=tuple(quiet))
