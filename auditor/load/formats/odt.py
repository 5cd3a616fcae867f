"""OpenDocument texts (ODT): the text as it would be printed, tracked deletions left out."""

from collections.abc import Iterator

from auditor.load.formats.content import CELL, Content, Refused, paragraphs
from auditor.load.formats.docx import LONGEST_ROW, Told
from auditor.load.formats.xml_tree import Element, attribute, local, named, root_of
from auditor.load.formats.zip_parts import ZipParts
from auditor.model.words import SentenceKind

_UNSEEN = frozenset(
    {
        *("tracked-changes", "annotation", "annotation-end", "note", "sequence-decls"),
        *("hidden-text", "hidden-paragraph", "forms", "text-box", "desc", "title"),
    }
)
"""What is struck out, beside the text, a text of its own, or no text."""

MOST_SPACES = 100
"""Spaces that one element may stand for."""


def read(data: bytes) -> Content:
    """Return the paragraphs of an OpenDocument text.

    Raises:
        Refused: if it is none, or encrypted.
    """
    parts = ZipParts(data)
    if not parts.holds("content.xml"):
        raise Refused("is no OpenDocument text by what it holds; save it anew as .odt")
    if parts.holds("META-INF/manifest.xml"):
        manifest = root_of(parts.part("META-INF/manifest.xml"), "manifest")
        if any(True for _ in named(manifest, "encryption-data")):
            raise Refused("is encrypted; save it without a password")
    root = root_of(parts.part("content.xml"), "text")
    body = next(named(root, "text"), None)
    if body is None:
        raise Refused("is an OpenDocument file but no text; save its text as a .txt file")
    titles = {"Title", *_titles(root)}
    told = list(_blocks(body, titles))
    for note in named(body, "note-body"):
        told += _blocks(note, titles)
    return Content(paragraphs(told), gaps=tuple(_gaps(body)))


def _titles(root: Element) -> Iterator[str]:
    """Yield the styles that are the document's title with a change of their own."""
    for style in named(root, "style"):
        if attribute(style, "parent-style-name") == "Title":
            yield attribute(style, "name")


def _blocks(
    node: Element, titles: set[str], kind: SentenceKind = SentenceKind.PROSE
) -> Iterator[Told]:
    for child in node:
        match local(child):
            case "h":
                yield from _paragraph(child, titles, SentenceKind.HEADING)
            case "p":
                own = attribute(child, "style-name") in titles
                yield from _paragraph(child, titles, SentenceKind.HEADING if own else kind)
            case "list-item" | "list-header":
                yield from _blocks(child, titles, SentenceKind.LIST_ITEM)
            case "table-row":
                yield from _row(child, titles)
            case name if name not in _UNSEEN:
                yield from _blocks(child, titles, kind)


def _paragraph(node: Element, titles: set[str], kind: SentenceKind) -> Iterator[Told]:
    """Yield a paragraph, then those of the boxes that hang on it."""
    yield "".join(_words(node)), kind
    for box in named(node, "text-box"):
        yield from _blocks(box, titles)


def _words(node: Element) -> Iterator[str]:
    yield " ".join((node.text or "").split("\n"))
    for child in node:
        match local(child):
            case "s":
                count = attribute(child, "c")
                yield " " * min(int(count) if count.isdecimal() else 1, MOST_SPACES)
            case "tab":
                yield " "
            case "line-break":
                yield "\n"
            case name if name and name not in _UNSEEN:
                yield from _words(child)
        yield " ".join((child.tail or "").split("\n"))


def _row(node: Element, titles: set[str]) -> Iterator[Told]:
    cells = [
        [(text.strip(), kind) for text, kind in _blocks(cell, titles) if text.strip()]
        for cell in node
    ]
    line = CELL.join(" ".join(text for text, _ in cell) for cell in cells if cell)
    if len(line) <= LONGEST_ROW:
        yield " ".join(line.split()), SentenceKind.TABLE_ROW
    else:
        yield from (told for cell in cells for told in cell)


def _gaps(body: Element) -> Iterator[str]:
    hidden = sum(
        len("".join(node.itertext()).split())
        for node in named(body, "hidden-text", "hidden-paragraph")
    )
    if hidden:
        yield f"holds {hidden} words formatted as hidden, which were not read"
    embedded = sum(1 for _ in named(body, "object", "object-ole", "plugin"))
    if embedded:
        yield f"embeds other documents ({embedded}), which were not read; save their text"
