"""What reads a saved page: this package, and two libraries by themselves."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor.load.document import document
from auditor.load.source import decoded, read_file
from auditor.model.words import SentenceKind
from auditor.text.blocks import blocks


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read of a page.

    Attributes:
        lines: the story's paragraphs, perhaps under its title.
        published: an ISO day, "" for none.
        byline: the writers' names.
    """

    lines: tuple[str, ...]
    published: str
    byline: tuple[str, ...]


UNTIL = {"original_date": True, "extensive_search": True, "max_date": "2040-12-31"}
"""trafilatura's own settings for days, which refuse those later than today: ours are invented."""

Reader = Callable[[Path], Extract]


def ours(path: Path) -> Extract:
    """Return what counts as evidence where the page is a reference."""
    page = document("r1", read_file(path))
    lines = tuple(
        page.text[block.start : block.end]
        for block in blocks(page)
        if block.kind not in {SentenceKind.BOILERPLATE, SentenceKind.CAPTION}
    )
    return Extract(lines, page.published.isoformat() if page.published else "", page.byline)


def trafilatura_alone(path: Path) -> Extract:
    """Return what trafilatura finds with its own settings."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = trafilatura.bare_extraction(
        path.read_bytes(), with_metadata=True, date_extraction_params=UNTIL
    )
    if page is None or isinstance(page, dict):
        return Extract((), "", ())
    names = tuple((page.author or "").split("; ")) if page.author else ()
    return Extract(tuple((page.text or "").splitlines()), page.date or "", names)


def readability_alone(path: Path) -> Extract:
    """Return what readability-lxml finds, which reads no day."""
    from lxml.html import fromstring
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    page = Document(decoded(read_file(path)))
    body = fromstring(page.summary())
    lines = tuple(" ".join(line.split()) for line in "\n".join(body.itertext()).splitlines())
    author = page.author() or ""
    names = tuple(re.split(r",| and ", author)) if author != "[no-author]" else ()
    return Extract(tuple(filter(None, lines)), "", names)


READERS: dict[str, Reader] = {
    "ours": ours,
    "trafilatura": trafilatura_alone,
    "readability-lxml": readability_alone,
}
