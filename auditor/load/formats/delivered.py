"""Reading what is neither text, Markdown nor HTML: as a page, and as the files it holds."""

from collections.abc import Iterator
from dataclasses import replace

from auditor.load.formats.confined import SECONDS, content_of
from auditor.load.formats.content import Content, Member, Refused
from auditor.load.formats.first_bytes import verify
from auditor.load.formats.made_page import dates_of, headed, made_page, numbered
from auditor.load.harmless import told
from auditor.load.page import ReadPage
from auditor.load.plain import read_plain
from auditor.load.source import (
    Source,
    SourceFormat,
    Unreadable,
    decoded,
    format_of_name,
    limit_of,
)

READERS = {
    SourceFormat.PDF: "pdf",
    SourceFormat.DOCX: "docx",
    SourceFormat.ODT: "odt",
    SourceFormat.RTF: "rtf",
    SourceFormat.MAIL: "mail",
    SourceFormat.MBOX: "mbox",
    SourceFormat.MHTML: "mhtml",
    SourceFormat.WARC: "warc",
    SourceFormat.NEWSWIRE: "newswire",
    SourceFormat.SUBTITLES: "subtitles",
    SourceFormat.ZIP: "archive",
}
"""The module that reads a kind of file."""

CONTAINERS = frozenset({SourceFormat.ZIP, SourceFormat.MBOX, SourceFormat.WARC})
"""Files that have no text of their own."""

DEEPEST = 2
"""Containers within each other: an archive in an archive is opened, one in that is not."""

OCR_SECONDS = 600
"""For a file whose pages are read by tesseract: 20 pages on a laptop. A guess."""


def read_delivered(source: Source, *, ocr: bool = False) -> ReadPage:
    """Return the page of a file that is neither text, Markdown nor HTML.

    Args:
        source: the file.
        ocr: whether pages without text are read by tesseract.

    Raises:
        Unreadable: if it gives no text, or holds several.
    """
    content = _content(source, ocr=ocr)
    if content.body is not None:
        return _wrapped(source, content, content.body)
    if content.members:
        count = len(content.members)
        raise Unreadable(source.path, f"has no text of its own but {count} files; name one of them")
    return made_page(content)


def documents_in(source: Source, depth: int = 0) -> Iterator[Source | Unreadable]:
    """Yield the documents that a file is or holds, and what of it cannot be read, in its order.

    A mail comes before what is attached to it.
    """
    if not _may_hold_more(source):
        yield source
        return
    if source.format in CONTAINERS and depth >= DEEPEST:
        yield Unreadable(source.path, "lies in an archive within another; unpack it and name it")
        return
    try:
        content = _content(source)
    except Unreadable as error:
        yield error
        return
    if source.format in CONTAINERS and not content.members:
        yield Unreadable(source.path, "holds no documents")
    if source.format is SourceFormat.MAIL or not (content.members or source.format in CONTAINERS):
        yield source
    for member in _distinct(content.members):
        found = _member(source, member)
        if isinstance(found, Unreadable):
            yield found
        else:
            yield from documents_in(found, depth + 1)


def _content(source: Source, *, ocr: bool = False) -> Content:
    reader, seconds, data = READERS[source.format], SECONDS, source.data
    if ocr and source.format is SourceFormat.PDF:
        reader, seconds = "scanned", OCR_SECONDS
    try:
        verify(source.data, source.format)
        if source.format is SourceFormat.SUBTITLES:
            data = decoded(source).encode("utf-8")
        return content_of(reader, data, seconds)
    except Refused as error:
        raise Unreadable(source.path, str(error)) from error


def _wrapped(source: Source, content: Content, body: Member) -> ReadPage:
    """Return the page of a mail, or of a page that was saved with all it shows."""
    inner = _source(source.path, body)
    text = decoded(inner)
    if inner.format is SourceFormat.HTML:
        from auditor.load.html import read_html

        try:
            page = read_html(text)
        except ValueError as error:
            raise Unreadable(source.path, str(error)) from error
    else:
        page = read_plain(text)
    made = headed(replace(page, anchors=()), content.title)
    return replace(
        made,
        dates=(*dates_of(content), *made.dates),
        locators=numbered(made.text) if source.format is SourceFormat.MAIL else (),
        gaps=content.gaps,
    )


def _may_hold_more(source: Source) -> bool:
    """Tell whether a file can hold documents beside or instead of itself."""
    match source.format:
        case SourceFormat.MAIL:
            return b"multipart/" in source.data.lower()
        case SourceFormat.NEWSWIRE:
            return max(map(source.data.count, (b"newsItem ", b"newsItem>", b"<nitf"))) > 1
    return source.format in CONTAINERS


def _member(source: Source, member: Member) -> Source | Unreadable:
    path = f"{source.path}!{member.name}"
    if member.refusal:
        return Unreadable(path, member.refusal)
    try:
        inner = _source(path, member)
    except Unreadable as error:
        return error
    if len(inner.data) > limit_of(inner.format):
        most = limit_of(inner.format) // 1_000_000
        return Unreadable(path, f"is larger than {most} MB; keep the news text")
    return inner


def _source(path: str, member: Member) -> Source:
    form = format_of_name(f"{path}{member.kind}" if member.kind else path)
    url = member.url if member.url.startswith(("http://", "https://")) else None
    return Source(path, member.data, form, url=url, charset=member.charset)


def _distinct(members: tuple[Member, ...]) -> Iterator[Member]:
    """Yield the members; of two with one name the second is told as such, for names are cited."""
    seen: set[str] = set()
    for member in members:
        again = member.name in seen and not member.refusal
        seen.add(member.name)
        name = told(member.name) if len(member.name) > LONGEST_NAME else member.name
        named = replace(member, name=name)
        yield replace(named, refusal="is there twice; keep it once") if again else named


LONGEST_NAME = 1_000
"""Characters of a file's name in an archive, which reports repeat whole."""
