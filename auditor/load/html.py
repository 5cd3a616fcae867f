"""HTML: the visible text of a page's story, one block to each paragraph, list item, table row.

trafilatura finds which part of the page is the story. Its words are then taken from the tree
itself, for trafilatura leaves out what it holds for unimportant, and an audit must not.
"""

import logging
import warnings
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from auditor.load.anchors import anchors
from auditor.load.byline import stated_writers
from auditor.load.declared_writers import declared_writers
from auditor.load.furniture import PagePart
from auditor.load.hidden import remove_hidden
from auditor.load.json_ld import described_stories
from auditor.load.lines import Line, is_prose, lines
from auditor.load.main_text import Placed, StorySigns, story
from auditor.load.metadata import declared_dates, declared_titles, declared_words
from auditor.load.page import ReadPage
from auditor.load.page_allowances import comments_of, placed
from auditor.load.pieces import Piece, pieces
from auditor.load.stub import ShownPage, stub
from auditor.load.title import headline
from auditor.model.document import Block
from auditor.model.words import DateMark, SentenceKind
from auditor.offline import no_probe

DEEPEST = 250
"""Elements within elements; libxml2 and trafilatura give up at 256, news pages need about 40."""

LARGEST_TREE = 20_000
"""Elements up to which trafilatura looks for the story; above, the whole page is it. A news page
has some 3,000. trafilatura took 0.4 s for 10,000 line breaks in a row and 8 s for 50,000."""

MOST_ATTRIBUTES = 500
"""Attributes of an element; tags of news pages have some 10. lxml, which trafilatura reads the page
with, compares each with all before it: 20,000 took 8 s, 100,000 over 200 s."""

_TIGHT = frozenset({SentenceKind.LIST_ITEM, SentenceKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class _Story:
    """The title and text that trafilatura finds; both "" where it finds none."""

    title: str
    text: str


def read_html(markup: str) -> ReadPage:
    """Return the visible text of a page with its blocks, title and declared dates.

    Raises:
        ValueError: if elements are nested so deep, or have so many attributes, that the page cannot
            be one for readers; if it shows a notice in the place of its story.
    """
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # of markup that resembles a path or XML: it is read all the same
        soup = BeautifulSoup(markup, "lxml")
    if _is_too_deep(soup):
        raise ValueError(f"nests elements more than {DEEPEST} deep; save its text as a .txt file")
    if any(len(tag.attrs) > MOST_ATTRIBUTES for tag in soup.find_all()):
        raise ValueError(
            f"has a tag of more than {MOST_ATTRIBUTES} attributes; save its text as a .txt file"
        )
    described = tuple(described_stories(soup))
    dates = declared_dates(soup, described)
    byline = declared_writers(soup, described)
    comments = comments_of(soup)
    unscripted = " ".join(element.get_text(" ") for element in soup.find_all("noscript"))
    unseen = remove_hidden(soup)
    small = len(soup.find_all(limit=LARGEST_TREE)) < LARGEST_TREE
    extracted = _extracted(str(soup)) if small else _Story("", "")
    body = soup.body or soup
    known = StorySigns(extracted.text, (extracted.title, *declared_titles(soup, described)), byline)
    every = tuple(pieces(body))
    kept = tuple(story(every, known))
    told = [one.piece.text for one in kept if one.part is PagePart.STORY]
    shown_words = ShownPage(
        told, [one.text for one in every], unscripted, declared_words(described)
    )
    if reason := stub(shown_words):
        raise ValueError(reason)
    text, blocks = _joined([placed.piece for placed in kept])
    shown = tuple(_own_lines(text, blocks, kept))
    if any(date.mark is DateMark.PUBLISHED for date in dates):
        shown = _above_end(shown)
    titles = [_one_line(extracted.get_text(" ")) for extracted in body.find_all("h1")]
    first = next((block for block in blocks if block.kind is SentenceKind.HEADING), None)
    line = None if first else headline(text, shown)
    title = titles[0] if len(titles) == 1 else extracted.title
    place = next((b for b in blocks if title and text[b.start : b.end] == title), first or line)
    return ReadPage(
        text,
        shown,
        title or (line.text if line else None),
        place.end if place else 0,
        blocks,
        dates,
        anchors(markup, text, blocks),
        tuple(placed(comments, [one.piece for one in kept], blocks)),
        byline=byline or stated_writers(shown),
        unseen=unseen,
    )


def _own_lines(text: str, blocks: Sequence[Block], kept: Sequence[Placed]) -> Iterator[Line]:
    """Yield the lines in which a page may state its day: not those of captions and teasers."""
    others = [
        block
        for block, one in zip(blocks, kept, strict=True)
        if one.part in (PagePart.CAPTION, PagePart.FURNITURE)
    ]
    starts = [block.start for block in others]
    for line in lines(text):
        n = bisect_right(starts, line.start) - 1
        if n < 0 or line.start >= others[n].end:
            yield line


def _above_end(shown: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines up to the last paragraph: days below it are other stories'."""
    last = max((n for n, line in enumerate(shown) if is_prose(line)), default=len(shown))
    return tuple(shown[: last + 1])


def _is_too_deep(soup: BeautifulSoup) -> bool:
    todo: list[Iterator[Tag]] = [_child_tags(soup)]
    while todo:
        if len(todo) > DEEPEST:
            return True
        child = next(todo[-1], None)
        if child is None:
            todo.pop()
        else:
            todo.append(_child_tags(child))
    return False


def _child_tags(tag: Tag) -> Iterator[Tag]:
    return (child for child in tag.children if isinstance(child, Tag))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _extracted(markup: str) -> _Story:
    """Return the story that trafilatura finds; it logs pages without one, we need no word of it."""
    with no_probe():
        import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    page = trafilatura.bare_extraction(
        markup,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        # Its search for dates asks the clock, and guesses; ours is in metadata.py.
        date_extraction_params={"max_date": "1996-01-01", "extensive_search": False},
    )
    if page is None or isinstance(page, dict):
        return _Story("", "")
    return _Story(_one_line(page.title or ""), page.text or "")


def _joined(pieces_kept: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the pieces as one text, a blank line between them, and a block for each."""
    text, blocks = "", []
    parts: list[str] = []
    length = 0
    previous: SentenceKind | None = None
    for piece in pieces_kept:
        gap = "\n" if piece.kind is previous and piece.kind in _TIGHT else "\n\n"
        if parts:
            parts.append(gap)
            length += len(gap)
        blocks.append(Block(length, length + len(piece.text), piece.kind))
        parts.append(piece.text)
        length += len(piece.text)
        previous = piece.kind
    text = "".join(parts)
    return text, tuple(blocks)
