"""Which part of an HTML page is the story, and what in it is page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bs4 import Tag

from auditor.load.lines import Line, is_prose
from auditor.load.pieces import Piece
from auditor.model.words import SentenceKind

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "menu"})
_FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner"})
_FURNITURE_WORDS = (
    r"(?:related|recommended|trending|most-read|read-more|more-on|share|sharing|social|newsletter"
    r"|subscribe|promo|advert|advertisement|cookies?|consent|breadcrumbs?|comments"
    r"|author-(?:bio|box|card)|about-(?:the-)?author|tag-list)"
)
_FURNITURE_NAMES = re.compile(
    rf"(?:^|\s){_FURNITURE_WORDS}(?:$|[\s_-])|[_-]{_FURNITURE_WORDS}(?:$|\s)", re.I
)
"""Names of classes that begin or end so."""

STORY_SHARE = 0.95
"""Share of the characters found by trafilatura that the story's element must hold. A guess."""

LARGEST_FURNITURE = 0.3
"""Share of the page's text up to which an element named like furniture is such. A guess."""

LINKED_SHARE = 0.5
"""Share of link text from which a piece is a teaser or menu. A guess."""


def story(pieces: Sequence[Piece], main: str) -> Iterator[Piece]:
    """Yield the pieces of the story, furniture among them marked as boilerplate.

    Paragraphs outside the story's element are boilerplate too; menus and labels there are left
    out. Where `main`, the text that trafilatura found, is empty, the whole page is the story.
    """
    known = _squeezed(main)
    hits = [not known or _squeezed(piece.text) in known for piece in pieces]
    element = _element(pieces, hits)
    shares = _shares(pieces)
    for piece, hit in zip(pieces, hits, strict=True):
        furniture = any(_is_furniture(tag, shares[id(tag)]) for tag in piece.inside)
        if element is not None and not any(tag is element for tag in piece.inside):
            if is_prose(Line(0, 0, piece.text)) and not furniture:
                yield replace(piece, kind=SentenceKind.BOILERPLATE)
        elif furniture or not (hit or _reads_as_story(piece)):
            yield replace(piece, kind=SentenceKind.BOILERPLATE)
        else:
            yield piece


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


def _is_furniture(tag: Tag, share: float) -> bool:
    if tag.name in _FURNITURE_TAGS:
        return tag.find_parent("blockquote") is None
    if str(tag.get("role", "")).lower() in _FURNITURE_ROLES:
        return True
    names = " ".join([*map(str, tag.get_attribute_list("class")), str(tag.get("id", ""))])
    return share <= LARGEST_FURNITURE and _FURNITURE_NAMES.search(names) is not None


def _reads_as_story(piece: Piece) -> bool:
    """Tell whether trafilatura can have left a piece out by mistake."""
    if piece.linked > LINKED_SHARE * len(piece.text):
        return False
    return piece.kind is not SentenceKind.PROSE or len(piece.text.split()) > 3
