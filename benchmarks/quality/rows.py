"""Labelled texts in one form, whatever set they come from."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from auditor.model.text import Spanned, within

Span = tuple[int, int]
"""First character and one past the last."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Words that the references do not bear out.

    Attributes:
        kinds: finding categories that name the error; () where any does.
        kind: what the makers of the set call it.
    """

    start: int
    end: int
    kinds: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One article beside its references, with what is wrong in it.

    Attributes:
        source: the set that it belongs to.
        id: its name within the set, the same in every run.
        references: name and text of each.
        published: the article's day where its text does not state it.
        faithful: stretches whose sentences are borne out, but for those that `wrong` touches;
            what lies outside was not labelled, or its makers leave a choice.
        quotes_labelled: whether the labels say how true quotations are to the letter. Those of
            public claims do not: their makers call summaries faithful that alter quotations.
    """

    source: str
    id: str
    article: str
    references: tuple[tuple[str, str], ...]
    wrong: tuple[Wrong, ...]
    published: datetime.date | None = None
    faithful: tuple[Span, ...] = field(default=((0, 10**9),))
    quotes_labelled: bool = True

    def is_true(self, words: Spanned) -> bool:
        """Tell whether words of the article are labelled as borne out."""
        inside = any(start <= words.start and words.end <= end for start, end in self.faithful)
        return inside and not within(self.wrong, words)


def digest(rows: Iterable[Row]) -> str:
    """Return 12 hexadecimal digits that tell whether rows are the same as they were."""
    seen = hashlib.sha256()
    for row in rows:
        seen.update(repr(row).encode())
    return seen.hexdigest()[:12]
