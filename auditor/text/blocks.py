"""The structure of plain text: which lines are headings, list items, table rows, paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from auditor.knowledge.lexicon import lexicon
from auditor.model.document import Block, Document
from auditor.model.words import SentenceKind
from auditor.text.boilerplate import is_link, is_notice

HEADING_WORDS = 16
"""A line of more words is a paragraph. Headlines of news sites rarely pass 15 words."""

LABEL_WORDS = 4
"""Above or below the story, a line of no more words is a label. A guess."""

SHORT_WORD = 3
"""Letters of the words that join names in a byline: ``by``, ``and``, ``for``, ``in``. A guess."""

NOTICE_WORDS = 80
"""A block of more words that holds a notice is a story with a notice in it. A guess."""

LONGEST_NOTICE = 200
"""A block that begins with a notice is one whole up to so many words. A guess."""

WRAPPED_LINE = 100
"""No line of hard-wrapped text is longer; mail and terminals wrap at 72 to 100 columns."""

_ITEM = re.compile(r"[ \t]*(?:[-*•‣◦·▪–]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_ROW = re.compile(
    rf"{_DATE}[ \t:–—-]+\S|\d{{4}}(?:[ \t]*[:–—|][ \t]*\S|[ \t]+[A-Z])|\d{{1,2}}[:.]\d{{2}}[ \t]+\S"
)
_ENDED = re.compile(r"[a-z]{3}[.!][”’\"']?\s+\S")
"""A sentence ends and another begins: what a question follows is no heading, and is read."""

_ENTRY = re.compile(r"[^:]{1,50}(?::[ \t]+|[ \t]*\.{3,}[ \t]*)\S|\d|.*\d\W*$")
"""A label and what is told under it, or a figure that a line begins or ends with."""

_FIGURE = re.compile(r"[^:]{1,50}:[ \t]+[^a-z]{0,8}\d")
"""A label and the figure under it."""

_CELLS = re.compile(r"\t|[ \t]\|[ \t]|^\|")
_DATELINE = re.compile(rf"[A-Z][A-Z .,'’-]+, {_DATE}[^.]{{0,40}}[–—-]$")


@dataclass(frozen=True, slots=True)
class _TextLine:
    start: int
    end: int
    text: str
    after_blank: bool


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in text order, which cover all of it but white space.

    Blocks that the format marked are kept as they are; plain text is read line by line. What is
    boilerplate by its words (`rules/lexicon/en/boilerplate.toml`) is marked so in either case.
    """
    blocks_before = document.blocks or tuple(_plain(document.text))
    return tuple(_mark_boilerplate(document, blocks_before))


def _plain(text: str) -> Iterator[Block]:
    lines = _unwrap(tuple(_lines(text)), text)
    rows, entries = _rows(lines), _entries(lines)
    for n, line in enumerate(lines):
        marker = _ITEM.match(line.text)
        if n in rows:
            yield Block(line.start, line.end, SentenceKind.TABLE_ROW)
        elif marker and line.text[marker.end() :].strip():
            yield Block(line.start + marker.end(), line.end, SentenceKind.LIST_ITEM)
        elif n in entries:
            yield Block(line.start, line.end, SentenceKind.LIST_ITEM)
        elif _is_heading(line.text):
            yield Block(line.start, line.end, SentenceKind.HEADING)
        else:
            yield Block(line.start, line.end, SentenceKind.PROSE)


def _lines(text: str) -> Iterator[_TextLine]:
    after_blank, start = True, 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            first = start + raw.index(words)
            yield _TextLine(first, first + len(words), words, after_blank)
        after_blank = not words
        start += len(raw)


def _unwrap(lines: Sequence[_TextLine], text: str) -> tuple[_TextLine, ...]:
    """Join the lines of hard-wrapped paragraphs; leave text alone that has a line a paragraph."""
    inner = [a for a, b in pairwise(lines) if not b.after_blank]
    broken = [a for a in inner if not a.text.endswith((".", "!", "?", ":", "”", '"', "’"))]
    if (
        not inner
        or max(len(line.text) for line in lines) > WRAPPED_LINE
        or 2 * len(broken) < len(inner)
        or sum(len(line.text) for line in inner) < 45 * len(inner)
    ):
        return tuple(lines)
    joined: list[_TextLine] = []
    for line in lines:
        if line.after_blank or _ITEM.match(line.text) or not joined:
            joined.append(line)
        else:
            last = joined[-1]
            joined[-1] = replace(last, end=line.end, text=text[last.start : line.end])
    return tuple(joined)


def _rows(lines: Sequence[_TextLine]) -> frozenset[int]:
    """Return the lines that are table rows: at least two in a row that begin with a date."""
    like = [
        bool(_CELLS.search(line.text))
        or (bool(_ROW.match(line.text)) and not line.text.endswith("."))
        for line in lines
    ]
    return frozenset(
        n
        for n in range(len(lines))
        if like[n] and ((n and like[n - 1]) or (n + 1 < len(lines) and like[n + 1]))
    )


def _entries(lines: Sequence[_TextLine]) -> frozenset[int]:
    """Return the lines of fact boxes, which stand below the first paragraph of the story.

    Short lines, one right under another (the first may be their title), and such as tell a figure
    behind a label: ``Food: 29 trucks``.
    """
    short = [_is_heading(line.text) for line in lines]
    story = next((n for n, is_short in enumerate(short) if not is_short), len(lines))
    return frozenset(
        n
        for n in range(story + 1, len(lines))
        if short[n]
        and (
            (short[n - 1] and not lines[n].after_blank)
            or (_is_above(lines, short, n) and _ENTRY.match(lines[n].text))
            or _FIGURE.match(lines[n].text)
        )
    )


