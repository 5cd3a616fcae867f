"""What of a text nobody can read: another language, no sentence of a report, gaps in its file."""

from collections.abc import Iterator

from auditor.model.document import Document
from auditor.model.finding import Problem
from auditor.model.text import Text
from auditor.model.words import SentenceKind
from auditor.text.written_in import foreign_language


def unread(text: Text) -> Iterator[Problem]:
    """Yield why an audit of this text, article or reference, means little or nothing."""
    document = text.document
    for gap in document.gaps:
        yield Problem("load", document.path, gap)
    yield from in_foreign_language(document)
    if all(sentence.kind is SentenceKind.BOILERPLATE for sentence in text.sentences):
        reason = "holds no sentence of a report, only labels and notices"
        yield Problem("read", document.path, reason)


def in_foreign_language(document: Document) -> Iterator[Problem]:
    """Yield that a document is not written in English, where it is not."""
    language = foreign_language(document)
    if language is not None:
        yield Problem(
            "read", document.path, f"is written in {language}, but only English is understood"
        )
