"""PDF: the text of its pages in the order of reading; nothing in it is run or taken out."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.load.formats.content import Content, Portion, Refused
from auditor.load.formats.page_lines import PrintedLine, lines_of
from auditor.load.formats.reading_order import in_order
from auditor.load.formats.running_heads import running_heads
from auditor.load.formats.set_paragraphs import PlacedLine, portions_of
from auditor.model.words import SentenceKind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 300
"""Pages that are read."""

SCANNED = "shows no text, as a scan does; save its text, or say --ocr where tesseract is installed"

Recognise = Callable[["PdfPage"], str]
"""Returns the words that a picture of a page shows, "" where it shows none."""


def read(data: bytes) -> Content:
    """Return the text of a PDF with pages as locators.

    Raises:
        Refused: if it is damaged, encrypted or holds pictures alone.
    """
    return content_of_pdf(data, None)


def content_of_pdf(data: bytes, recognise: Recognise | None) -> Content:
    """Return the text of a PDF.

    Args:
        data: the file.
        recognise: reads pages without text; None leaves them out.

    Raises:
        Refused: as `read` does.
    """
    document = _opened(data)
    count = min(len(document), MOST_PAGES)
    pages = [tuple(_lines(document[n])) for n in range(count)]
    heads = running_heads(pages)
    placed: list[PlacedLine] = []
    scanned: list[Portion] = []
    gaps = list(_gaps(document))
    for n, (lines, above) in enumerate(zip(pages, heads, strict=True)):
        rest = [line for line in lines if line not in above]
        placed += (PlacedLine(line, _page(n)) for line in in_order(rest))
        if not rest:
            words = recognise(document[n]) if recognise else ""
            scanned += _recognised(words, n)
            gaps += [] if words else [f"{_page(n)} {_blank(document[n], lines)}"]
    portions = (*portions_of(placed), *scanned, *_furniture(heads))
    if not placed and not scanned:
        raise Refused(_nothing(gaps))
    return Content(portions, gaps=tuple(gaps))


def _opened(data: bytes) -> "PdfDocument":
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("is encrypted; open it with its password and print it anew") from error
        raise Refused(f"is damaged ({error}); open it and print it anew") from error


def _lines(page: "PdfPage") -> Iterator[PrintedLine]:
    """Yield the lines that stand on a page, none that lie outside of it.

    What is drawn twice in one place, as some programs draw bold letters, is read once.
    """
    width, height = page.get_size()
    seen = set()
    for line in lines_of(page.get_textpage()):
        key = (line.text, round(line.left), round(line.middle))
        is_seen = line.right > 0 and line.left < width and line.top > 0 and line.bottom < height
        if is_seen and key not in seen:
            seen.add(key)
            yield line


def _page(n: int) -> str:
    return f"page {n + 1}"


def _blank(page: "PdfPage", lines: Sequence[PrintedLine]) -> str:
    """Return why a page gives no text: a scan, or nothing on it but its running heads."""
    is_picture = any(True for _ in page.get_objects(max_depth=2))
    return SCANNED if is_picture or not lines else "holds no text but its number"


def _gaps(document: "PdfDocument") -> Iterator[str]:
    if len(document) > MOST_PAGES:
        yield f"has {len(document)} pages, of which the first {MOST_PAGES} were read"
    if embedded := document.count_attachments():
        yield f"embeds other files ({embedded}), which were not read"


def _recognised(words: str, n: int) -> Iterator[Portion]:
    for paragraph in words.split("\n\n"):
        text = " ".join(paragraph.split())
        if text:
            yield Portion(text, f"{_page(n)}, by OCR")


def _furniture(heads: Sequence[frozenset[PrintedLine]]) -> Iterator[Portion]:
    """Yield the running heads at the end, each once, as what they are."""
    seen: set[str] = set()
    for n, lines in enumerate(heads):
        for line in sorted(lines, key=lambda one: (-one.middle, one.left)):
            if line.text not in seen and any(map(str.isalpha, line.text)):
                seen.add(line.text)
                yield Portion(line.text, _page(n), SentenceKind.BOILERPLATE)


def _nothing(gaps: Sequence[str]) -> str:
    """Return why a document without text is refused: what its first page lacks."""
    first = f"{_page(0)} "
    return next((gap.removeprefix(first) for gap in gaps if gap.startswith(first)), SCANNED)
