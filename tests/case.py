"""A case made of a few sentences, as every test of a checker builds it."""

from datetime import date

from auditor.checks.mentions import with_mentions
from auditor.evidence.case import Case
from auditor.load import document_from_text
from auditor.model.text import Text
from auditor.pipeline import case_of
from auditor.text.segment import segment


def text(name: str, words: str, published: date | None = None) -> Text:
    """Return a text with its mentions; `name` is ``article``, ``r1``, ``r2`` …"""
    return with_mentions(segment(document_from_text(name, f"{name}.txt", words, published)))


def case(
    article: str, *references: str | tuple[str, date | None], published: date | None = None
) -> Case:
    """Return the case of an article and its references, which are ``r1``, ``r2`` …

    A reference is its words, or its words and its day of publication; `published` is that of the
    article.
    """
    pairs = [one if isinstance(one, tuple) else (one, None) for one in references]
    texts = [text(f"r{n}", words, day) for n, (words, day) in enumerate(pairs, 1)]
    return case_of(text("article", article, published), texts)
