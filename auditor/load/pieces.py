"""The visible text of an HTML tree in pieces: a paragraph, heading, list item, table row each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString

from auditor.load.furniture import is_inline_caption
from auditor.model.words import SentenceKind

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "caption"), SentenceKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), SentenceKind.LIST_ITEM),
    "blockquote": SentenceKind.QUOTE,
}
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
_BREAK = "\n"

LONGEST_ROW = 600
"""Characters; a longer table row lays out the page. A guess."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of visible text and the elements it stands in, outermost first.

    Attributes:
        linked: how many of its characters are link text.
    """

    text: str
    kind: SentenceKind
    linked: int
    inside: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    linked: bool


def pieces(root: Tag) -> Iterator[Piece]:
    """Yield the pieces of a tree in text order; white space is collapsed as a browser does."""
    runs: list[_Run] = []
    open_tags: list[Tag] = [root]
    todo: list[Iterator[object]] = [iter(root.children)]
    while todo:
        node = next(todo[-1], None)
        if node is None:
            if _is_apart(open_tags[-1]):
                yield from _flushed(runs, open_tags)
            open_tags.pop()
            todo.pop()
        elif isinstance(node, NavigableString):
            runs.append(_Run(_SPACE.sub(" ", node), any(tag.name == "a" for tag in open_tags)))
        elif isinstance(node, Tag) and node.name == "br":
            runs.append(_Run(_BREAK, linked=False))
        elif isinstance(node, Tag):
            if _is_apart(node):
                yield from _flushed(runs, open_tags)
            if row := _row(node, open_tags):
                yield row
            else:
                open_tags.append(node)
                todo.append(iter(node.children))


def text_of(tag: Tag) -> str:
    """Return the visible text of an element on one line."""
    return _clean(tag.get_text(" "))


def is_block(tag: Tag) -> bool:
    """Tell whether an element begins a paragraph of its own."""
    return tag.name not in _INLINE


def _is_apart(tag: Tag) -> bool:
    """Tell whether the words of an element are no part of the line around it."""
    return is_block(tag) or is_inline_caption(tag)


def _flushed(runs: list[_Run], open_tags: Sequence[Tag]) -> Iterator[Piece]:
    """Yield what the runs hold, a piece to each paragraph between double breaks, and empty them."""
    inside = tuple(open_tags)
    kind = next(
        (_KINDS[tag.name] for tag in reversed(inside) if tag.name in _KINDS), SentenceKind.PROSE
    )
    whole = "".join(run.text for run in runs)
    linked = sum(len(run.text.strip()) for run in runs if run.linked)
    runs.clear()
    for part in re.split(r" ?\n ?\n[ \n]*", whole):
        shown = (_clean(line) for line in part.split(_BREAK))
        if text := _BREAK.join(line for line in shown if line):
            yield Piece(text, kind, min(linked, len(text)), inside)


def _row(tag: Tag, open_tags: Sequence[Tag]) -> Piece | None:
    """Return a table row with its cells on one line, None for what is none or lays out the page."""
    if tag.name != "tr" or tag.find("table") is not None:
        return None
    cells = [text_of(cell) for cell in tag.find_all(["td", "th"])]
    filled = [cell for cell in cells if cell]
    text = " | ".join(filled)
    if len(filled) < 2 or len(text) > LONGEST_ROW:
        return None
    linked = sum(len(text_of(link)) for link in tag.find_all("a"))
    return Piece(text, SentenceKind.TABLE_ROW, min(linked, len(text)), (*open_tags, tag))


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_INVISIBLE)).strip()
