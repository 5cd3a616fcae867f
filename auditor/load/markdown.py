"""Markdown: the text is the file itself, blocks follow its headings, lists, tables and quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from auditor.load.allowances import without_comments
from auditor.load.byline import distinct, stated_writers, writers
from auditor.load.front_matter import front_matter_end
from auditor.load.lines import Line, lines
from auditor.load.page import ReadPage
from auditor.load.title import headline
from auditor.load.written_dates import written_dates
from auditor.model.document import Allowance, Block, DocumentDate
from auditor.model.words import DateMark, SentenceKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_KEY = re.compile(r"[\"']?(?P<key>[\w-]{1,40})[\"']?\s{0,9}[:=]\s{0,9}(?P<value>.*)")
_PUBLISH_KEYS = frozenset({"date", "published", "pubdate", "publishdate", "datepublished"})
_UPDATE_KEYS = frozenset({"updated", "lastmod", "modified", "datemodified", "lastupdated"})
_WRITER_KEYS = frozenset({"author", "authors", "by", "byline"})
_ROW = re.compile(r"\r\n|\r|\n")
_EDGES = " \t#*_>`|"


def read_markdown(text: str) -> ReadPage:
    """Return the file's text with its blocks; front matter and code are boilerplate.

    The title is that of the front matter, else the first heading, else as in plain text.
    """
    front = front_matter_end(text)
    matter = list(_keys(text, front))
    found = tuple(_with_boilerplate(text, front, _blocks(text, front)))
    blocks, allowances = without_comments(text, found)
    body = [
        _bare(line)
        for line in lines(text)
        if line.start >= front and not any(map(partial(_is_in, line), allowances))
    ]
    heading = next((one for one in blocks if one.kind is SentenceKind.HEADING), None)
    line = None if heading else headline(text, body)
    shown = heading or line
    title = next((value for key, value, _ in matter if key == "title" and value), None)
    if title is None and shown:
        title = text[shown.start : shown.end].strip(_EDGES) or None
    dates = tuple(date for key, value, at in matter for date in _stated(key, value, at))
    end = shown.end if shown else 0
    said = [value.strip("[]") for key, value, _ in matter if key in _WRITER_KEYS]
    byline = tuple(distinct(name for value in said for name in writers(value, is_declared=True)))
    byline = byline or stated_writers(body)
    return ReadPage(text, body, title, end, blocks, dates, allowances=allowances, byline=byline)


def _keys(text: str, end: int) -> Iterator[tuple[str, str, int]]:
    """Yield key, value and the value's place for each ``key: value`` line of the front matter."""
    for line in lines(text[:end]):
        if match := _KEY.match(line.text):
            value = match["value"]
            inner = value.strip("\"' ")
            at = line.start + match.start("value") + (value.index(inner) if inner else 0)
            yield match["key"].lower().replace("_", "").replace("-", ""), inner, at


def _stated(key: str, value: str, at: int) -> Iterator[DocumentDate]:
    if key not in _PUBLISH_KEYS | _UPDATE_KEYS:
        return
    mark = DateMark.PUBLISHED if key in _PUBLISH_KEYS else DateMark.UPDATED
    for written in written_dates(value)[:1]:
        if written.value:
            yield DocumentDate(at + written.start, at + written.end, written.value, mark)


def _is_in(line: Line, allowance: Allowance) -> bool:
    """Tell whether a line lies in a comment, whose days are not the article's."""
    return allowance.comment_start < line.end and line.start < allowance.comment_end


def _bare(line: Line) -> Line:
    """Return a line without the marks of headings, emphasis and quotes at its edges."""
    inner = line.text.strip(_EDGES)
    start = line.start + (line.text.index(inner) if inner else 0)
    return Line(start, start + len(inner), inner)


def _blocks(text: str, front: int) -> Iterator[Block]:
    """Yield the blocks of the body; what belongs to no heading, item, row or paragraph is left."""
    from markdown_it import MarkdownIt

    body = text[front:]
    starts = [front, *(front + match.end() for match in _ROW.finditer(body)), len(text)]
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    parser.core.ruler.disable(["inline"])  # only the lines of blocks are wanted
    open_blocks: list[str] = []
    for token in parser.parse(body):
        if token.nesting == 1:
            open_blocks.append(token.type)
        elif token.nesting == -1:
            open_blocks.pop()
        wanted = token.type == "tr_open" if "table_open" in open_blocks else token.type == "inline"
        if wanted and token.map:
            yield _block(text, starts, token, _kind(open_blocks))


def _kind(open_blocks: Sequence[str]) -> SentenceKind:
    if "table_open" in open_blocks:
        return SentenceKind.TABLE_ROW
    if "heading_open" in open_blocks:
        return SentenceKind.HEADING
    if "list_item_open" in open_blocks:
        return SentenceKind.LIST_ITEM
    return SentenceKind.QUOTE if "blockquote_open" in open_blocks else SentenceKind.PROSE


def _block(text: str, starts: Sequence[int], token: "Token", kind: SentenceKind) -> Block:
    first, last = token.map or (0, 0)
    block = Block(starts[first], starts[last], kind)
    raw = text[block.start : block.end]
    if content := token.content.split("\n"):
        opening = raw.find(content[0])
        closing = raw.rfind(content[-1])
        if content[0] and content[-1] and 0 <= opening <= closing:
            return replace(
                block,
                start=block.start + opening,
                end=block.start + closing + len(content[-1]),
            )
    inner = raw.strip(" \t\r\n|>")
    start = block.start + raw.index(inner)
    return replace(block, start=start, end=start + len(inner))


def _with_boilerplate(text: str, front: int, blocks: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks, and the front matter, code and markup between them as boilerplate."""
    last = 0
    for block in (*blocks, None):
        start = block.start if block else len(text)
        for line in lines(text[last:start]):
            if last + line.end <= front or any(map(str.isalpha, line.text)):
                yield Block(last + line.start, last + line.end, SentenceKind.BOILERPLATE)
        if block:
            yield block
            last = block.end
