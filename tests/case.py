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


def case(article: str, *references: str, published: date | None = None) -> Case:
    """Return the case of an article and its references, which are ``r1``, ``r2`` …"""
    texts = [text(f"r{n}", words) for n, words in enumerate(references, 1)]
    return case_of(text("article", article, published), texts)
