"""Which part of an HTML page is the story, and what in it is page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bs4 import Tag

from auditor.load.byline import is_about
from auditor.load.furniture import Part, part
from auditor.load.lines import Line, is_prose
from auditor.load.pieces import Piece
from auditor.model.words import SentenceKind

STORY_SHARE = 0.95
"""Share of the characters found by trafilatura that the story's element must hold. A guess."""

LINKED_SHARE = 0.5
"""Share of link text from which a piece that trafilatura leaves out is a menu. A guess."""

ALL_LINKED = 0.9
"""Share of link text from which a piece that trafilatura takes is a teaser all the same. A guess."""

SIGNATURE_WORDS = 15
"""Words of a piece that names the writers and is no sentence. A guess."""

TIMED_SHARE = 0.5
"""Share of a piece that stands in ``<time>`` from which it tells when and no more. A guess."""

TITLE_WORDS = 3
"""Words from which a piece that the page's title holds is the headline. A guess."""

REPEATED_WORDS = 5
"""Words from which a quotation that a paragraph holds is set apart for the eye. A guess."""

LAST_PARAGRAPHS = 1
"""Paragraphs before the last within which one may be about the writer. A guess."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a page, with the kind that it has in the story, and what of the page it is."""

    piece: Piece
    part: Part


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a story before its page is read: its words, its title, its writers.

    Attributes:
        main: the text that trafilatura found, "" where it found none.
        titles: what the page may call it.
    """

    main: str
    titles: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()


def story(pieces: Sequence[Piece], known: Known) -> Iterator[Placed]:
    """Yield the pieces of the story with their kinds, furniture among them as boilerplate.

    Paragraphs outside the story's element are boilerplate too; menus and labels there are left
    out. Where trafilatura found no text, the whole page is the story.
    """
    main = _squeezed(known.main)
    hits = [not main or _squeezed(piece.text) in main for piece in pieces]
    element = _element(pieces, hits)
    parts = _parts(pieces, known)
    for piece, hit, own in zip(pieces, hits, parts, strict=True):
        if element is not None and not any(tag is element for tag in piece.inside):
            if is_prose(Line(0, 0, piece.text)) and own is Part.STORY:
                yield Placed(replace(piece, kind=SentenceKind.BOILERPLATE), Part.FURNITURE)
        elif own is Part.CAPTION:
            yield Placed(replace(piece, kind=SentenceKind.CAPTION), own)
        elif own is not Part.STORY:
            yield Placed(replace(piece, kind=SentenceKind.BOILERPLATE), own)
        elif hit or _reads_as_story(piece):
            yield Placed(piece, own)
        else:
            yield Placed(replace(piece, kind=SentenceKind.BOILERPLATE), Part.FURNITURE)


def _parts(pieces: Sequence[Piece], known: Known) -> tuple[Part, ...]:
    """Return what each piece is, by its markup, its place and its words."""
    shares = _shares(pieces)
    marked = [_marked(piece, shares) for piece in pieces]
    title = _title(pieces, known.titles)
    prose = [n for n, piece in enumerate(pieces) if marked[n] is Part.STORY and _is_prose(piece)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(pieces))
    longer = tuple(_squeezed(pieces[n].text) for n in prose)
    result = []
    for n, (piece, own) in enumerate(zip(pieces, marked, strict=True)):
        if own is not Part.STORY or n == title:
            result.append(own)
        elif n < title and not _is_prose(piece):
            result.append(Part.FURNITURE)
        elif _is_signature(piece, known.byline):
            result.append(Part.SIGNATURE)
        elif _is_link(piece) or _repeats(piece, longer) or _ends_page(piece):
            result.append(Part.FURNITURE)
        elif n > first and n >= last - LAST_PARAGRAPHS and is_about(piece.text, known.byline):
            result.append(Part.SIGNATURE)
        else:
            result.append(own)
    return tuple(result)


def _marked(piece: Piece, shares: Mapping[int, float]) -> Part:
    """Return what the elements around a piece make it: the outermost that says anything."""
    parts = (part(tag, shares[id(tag)]) for tag in piece.inside)
    return next((own for own in parts if own is not Part.STORY), Part.STORY)


def _title(pieces: Sequence[Piece], titles: Iterable[str]) -> int:
    """Return the piece that is the title, -1 where none is."""
    headings = [n for n, one in enumerate(pieces) if any(tag.name == "h1" for tag in one.inside)]
    if len(headings) == 1:
        return headings[0]
    known = [_squeezed(title).casefold() for title in titles]
    for n, piece in enumerate(pieces):
        own = _squeezed(piece.text).casefold()
        if len(piece.text.split()) >= TITLE_WORDS and any(own in title for title in known):
            return n
    return -1


def _is_prose(piece: Piece) -> bool:
    return is_prose(Line(0, 0, " ".join(piece.text.split())))


def _is_signature(piece: Piece, byline: Sequence[str]) -> bool:
    """Tell whether a short piece names the writers, or is hardly more than a time."""
    if len(piece.text.split()) > SIGNATURE_WORDS or piece.kind is SentenceKind.HEADING:
        return False
    folded = piece.text.casefold()
    if any(name.casefold() in folded for name in byline) and not _is_prose(piece):
        return True
    times = (piece.inside[-1] if piece.inside else None)
    timed = sum(len(time.get_text(" ")) for time in times.find_all("time")) if times else 0
    return timed >= TIMED_SHARE * len(piece.text)


def _is_link(piece: Piece) -> bool:
    """Tell whether a paragraph or item is a link and nothing else."""
    linked = piece.kind in {SentenceKind.PROSE, SentenceKind.LIST_ITEM}
    return linked and piece.linked >= ALL_LINKED * len(piece.text)


def _repeats(piece: Piece, longer: Sequence[str]) -> bool:
    """Tell whether a quotation set apart repeats words of a paragraph."""
    if piece.kind is not SentenceKind.QUOTE or len(piece.text.split()) < REPEATED_WORDS:
        return False
    own = _squeezed(piece.text)
    return any(own in words and own != words for words in longer)


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
