"""Which part of an HTML page is the story, and what in it is page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bs4 import Tag

from auditor.load.byline import is_about
from auditor.load.furniture import LONGEST_SIGNATURE, PagePart, has_at_most, part
from auditor.load.lines import Line, is_prose
from auditor.load.pieces import Piece
from auditor.model.words import SentenceKind

_POSTED = re.compile(r"[—–]\s?\S.{0,80}\(@\w{1,30}\)")
"""Who wrote a post that a page shows: ``— Name (@name) January 5, 2024``."""

STORY_SHARE = 0.95
"""Share of the characters found by trafilatura that the story's element must hold. A guess."""

LINKED_SHARE = 0.5
"""Share of link text from which a piece that trafilatura leaves out is a menu. A guess."""

ALL_LINKED = 0.9
"""Share of link text from which a piece is a teaser though trafilatura takes it. A guess."""

SIGNATURE_WORDS = 15
"""Words of a piece that names the writers and is no sentence. A guess."""

TIMED_SHARE = 0.5
"""Share of a piece that stands in ``<time>`` from which it tells when and no more. A guess."""

LONGEST_TITLE = 500
"""Characters of a title in which the headline is looked for."""

TITLE_WORDS = 3
"""Words from which a piece that the page's title holds is the headline. A guess."""

MOST_SET_APART = 50
"""Quotations of a page that are looked for in its paragraphs; others are read twice."""

REPEATED_WORDS = 5
"""Words from which a quotation that a paragraph holds is set apart for the eye. A guess."""

LABEL_LONGEST = 3
"""Words of a label above a link to another story. A guess."""

LAST_PARAGRAPHS = 1
"""Paragraphs before the last within which one may be about the writer. A guess."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a page, with the kind that it has in the story, and what of the page it is."""

    piece: Piece
    part: PagePart


@dataclass(frozen=True, slots=True)
class StorySigns:
    """What is known of a story before its page is read: its words, its title, its writers.

    Attributes:
        main: the text that trafilatura found, "" where it found none.
        titles: what the page may call it.
    """

    main: str
    titles: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()


def story(pieces: Sequence[Piece], known: StorySigns) -> Iterator[Placed]:
    """Yield the pieces of the story with their kinds, furniture among them as boilerplate.

    Paragraphs outside the story's element are boilerplate too; menus and labels there are left
    out. Where trafilatura found no text, the whole page is the story.
    """
    main = _squeezed(known.main)
    pieces = tuple(_with_header_apart(pieces))
    hits = [not main or _squeezed(piece.text) in main for piece in pieces]
    element = _element(pieces, hits)
    parts = _parts(pieces, known)
    for piece, hit, own in zip(pieces, hits, parts, strict=True):
        if element is not None and not any(tag is element for tag in piece.inside):
            if is_prose(Line(0, 0, piece.text)) and own is PagePart.STORY:
                yield Placed(replace(piece, kind=SentenceKind.BOILERPLATE), PagePart.FURNITURE)
        elif own is PagePart.CAPTION:
            yield Placed(replace(piece, kind=SentenceKind.CAPTION), own)
        elif own is not PagePart.STORY:
            yield Placed(replace(piece, kind=SentenceKind.BOILERPLATE), own)
        elif hit or _reads_as_story(piece):
            yield Placed(piece, own)
        else:
            yield Placed(replace(piece, kind=SentenceKind.BOILERPLATE), PagePart.FURNITURE)


