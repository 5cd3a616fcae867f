"""Cutting documents, and finding the mentions in them, that were not looked through before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from auditor.cache import shape
from auditor.cache.store import Store
from auditor.cache.strict_json import read_back, written
from auditor.model.document import Document
from auditor.model.finding import Problem
from auditor.model.text import Text

Read = tuple[Text, tuple[Problem, ...]]
"""The sentences and mentions of a document, and what of it could not be read."""


@dataclass(frozen=True, slots=True)
class KnownTexts:
    """What reads documents and remembers them.

    One that left a problem is not kept: it is read anew until nothing is wrong.

    Attributes:
        unknown: reads a document, as `auditor.pipeline.read` does.
    """

    store: Store
    unknown: Callable[[Document], Read]

    def read(self, document: Document) -> Read:
        """Return a document read, as `auditor.pipeline.read` does."""
        key = shape.key(shape.of_texts(), document)
        for known in read_back(_text(), self.store.get([key])).values():
            return known, ()
        text, problems = self.unknown(document)
        if not problems:
            self.store.put(written(_text(), {key: text}))
        return text, problems


@cache
def _text() -> TypeAdapter[Text]:
    return TypeAdapter(Text)
