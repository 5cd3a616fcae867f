"""Comments of a web page that let findings stand: ``<!-- audit: allow RULE reason -->``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bs4 import BeautifulSoup, Comment, Tag

from auditor.load.allowances import IN_A_PAGE, MOST, allowance
from auditor.load.hidden import UNSEEN_TAGS
from auditor.load.pieces import Piece, is_block
from auditor.model.document import Allowance, Block

Placed = tuple[Allowance, Tag | None]
"""A comment of a page, and the element that it speaks of, None where none follows."""


def comments_of(soup: BeautifulSoup) -> tuple[Placed, ...]:
    """Return such comments of a page, which must not have lost its comments yet."""
    found = (
        (comment, match)
        for comment in soup.find_all(string=lambda node: isinstance(node, Comment))
        if isinstance(comment, Comment) and (match := IN_A_PAGE.fullmatch(comment))
    )
    return tuple((allowance(match), _paragraph(comment)) for comment, match in islice(found, MOST))


def placed(
    comments: Sequence[Placed], pieces: Sequence[Piece], blocks: Sequence[Block]
) -> Iterator[Allowance]:
    """Yield what the comments of a page allow; `blocks` are where its pieces stand in the text."""
    for allowed, paragraph in comments:
        own = [
            block
            for piece, block in zip(pieces, blocks, strict=True)
            if any(tag is paragraph for tag in piece.inside)
        ]
        yield replace(allowed, start=own[0].start, end=own[-1].end) if own else allowed


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