def _with_header_apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces; those above the first paragraph in lines, each a headline, name or day."""
    header = True
    for piece in pieces:
        rows = piece.text.split("\n")
        header = header and not any(is_prose(Line(0, 0, row)) for row in (piece.text, *rows))
        if header and len(rows) > 1:
            yield from (
                replace(piece, text=row, linked=min(piece.linked, len(row))) for row in rows
            )
        else:
            yield piece


def _parts(pieces: Sequence[Piece], known: StorySigns) -> list[PagePart]:
    """Return what each piece is, by its markup, its place and its words."""
    marked = _marked(pieces)
    title = _title(pieces, known.titles)
    prose = [
        n for n, piece in enumerate(pieces) if marked[n] is PagePart.STORY and _is_prose(piece)
    ]
    first, last = (prose[0], prose[-1]) if prose else (0, len(pieces))
    repeated = _repeated(pieces, prose)
    for n, piece in enumerate(pieces):
        if marked[n] is not PagePart.STORY or n == title:
            continue
        about = n > first and n >= last - LAST_PARAGRAPHS and is_about(piece.text, known.byline)
        if n < title and not _is_prose(piece):
            marked[n] = PagePart.FURNITURE
        elif about or _is_signature(piece, known.byline):
            marked[n] = PagePart.SIGNATURE
        elif n in repeated or _is_link(piece) or _heads_link(pieces, n) or _ends_page(piece):
            marked[n] = PagePart.FURNITURE
    return marked


def _marked(pieces: Sequence[Piece]) -> list[PagePart]:
    """Return what the elements around each piece make it: the outermost that says anything."""
    shares = _shares(pieces)
    tags = {id(tag): tag for piece in pieces for tag in piece.inside}
    parts = {key: part(tag, shares[key]) for key, tag in tags.items()}
    return [
        next(
            (own for tag in piece.inside if (own := parts[id(tag)]) is not PagePart.STORY),
            PagePart.STORY,
        )
        for piece in pieces
    ]


def _title(pieces: Sequence[Piece], titles: Iterable[str]) -> int:
    """Return the piece that is the title, the longest that it may be, -1 where none is."""
    headings = [n for n, one in enumerate(pieces) if any(tag.name == "h1" for tag in one.inside)]
    if len(headings) == 1:
        return headings[0]
    known = [_squeezed(title[:LONGEST_TITLE]).casefold() for title in titles]
    called = [
        (len(piece.text), -n)
        for n, piece in enumerate(pieces)
        if len(piece.text.split()) >= TITLE_WORDS
        and any(_squeezed(piece.text).casefold() in title for title in known)
    ]
    return -max(called)[1] if called else -1


def _is_prose(piece: Piece) -> bool:
    return is_prose(Line(0, 0, " ".join(piece.text.split())))


def _is_signature(piece: Piece, byline: Sequence[str]) -> bool:
    """Tell whether a short piece names the writers, or is hardly more than a time."""
    if len(piece.text.split()) > SIGNATURE_WORDS or piece.kind is SentenceKind.HEADING:
        return False
    folded = piece.text.casefold()
    if piece.kind is SentenceKind.QUOTE and _POSTED.match(piece.text):
        return True
    if any(name.casefold() in folded for name in byline) and not _is_prose(piece):
        return True
    around = piece.inside[-1]
    if not has_at_most(around, LONGEST_SIGNATURE):
        return False
    timed = sum(len(time.get_text(" ")) for time in around.find_all("time"))
    return timed >= TIMED_SHARE * len(piece.text)


def _is_link(piece: Piece) -> bool:
    """Tell whether a paragraph or item is a link and nothing else."""
    linked = piece.kind in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}
    return linked and piece.linked >= ALL_LINKED * len(piece.text)


def _heads_link(pieces: Sequence[Piece], n: int) -> bool:
    """Tell whether a piece is a label above a link: ``Read also``."""
    if pieces[n].kind is not SentenceKind.PROSE or len(pieces[n].text.split()) > LABEL_LONGEST:
        return False
    below = pieces[n + 1] if n + 1 < len(pieces) else None
    return below is not None and pieces[n].text[-1].isalpha() and _is_link(below)


def _repeated(pieces: Sequence[Piece], prose: Iterable[int]) -> frozenset[int]:
    """Return the quotations that are set apart and repeat words of a longer paragraph."""
    longer = [_squeezed(pieces[n].text) for n in prose]
    quotes = [n for n, piece in enumerate(pieces) if piece.kind is SentenceKind.QUOTE]
    repeated = set()
    for n in quotes[:MOST_SET_APART]:
        own = _squeezed(pieces[n].text)
        enough = len(pieces[n].text.split()) >= REPEATED_WORDS
        if enough and any(own in words and own != words for words in longer):
            repeated.add(n)
    return frozenset(repeated)


def _ends_page(piece: Piece) -> bool:
    return re.match(r"(?:©|\(c\)|copyright\b)", piece.text, re.I) is not None


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _element(pieces: Sequence[Piece], hits: Sequence[bool]) -> Tag | None:
    """Return the innermost element that holds nearly all hits and the page's only h1."""
    held: Counter[int] = Counter()
    deepest: dict[int, tuple[int, Tag]] = {}
    total = 0
    for piece, hit in zip(pieces, hits, strict=True):
        total += len(piece.text) * hit
        for depth, tag in enumerate(piece.inside):
            held[id(tag)] += len(piece.text) * hit
            deepest[id(tag)] = (depth, tag)
    full = [deepest[key] for key in held if held[key] >= STORY_SHARE * total]
    if not total or not full:
        return None
    titles = [piece for piece in pieces if any(tag.name == "h1" for tag in piece.inside)]
    if len(titles) == 1:
        above = {id(tag) for tag in titles[0].inside}
        full = [(depth, tag) for depth, tag in full if id(tag) in above]
    return max(full, key=lambda place: place[0])[1]


def _shares(pieces: Iterable[Piece]) -> dict[int, float]:
    """Return for each element the share of the page's text that it holds."""
    held: Counter[int] = Counter()
    total = 0
    for piece in pieces:
        total += len(piece.text)
        for tag in piece.inside:
            held[id(tag)] += len(piece.text)
    return {key: characters / total for key, characters in held.items()}


def _reads_as_story(piece: Piece) -> bool:
    """Tell whether trafilatura can have left a piece out by mistake."""
    if piece.linked > LINKED_SHARE * len(piece.text):
        return False
    return piece.kind is not SentenceKind.PROSE or len(piece.text.split()) > 3
