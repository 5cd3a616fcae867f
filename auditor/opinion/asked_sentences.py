"""Which sentences a language model is asked about, each with its numbered passages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from auditor.evidence.case import Case
from auditor.model.audit import Audit, Judged
from auditor.model.evidence import Evidence
from auditor.model.text import Sentence, Spanned, within
from auditor.model.words import Category, Severity
from auditor.opinion.chosen_judge import Only
from auditor.text.checkable import is_checkable


@dataclass(frozen=True, slots=True)
class NumberedPassage:
    """A passage with the day of its report, None where that is unknown."""

    evidence: Evidence
    published: date | None


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence of the article, and the passages beside it, which are numbered from 1.

    Attributes:
        published: the day of the article, None where that is unknown.
    """

    sentence: Sentence
    passages: tuple[NumberedPassage, ...]
    published: date | None


def questions(
    case: Case, audit: Audit, only: Only, spans: Sequence[Spanned] | None = None
) -> Iterator[Question]:
    """Yield what is asked, in text order; what the references cannot settle is not.

    Args:
        case: the one that was audited, as the model read it.
        audit: what is said of it.
        only: which sentences are wanted.
        spans: asked about is only what touches one of them; None for everything.
    """
    days = {text.document.id: text.document.published for text in case.references}
    for judged in audit.sentences:
        sentence = judged.sentence
        if not (judged.evidence and is_checkable(sentence)):
            continue
        if spans is not None and not within(spans, sentence):
            continue
        if only is Only.ALL or _is_open(judged):
            numbered = (NumberedPassage(one, days[one.reference]) for one in judged.evidence)
            yield Question(sentence, tuple(numbered), case.article.document.published)


def _is_open(judged: Judged) -> bool:
    """Tell whether something is said against a sentence, and nothing for certain."""
    marks = {f.severity for f in judged.findings if f.category is not Category.REFERENCE}
    return bool(marks) and Severity.ERROR not in marks
