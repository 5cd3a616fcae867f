"""What news agencies deliver as XML: NewsML-G2, and NITF by itself or within it."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from auditor.load.formats.content import CELL, Content, Member, Refused, paragraphs
from auditor.load.formats.docx import LONGEST_ROW, Told
from auditor.load.formats.xml_tree import Element, attribute, local, named, one_line, root_of
from auditor.model.words import SentenceKind

OPENING = 4
"""Paragraphs among which a story shows its own headline and byline."""

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "nitf")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_BLOCKS = frozenset({"p", "li", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "pre"})
_LEFT_OUT = frozenset({"script", "style", "media", "figure", "head", "noscript"})
_REMOVED = frozenset({"canceled", "cancelled", "withheld"})


def read(data: bytes) -> Content:
    """Return the story of an item; each item is a file of its own where there are several.

    Raises:
        Refused: if it is other XML, or an item without a story.
    """
    root = root_of(data)
    items = [root] if local(root) in _ITEMS else _delivered(root)
    if not items:
        raise Refused(
            f"is XML of another kind ({local(root)[:40]}), of which NewsML-G2 and NITF are read; "
            "save its text as a .txt file"
        )
    if len(items) > 1:
        return Content(members=tuple(_member(n, item) for n, item in enumerate(items, 1)))
    return _nitf(items[0]) if local(items[0]) == "nitf" else _news_item(items[0])


def _delivered(root: Element) -> list[Element]:
    """Return the items of a message that bring text, as packages and concepts do not."""
    return [
        item
        for item in named(root, "newsItem", "nitf")
        if not any(local(above) in {"newsItem", "nitf"} for above in item.iterancestors())
    ]


def _member(n: int, item: Element) -> Member:
    return Member(str(n), etree.tostring(item, with_tail=False), kind=".xml")


def _news_item(item: Element) -> Content:
    """Return the story of a NewsML-G2 item, whatever it is marked up with inside."""
    if local(item) != "newsItem":
        raise Refused(f"is a {local(item)}, which holds no story")
    status = next((attribute(one, "qcode") for one in named(item, "pubStatus")), "")
    gaps: list[str] = []
    if status.rpartition(":")[2].lower() in _REMOVED:
        raise Refused(f"is withdrawn by its agency ({status}); ask for what replaces it")
    held = next(named(item, "contentSet"), None)
    if held is None:
        raise Refused("holds no story, only what is told about it")
    if any(True for _ in named(held, "remoteContent")):
        gaps.append("names further content that lies elsewhere and was not read")
    inner = next(named(held, "nitf"), None)
    if inner is not None:
        made = _nitf(inner)
        return Content(made.portions, made.title, made.day or _sent(item), tuple(gaps))
    story = [told for one in held for told in _story(one)]
    about = next(named(item, "contentMeta"), None)
    headline = _first(about, "headline") if about is not None else ""
    byline = _first(about, "by") if about is not None else ""
    told = (*_above(headline, byline, story), *story)
    return Content(paragraphs(told), headline, _sent(item), tuple(gaps))


def _story(held: Element) -> Iterator[Told]:
    match local(held):
        case "inlineData":
            yield from _lines(held)
        case "inlineXML":
            yield from _blocks(held)


def _above(headline: str, byline: str, story: Sequence[Told]) -> Iterator[Told]:
    """Yield headline and byline, where the story does not show them itself."""
    opening = [text for text, _ in story if text][:OPENING]
    if headline and headline not in opening:
        yield headline, SentenceKind.HEADING
    if byline and byline not in opening:
        yield byline, SentenceKind.BOILERPLATE


def _lines(data: Element) -> Iterator[Told]:
    for line in "".join(data.itertext()).split("\n"):
        yield line.strip(), SentenceKind.PROSE


def _nitf(root: Element) -> Content:
    head = next(named(root, "body.head"), None)
    content = next(named(root, "body.content"), None)
    if content is None:
        raise Refused("holds no story; save its text as a .txt file")
    headline = _first(head, "hl1") if head is not None else ""
    headline = headline or _first(root, "title")
    told: list[Told] = [(headline, SentenceKind.HEADING)]
    if head is not None:
        told += [(one_line(one), SentenceKind.HEADING) for one in named(head, "hl2")]
        told += [(_spaced(one), SentenceKind.BOILERPLATE) for one in named(head, "byline")]
        told += [(one_line(one), SentenceKind.PROSE) for one in named(head, "abstract")]
    told += _blocks(content)
    for end in named(root, "tagline"):
        told.append((one_line(end), SentenceKind.BOILERPLATE))
    issued = [attribute(one, "norm") for one in named(root, "date.issue", "story.date")]
    return Content(paragraphs(told), headline, _day(next(filter(None, issued), "")))


def _blocks(node: Element) -> Iterator[Told]:
    """Yield the paragraphs below an element; text between them is a paragraph, too."""
    loose = node.text or ""
    for child in node:
        name = local(child)
        if name in _BLOCKS or name == "table" or (name and _holds_blocks(child)):
            yield " ".join(loose.split()), SentenceKind.PROSE
            loose = ""
            yield from _block(child, name)
        elif name and name not in _LEFT_OUT:
            loose += " " + one_line(child)
        loose += child.tail or ""
    yield " ".join(loose.split()), SentenceKind.PROSE


def _block(node: Element, name: str) -> Iterator[Told]:
    if name in _LEFT_OUT:
        return
    if name == "tr":
        yield from _row(node)
    elif name in _BLOCKS and not _holds_blocks(node):
        yield one_line(node), _kind(name)
    else:
        yield from _blocks(node)


def _row(node: Element) -> Iterator[Told]:
    cells = [one_line(cell) for cell in node if local(cell)]
    line = CELL.join(filter(None, cells))
    if len(line) <= LONGEST_ROW:
        yield line, SentenceKind.TABLE_ROW
    else:
        yield from ((cell, SentenceKind.PROSE) for cell in cells)


def _kind(name: str) -> SentenceKind:
    if name[:1] == "h":
        return SentenceKind.HEADING
    return SentenceKind.LIST_ITEM if name in {"li", "dt", "dd"} else SentenceKind.PROSE


def _holds_blocks(node: Element) -> bool:
    return any(inner is not node for inner in named(node, *_BLOCKS))


def _spaced(node: Element) -> str:
    """Return the words of an element whose parts are set apart by their looks alone."""
    return " ".join(" ".join(node.itertext()).split())


def _first(node: Element, name: str) -> str:
    return next(filter(None, map(one_line, named(node, name))), "")


def _sent(item: Element) -> str:
    """Return the day on which the content was made, else its first version."""
    for name in ("contentCreated", "firstCreated", "versionCreated"):
        for one in named(item, name):
            if day := _day(one_line(one)):
                return day
    return ""


def _day(stated: str) -> str:
    """Return a day in ISO 8601, "" for what is none."""
    match = _DAY.match(stated.strip())
    return "-".join(match.groups()) if match else ""
