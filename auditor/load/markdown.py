"""Markdown: the text is the file without marks, with blocks for headings, lists, tables, quotes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from auditor.load.allowances import without_comments
from auditor.load.byline import distinct, stated_writers, writers
from auditor.load.front_matter import front_matter_end
from auditor.load.inline_marks import Cut, cuts, may_mark
from auditor.load.lines import Line, lines
from auditor.load.orders import orders
from auditor.load.page import ReadPage
from auditor.load.title import headline
from auditor.load.unmarked import shown_allowance, shown_block, unmarked
from auditor.load.written_dates import written_dates
from auditor.model.document import Allowance, Block, DocumentDate
from auditor.model.words import DateMark, SentenceKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_KEY = re.compile(r"[\"']?(?P<key>[\w-]{1,40})[\"']?\s{0,9}[:=]\s{0,9}(?P<value>.*)")
_PUBLISH_KEYS = frozenset({"date", "published", "pubdate", "publishdate", "datepublished"})
_UPDATE_KEYS = frozenset({"updated", "lastmod", "modified", "datemodified", "lastupdated"})
_WRITER_KEYS = frozenset({"author", "authors", "by", "byline"})
_PICTURE = re.compile(r"!\[[^\[\]]{1,1000}\]\([^()\n]{1,2000}\)")
_ROW = re.compile(r"\r\n|\r|\n")
_EDGES = " \t#*_>`|"


def read_markdown(text: str) -> ReadPage:
    """Return the file's text without marks, with its blocks; front matter and code are boilerplate.

    The title is that of the front matter, else the first heading, else as in plain text.
    """
    front = front_matter_end(text)
    matter = list(_keys(text, front))
    written = tuple(_passages(text, front))
    found = tuple(_with_boilerplate(text, front, (one.block for one in written if one.block)))
    marked_blocks, marked_allowances = without_comments(text, found)
    marked = unmarked(text, [cut for one in written for cut in one.cuts])
    shown = tuple(shown_block(marked, block) for block in marked_blocks)
    blocks = tuple(block for block in shown if block.start < block.end)
    allowances = tuple(shown_allowance(marked, one) for one in marked_allowances)
    body = [
        _bare(line)
        for line in lines(marked.text)
        if line.start >= front and not any(map(partial(_is_in, line), allowances))
    ]
    heading = next((one for one in blocks if one.kind is SentenceKind.HEADING), None)
    line = None if heading else headline(marked.text, body)
    top = heading or line
    title = next((value for key, value, _ in matter if key == "title" and value), None)
    if title is None and top:
        title = marked.text[top.start : top.end].strip(_EDGES) or None
    return ReadPage(
        marked.text,
        body,
        title,
        top.end if top else 0,
        blocks,
        tuple(date for key, value, at in matter for date in _stated(key, value, at)),
        allowances=allowances,
        byline=_byline(matter) or stated_writers(body),
        file_pieces=marked.file_pieces if marked.cuts else (),
        unseen=tuple(orders((text[cut.start : cut.end], "in its marks") for cut in marked.cuts)),
    )


def _byline(matter: Sequence[tuple[str, str, int]]) -> tuple[str, ...]:
    said = (value.strip("[]") for key, value, _ in matter if key in _WRITER_KEYS)
    return tuple(distinct(name for value in said for name in writers(value, is_declared=True)))


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


@dataclass(frozen=True, slots=True)
class _Passage:
    """A block and the marks in it; a table's cell has marks alone, its row is a block before it."""

    block: Block | None
    cuts: tuple[Cut, ...]


def _passages(text: str, front: int) -> Iterator[_Passage]:
    """Yield the headings, items, rows and paragraphs of the body with their marks.

    Offsets are those of the file; what belongs to none of them is left.
    """
    from markdown_it import MarkdownIt

    body = text[front:]
    starts = [front, *(front + match.end() for match in _ROW.finditer(body)), len(text)]
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline", "text_join"])  # lines are looked at one by one
    names: dict[str, object] = {}
    open_blocks: list[str] = []
    row = (0, 0)
    for token in parser.parse(body, names):
        if token.nesting == 1:
            open_blocks.append(token.type)
        elif token.nesting == -1:
            open_blocks.pop()
        in_table = "table_open" in open_blocks
        if in_table and token.type == "tr_open" and token.map:
            block = _block(text, starts, token, SentenceKind.TABLE_ROW)
            row = block.start, block.end
            yield _Passage(block, ())
        elif token.type == "inline" and (in_table or token.map):
            marks = _marks(parser, token.content, names)
            if in_table:
                at = text.find(token.content, *row) if token.content else -1
                if at >= 0:
                    row = at + len(token.content), row[1]
                    yield _Passage(None, tuple(_shifted(cut, at) for cut in marks))
            else:
                kind = SentenceKind.CAPTION if _is_picture(token) else _kind(open_blocks)
                block = _block(text, starts, token, kind)
                yield _Passage(block, _in_lines(text, starts, token, marks))


def _is_picture(token: "Token") -> bool:
    return _PICTURE.fullmatch(token.content) is not None


def _marks(parser: "MarkdownIt", content: str, names: dict[str, object]) -> tuple[Cut, ...]:
    """Return the marks inside a paragraph; `names` are the links that the file defines."""
    if not may_mark(content):
        return ()
    tokens: list[Token] = []
    parser.inline.parse(content, parser, names, tokens)
    return cuts(content, tokens)


def _shifted(cut: Cut, by: int) -> Cut:
    return Cut(cut.start + by, cut.end + by, cut.shown)


def _in_lines(
    text: str, starts: Sequence[int], token: "Token", marks: Sequence[Cut]
) -> tuple[Cut, ...]:
    """Return the marks of a paragraph where they stand in the file, and what its lines begin with.

    None where its lines are not those of the file.
    """
    rows = token.content.split("\n")
    first = token.map[0] if token.map else 0
    begins = starts[first : first + len(rows)]
    ends = starts[first + 1 : first + 1 + len(rows)]
    places = [text.find(row, *span) for row, *span in zip(rows, begins, ends, strict=True)]
    if min(places) < 0:
        return ()
    own = [_placed(cut, rows, places) for cut in marks]
    begun = [Cut(start, at) for start, at in zip(begins[1:], places[1:], strict=True) if start < at]
    apart = [cut for cut in begun if not any(o.start < cut.end and cut.start < o.end for o in own)]
    return tuple(sorted([*own, *apart], key=lambda cut: cut.start))


def _placed(cut: Cut, rows: Sequence[str], places: Sequence[int]) -> Cut:
    """Return a cut of a paragraph's content where it stands in the file."""
    ends = list(accumulate(len(row) + 1 for row in rows))

    def at(offset: int) -> int:
        n = bisect_right(ends, offset)
        return places[n] + offset - (ends[n - 1] if n else 0)

    return Cut(at(cut.start), at(cut.end - 1) + 1, cut.shown)


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
