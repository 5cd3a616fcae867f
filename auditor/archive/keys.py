"""The words of a report as an archive knows them: folded and stemmed, in whatever spelling."""

import re
from collections.abc import Iterator

from auditor.language.words import fold, stem
from auditor.model.document import Document

_WORD = re.compile(
    r"((?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:['’](?!s\b)[^\W_]+)*)(?:['’]s\b)?"
)
"""An abbreviation, a figure, or a word; the mark of possession is no part of it."""


LONGEST = 100
"""Characters kept of a word; what is longer is an address or a slip."""


def keyed(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word with its key, in text order."""
    for word in _WORD.findall(text):
        if key := fold(word) if any(map(str.isdigit, word)) else stem(word):
            yield word, key[:LONGEST]


def words_of(document: Document) -> str:
    """Return the keys of a report, each once, with spaces between them."""
    return " ".join(sorted({key for _, key in keyed(f"{document.title or ''}\n{document.text}")}))
