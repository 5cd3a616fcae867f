"""How a source is told to the editor."""

from auditor.knowledge.acting import on_one_line
from auditor.knowledge.invisible import without_invisible
from auditor.model.document import Document

LONGEST_TOLD = 240
"""Characters of hidden words or of a notice that a message shows."""


def named(document: Document) -> str:
    """Return what a message calls a document: its path, or ``the article``."""
    return "the article" if document.id == "article" else document.path


def spoken_of(document: Document) -> str:
    """Return a document as a sentence about it begins."""
    return "The article" if document.id == "article" else f"The reference {document.path}"


def excerpt(words: str) -> str:
    """Return words of a source on one line, nothing unseen in them, cut where they are long."""
    shown = " ".join(without_invisible(words).split())
    shown = shown if len(shown) <= LONGEST_TOLD else f"{shown[: LONGEST_TOLD - 1].rstrip()}…"
    return on_one_line(shown)


def listed_names(names: list[str]) -> str:
    """Return names as a sentence has them: ``a, b and c``."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
