"""Comments in an article that let findings stand: ``<!-- audit: allow RULE reason -->``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from auditor.model.document import Allowance, Block
from auditor.model.words import SentenceKind

MOST = 100
"""Comments that are heeded; what the others would let stand counts."""

_SAID = r"\s{0,99}audit:\s{0,9}allow\b(?P<said>(?:(?!-->).){0,1000})"
IN_A_PAGE = re.compile(_SAID, re.DOTALL)
"""What stands between the marks of such a comment."""

ALLOWANCE = re.compile(rf"<!--{_SAID}-->", re.DOTALL)

Span = tuple[int, int]
"""The first character and one past the last."""


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
        said = allowance(match)
        yield Allowance(said.rule, said.reason, start, end, match.start(), match.end())


def allowance(match: re.Match[str]) -> Allowance:
    """Return what a comment allows, wherever it stands."""
    rule, _, reason = " ".join(match["said"].split()).partition(" ")
    return Allowance(rule, reason, 0, 0)