def _is_above(lines: Sequence[_TextLine], short: Sequence[bool], n: int) -> bool:
    """Tell whether another short line stands right under line `n`."""
    return n + 1 < len(lines) and short[n + 1] and not lines[n + 1].after_blank


def _is_heading(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= HEADING_WORDS
        and not line.rstrip("”’\"') ").endswith((".", "!", ";", ",", "…"))
        and not line.startswith(("“", '"'))
        and not (line.rstrip("”’\"') ").endswith("?") and _ENDED.search(line))
    )


def _mark_boilerplate(document: Document, blocks_before: Sequence[Block]) -> Iterator[Block]:
    texts = [document.text[block.start : block.end].strip() for block in blocks_before]
    prose = [n for n, block in enumerate(blocks_before) if block.kind is SentenceKind.PROSE]
    boxes = _author_boxes(blocks_before, texts)
    story = [n for n in prose if n not in boxes and not _is_furniture(blocks_before[n], texts[n])]
    first, last = (story[0], story[-1]) if story else (0, len(blocks_before) - 1)
    title = _title(document, blocks_before, texts, first)
    for n, block in enumerate(blocks_before):
        outside = n < first or n > last
        if n != title and (
            n in boxes
            or _is_furniture(blocks_before[n], texts[n])
            or _is_label(texts[n])
            or (_is_short(block, texts[n]) and outside and not _leads(blocks_before, n))
            or _holds_date(document, block)
            or _heads_columns(blocks_before, n, texts[n])
        ):
            yield replace(block, kind=SentenceKind.BOILERPLATE)
        else:
            yield block


def _title(
    document: Document, blocks_before: Sequence[Block], texts: Sequence[str], first: int
) -> int:
    """Return the block that is the title: the one that the loader names, else the longest."""
    above = [n for n in range(first) if blocks_before[n].kind is SentenceKind.HEADING]
    named = [n for n in above if texts[n] == document.title]
    longest = sorted(above, key=lambda n: -len(texts[n].split()))
    return next(iter(named or longest), -1)


def _author_boxes(blocks_before: Sequence[Block], texts: Sequence[str]) -> frozenset[int]:
    """Return the paragraphs that are what a site says of the author beside each byline.

    Such a one stands under a line, more than once, and begins with the name in a byline. A
    paragraph that is merely repeated is news: a pull quote, key points, a text pasted twice.
    """
    authors, often = _authors(texts), Counter(texts)
    return frozenset(
        n
        for n, (above, block) in enumerate(pairwise(blocks_before), start=1)
        if block.kind is SentenceKind.PROSE
        and above.kind is SentenceKind.HEADING
        and often[texts[n]] > 1
        and texts[n].startswith(authors)
    )


def _authors(texts: Sequence[str]) -> tuple[str, ...]:
    """Return whom bylines name, as a sentence about them begins: ``Anna Lind ``."""
    prefixes = [prefix for prefix in lexicon("boilerplate")["bylines"] if prefix.endswith("by ")]
    return tuple(
        f"{text[len(prefix) :].strip()} "
        for text in texts
        if len(text.split()) <= HEADING_WORDS and _is_label(text)
        for prefix in prefixes
        if text.casefold().startswith(prefix) and text[len(prefix) :].strip()
    )


def _is_short(block: Block, text: str) -> bool:
    """Tell whether a heading is too short to say something: outside the story it is a label."""
    return block.kind is SentenceKind.HEADING and len(text.split()) <= LABEL_WORDS


def _leads(blocks_before: Sequence[Block], n: int) -> bool:
    """Tell whether heading `n` has rows or items under it, perhaps below a table's header."""
    below = [block.kind for block in blocks_before[n + 1 : n + 3]]
    return any(kind in {SentenceKind.TABLE_ROW, SentenceKind.LIST_ITEM} for kind in below)


def _heads_columns(blocks_before: Sequence[Block], n: int, text: str) -> bool:
    """Tell whether the line names the columns of the table right below it."""
    below = blocks_before[n + 1].kind if n + 1 < len(blocks_before) else None
    return (
        blocks_before[n].kind is SentenceKind.HEADING
        and below is SentenceKind.TABLE_ROW
        and len(text.split()) <= 4
    )


def _holds_date(document: Document, block: Block) -> bool:
    """Tell whether the block is little more than one of the document's own dates."""
    return block.kind is not SentenceKind.TABLE_ROW and any(
        block.start <= stated.start < stated.end <= block.end
        and block.end - block.start - (stated.end - stated.start) < 60
        for stated in document.dates
    )


def _is_furniture(block: Block, text: str) -> bool:
    """Tell whether the whole block is a notice or a link, and no story that holds one."""
    if block.kind is SentenceKind.HEADING and is_link(text):
        return True
    words = text.split()
    if len(words) <= NOTICE_WORDS:
        return is_notice(text)
    return len(words) <= LONGEST_NOTICE and is_notice(" ".join(words[:HEADING_WORDS]))


def _is_told(text: str) -> bool:
    """Tell whether a line is a sentence, as ``By eleven in the morning all had left.`` is."""
    small = [word for word in text.split() if word.islower() and len(word) > SHORT_WORD]
    return text.rstrip("”’\"') ").endswith(".") and len(small) >= 2


def _is_label(text: str) -> bool:
    """Tell whether a line is a label or byline rather than part of the story."""
    words = lexicon("boilerplate")
    folded = text.casefold().rstrip(":")
    return (
        folded in words["labels"]
        or (len(text.split()) <= 12 and folded.startswith(words["bylines"]) and not _is_told(text))
        or bool(_DATELINE.match(text))
    )
