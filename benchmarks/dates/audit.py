"""One trial: a sentence, its references, and the date rules run over them."""

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache

from auditor.checks.dates.check import check
from auditor.checks.dates.find import find_dates
from auditor.checks.quotes.find.find import find_quotes
from auditor.evidence.align import align
from auditor.load import document_from_text
from auditor.model.finding import Finding
from auditor.model.rule import Rules
from auditor.model.text import Text
from auditor.model.words import Severity
from auditor.text.segment import segment

LOUD = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence to audit.

    Attributes:
        original: the sentence of the reference that it was made of, or the human summary's.
        altered: whether it must be flagged.
    """

    kind: str
    article: str
    original: str
    references: tuple[str, ...]
    published: datetime.date | None
    altered: bool


@lru_cache(maxsize=400)
def prepared(name: str, text: str, published: datetime.date | None) -> Text:
    """Return a text with its dates and quotes."""
    found = segment(document_from_text(name, name, text, published))
    found = replace(found, quotes=find_quotes(found))
    return replace(found, dates=find_dates(found))


def flagged(trial: Trial, rules: Rules) -> tuple[Finding, ...]:
    """Return what the date rules find in the trial's sentence."""
    article = prepared("article", trial.article, trial.published)
    references = [
        prepared(f"r{n}", text, trial.published) for n, text in enumerate(trial.references, 1)
    ]
    return tuple(check(align(article, references), rules))
