"""RTF: the text of its paragraphs; pictures and embedded objects are never opened."""

from collections.abc import Iterator

from auditor.load.formats.content import CELL, Content, paragraphs
from auditor.load.formats.docx import Told
from auditor.model.words import SentenceKind


def read(data: bytes) -> Content:
    """Return the paragraphs of an RTF file."""
    from striprtf.striprtf import rtf_to_text

    decoded = data.decode("cp1252", errors="replace")
    text = str(rtf_to_text(decoded, errors="replace"))  # type: ignore[no-untyped-call]  # untyped
    embeds = b"\\objdata" in data
    gaps = ("embeds other documents, which were not read; save their text",) if embeds else ()
    return Content(paragraphs(_told(text)), gaps=gaps)


def _told(text: str) -> Iterator[Told]:
    """Yield the lines of a text; the cells of a table's row are parted by bars."""
    for line in text.replace("\n|", "|").split("\n"):
        words = " ".join(line.replace("\t", " ").split())
        is_row = words.startswith("|") or words.count("|") > 1
        if is_row:
            cells = (cell.strip() for cell in words.split("|"))
            words = CELL.join(cell for cell in cells if cell)
        yield words, SentenceKind.TABLE_ROW if is_row else SentenceKind.PROSE
