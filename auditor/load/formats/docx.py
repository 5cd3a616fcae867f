"""Word files (DOCX): the text as it would be printed, changes that are tracked taken as accepted.

Headers, footers and comments are no part of the text. Macros and embedded files are never opened.
"""

from collections.abc import Iterator, Mapping

from auditor.load.formats.content import CELL, Content, Refused, paragraphs
from auditor.load.formats.xml_tree import Element, attribute, local, named, root_of
from auditor.load.formats.zip_parts import ZipParts
from auditor.model.words import SentenceKind

LONGEST_ROW = 600
"""Characters; a longer table row lays out the page, as in HTML. A guess."""

_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")

_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "pPr", "rPr", "instrText"})
"""What is struck out, said twice, a text of its own, or no text."""

_MARKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

Told = tuple[str, SentenceKind]
"""A paragraph: its text, and what kind its style says."""


def read(data: bytes) -> Content:
    """Return the paragraphs of a Word file.

    Raises:
        Refused: if it is none, or encrypted.
    """
    parts = ZipParts(data)
    if not parts.holds(_MAIN):
        raise Refused("is no Word file by what it holds; save it anew as .docx")
    document = root_of(parts.part(_MAIN), "text")
    styles = _styles(root_of(parts.part(_STYLES), "styles")) if parts.holds(_STYLES) else {}
    told = list(_blocks(document, styles))
    for name in _NOTES:
        if parts.holds(name):
            told += _blocks(root_of(parts.part(name), "notes"), styles)
    return Content(paragraphs(told), gaps=tuple(_gaps(document)))


def _styles(root: Element) -> Mapping[str, SentenceKind]:
    """Return the kinds that styles make paragraphs, by their ids, which depend on the language."""
    kinds = {}
    for style in named(root, "style"):
        name = next((attribute(inner, "val").lower() for inner in named(style, "name")), "")
        if name == "title" or name.startswith("heading "):
            kinds[attribute(style, "styleId")] = SentenceKind.HEADING
        elif name.startswith("list "):
            kinds[attribute(style, "styleId")] = SentenceKind.LIST_ITEM
        elif "quote" in name:
            kinds[attribute(style, "styleId")] = SentenceKind.QUOTE
    return kinds


def _blocks(node: Element, styles: Mapping[str, SentenceKind]) -> Iterator[Told]:
    for child in node:
        match local(child):
            case "p":
                yield from _paragraph(child, styles)
            case "tbl":
                yield from _table(child, styles)
            case "Fallback" | "del" | "moveFrom":
                continue
            case _:
                yield from _blocks(child, styles)


def _paragraph(node: Element, styles: Mapping[str, SentenceKind]) -> Iterator[Told]:
    """Yield a paragraph, then those of the boxes that hang on it."""
    yield "".join(_words(node)), _kind(node, styles)
    for box in named(node, "txbxContent"):
        if not any(local(above) == "Fallback" for above in box.iterancestors()):
            yield from _blocks(box, styles)


def _kind(node: Element, styles: Mapping[str, SentenceKind]) -> SentenceKind:
    properties = next((child for child in node if local(child) == "pPr"), None)
    if properties is None:
        return SentenceKind.PROSE
    said = {local(child): attribute(child, "val") for child in properties}
    kind = styles.get(said.get("pStyle", ""), SentenceKind.PROSE)
    return SentenceKind.LIST_ITEM if kind is SentenceKind.PROSE and "numPr" in said else kind


def _words(node: Element) -> Iterator[str]:
    for child in node:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _UNSEEN and not _is_hidden(child):
            yield from _words(child)


def _is_hidden(run: Element) -> bool:
    """Tell whether a run is formatted as hidden."""
    if local(run) != "r":
        return False
    properties = [child for child in run if local(child) == "rPr"]
    return any(
        attribute(inner, "val") not in {"0", "false", "off"}
        for one in properties
        for inner in named(one, "vanish", "webHidden")
        if local(inner) == "vanish"
    )


def _table(node: Element, styles: Mapping[str, SentenceKind]) -> Iterator[Told]:
    for row in (child for child in node if local(child) == "tr"):
        cells = [
            [(text.strip(), kind) for text, kind in _blocks(cell, styles) if text.strip()]
            for cell in row
            if local(cell) in {"tc", "sdt"}
        ]
        line = CELL.join(" ".join(text for text, _ in cell) for cell in cells if cell)
        if len(line) <= LONGEST_ROW:
            yield " ".join(line.split()), SentenceKind.TABLE_ROW
        else:
            yield from (told for cell in cells for told in cell)


def _gaps(document: Element) -> Iterator[str]:
    hidden = sum(
        len("".join(run.itertext()).split()) for run in named(document, "r") if _is_hidden(run)
    )
    if hidden:
        yield f"holds {hidden} words formatted as hidden, which were not read"
    embedded = sum(1 for _ in named(document, "altChunk", "OLEObject"))
    if embedded:
        yield f"embeds other documents ({embedded}), which were not read; save their text"
