"""What of a text nobody can read for its meaning: another language, no sentence to settle."""

from collections.abc import Iterator

from auditor.model.finding import Problem
from auditor.model.text import Text
from auditor.model.words import SentenceKind
from auditor.text.checkable import is_checkable
from auditor.text.written_in import foreign_language

ARTICLE = "article"
"""The id of the document under audit."""


def unread(text: Text) -> Iterator[Problem]:
    """Yield why an audit of this text, article or reference, means little or nothing."""
    document = text.document
    language = foreign_language(document)
    if language is not None:
        yield Problem(
            "read", document.path, f"is written in {language}, but only English is understood"
        )
    if document.id == ARTICLE and not any(map(is_checkable, text.sentences)):
        yield Problem(
            "read",
            document.path,
            "holds no sentence that a reference could bear out or deny: nothing was checked",
        )
    elif all(sentence.kind is SentenceKind.BOILERPLATE for sentence in text.sentences):
        yield Problem(
            "read", document.path, "holds no sentence of a report, only labels and notices"
        )
