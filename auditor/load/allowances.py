"""Comments in an article that let findings stand: ``<!-- audit: allow RULE reason -->``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from bs4 import BeautifulSoup, Comment, Tag

from auditor.load.hidden import UNSEEN_TAGS
from auditor.load.pieces import Piece, is_block
from auditor.model.document import Allowance, Block
from auditor.model.words import SentenceKind

MOST = 100
"""Comments that are heeded; what the others would let stand counts."""

_SAID = r"\s{0,99}audit:\s{0,9}allow\b(?P<said>(?:(?!-->).){0,1000})"
_IN_A_PAGE = re.compile(_SAID, re.DOTALL)
ALLOWANCE = re.compile(rf"<!--{_SAID}-->", re.DOTALL)

Span = tuple[int, int]
"""The first character and one past the last."""

Placed = tuple[Allowance, Tag | None]
"""A comment of a page, and the element that it speaks of, None where none follows."""


def without_comments(
    text: str, blocks: Sequence[Block]
) -> tuple[tuple[Block, ...], tuple[Allowance, ...]]:
    """Return the blocks of a Markdown text cut at such comments, and what these allow.

    A comment speaks of the paragraph that it stands in, else of the next. It is boilerplate
    itself; what stands on its line is read, though Markdown hands that line on as it is.
    """
    comments = tuple(islice(ALLOWANCE.finditer(text), MOST))
    ends = [match.end() for match in comments]
    kept: list[Block] = []
    around: dict[int, Span] = {}
    for block in blocks:
        inside = _inside(block, comments[bisect_right(ends, block.start) :])
        read = _read(text, block, inside) if inside else [block]
        own = [match for match in inside if match.start() >= block.start]
        kept += sorted([*read, *map(_boilerplate, own)], key=lambda piece: piece.start)
        if inside and read and read[0].kind is not SentenceKind.BOILERPLATE:
            around.update({match.start(): (read[0].start, read[-1].end) for match in inside})
    return tuple(kept), tuple(_allowed(comments, kept, around))


def _inside(block: Block, later: Sequence[re.Match[str]]) -> tuple[re.Match[str], ...]:
    """Return those comments that begin before the end of a block; `later` all end behind it."""
    return tuple(takewhile(lambda match: match.start() < block.end, later))


def _read(text: str, block: Block, inside: Sequence[re.Match[str]]) -> list[Block]:
    """Return what a block holds beside comments."""
    borders = [block.start, *(at for match in inside for at in match.span()), block.end]
    pieces = []
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        words = text[start:end]
        if any(map(str.isalnum, words)):
            bare = words.strip()
            first = start + words.index(bare)
            is_markup = block.kind is SentenceKind.BOILERPLATE and "<" in bare
            kind = SentenceKind.BOILERPLATE if is_markup else _shown(block.kind)
            pieces.append(Block(first, first + len(bare), kind))
    return pieces


def _shown(kind: SentenceKind) -> SentenceKind:
    return SentenceKind.PROSE if kind is SentenceKind.BOILERPLATE else kind


def _boilerplate(match: re.Match[str]) -> Block:
    return Block(*match.span(), SentenceKind.BOILERPLATE)


def _allowed(
    comments: Sequence[re.Match[str]], blocks: Sequence[Block], around: dict[int, Span]
) -> Iterator[Allowance]:
    read = [block for block in blocks if block.kind is not SentenceKind.BOILERPLATE]
    starts = [block.start for block in read]
    for match in comments:
        after = read[bisect_left(starts, match.end()) :][:1]
        following = (after[0].start, after[0].end) if after else (0, 0)
        start, end = around.get(match.start(), following)
        said = _allowance(match)
        yield Allowance(said.rule, said.reason, start, end, match.start(), match.end())


def comments_of(soup: BeautifulSoup) -> tuple[Placed, ...]:
    """Return such comments of a page, which must not have lost its comments yet."""
    found = (
        (comment, match)
        for comment in soup.find_all(string=lambda node: isinstance(node, Comment))
        if isinstance(comment, Comment) and (match := _IN_A_PAGE.fullmatch(comment))
    )
    return tuple((_allowance(match), _paragraph(comment)) for comment, match in islice(found, MOST))


def placed(
    comments: Sequence[Placed], pieces: Sequence[Piece], blocks: Sequence[Block]
) -> Iterator[Allowance]:
    """Yield what the comments of a page allow; `blocks` are where its pieces stand in the text."""
    for allowance, paragraph in comments:
        own = [
            block
            for piece, block in zip(pieces, blocks, strict=True)
            if any(tag is paragraph for tag in piece.inside)
        ]
        yield replace(allowance, start=own[0].start, end=own[-1].end) if own else allowance


def _paragraph(comment: Comment) -> Tag | None:
    """Return the element of text that a comment stands in, else the next, None where none is."""
    around = next(tag for tag in comment.parents if is_block(tag))
    if _holds_text(around):
        return _row(around)
    later = (tag for tag in comment.next_elements if isinstance(tag, Tag))
    return next((_row(tag) for tag in later if _holds_text(tag)), None)


def _holds_text(tag: Tag) -> bool:
    """Tell whether a block holds text and no further block."""
    if not is_block(tag) or tag.name in UNSEEN_TAGS:
        return False
    inner = (child for child in tag.descendants if isinstance(child, Tag))
    return not any(map(is_block, inner)) and any(map(str.isalnum, tag.get_text()))


def _row(tag: Tag) -> Tag:
    """Return the row that a cell stands in: it is read as one paragraph."""
    return tag.find_parent("tr") or tag if tag.name in {"td", "th"} else tag


def _allowance(match: re.Match[str]) -> Allowance:
    rule, _, reason = " ".join(match["said"].split()).partition(" ")
    return Allowance(rule, reason, 0, 0)
