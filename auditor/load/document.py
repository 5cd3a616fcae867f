"""A document out of what was read: its text, title, dates, blocks."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from auditor.load.dateline import datelines
from auditor.load.markdown import read_markdown
from auditor.load.own_date import header, published
from auditor.load.page import ReadPage
from auditor.load.plain import read_plain
from auditor.load.source import DELIVERED, Source, SourceFormat, Unreadable, decoded, taken_for
from auditor.model.document import Document

MAX_CHARACTERS = 500_000
"""A novel. Reading more takes minutes, and no news report comes near."""

_CALLED = {"cp1252": "Windows-1252", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
"""Charsets as people call them."""


def document(name: str, source: Source, *, ocr: bool = False) -> Document:
    """Return the document `name` (``article``, ``r1`` …) that a source holds.

    Args:
        name: its id.
        source: a file or page.
        ocr: whether pages of a PDF that have no text are read by tesseract.

    Raises:
        Unreadable: if its bytes give no text.
    """
    is_text = source.format not in DELIVERED.values()
    text, charset = (decoded(source), taken_for(source)) if is_text else ("", "")
    page = _page(source, text, ocr=ocr)
    if not any(map(str.isalnum, page.text)):
        raise Unreadable(source.path, "shows no words to its readers; save its text as a .txt file")
    if len(page.text) > MAX_CHARACTERS:
        raise Unreadable(
            source.path, f"has more than {MAX_CHARACTERS:,} characters of text; keep the news text"
        )
    dates = (*page.dates, *header(page.lines))
    dates = tuple(sorted(dict.fromkeys(dates), key=lambda stated: (stated.start, stated.end)))
    day = published(dates, page.headline_end)
    return Document(
        id=name,
        path=source.path,
        text=page.text,
        sha256=sha256(source.data).hexdigest(),
        title=page.title,
        published=day,
        url=source.url,
        blocks=page.blocks,
        dates=dates,
        datelines=tuple(datelines(page.text, is_dated=day is not None)),
        anchors=page.anchors,
        allowances=page.allowances,
        locators=page.locators,
        gaps=page.gaps,
        byline=page.byline,
        file_pieces=page.file_pieces,
        file_text=text if page.file_pieces else "",
        read_as=_CALLED.get(charset, charset),
        unseen=page.unseen,
    )


def document_from_text(
    id: str,  # noqa: A002  # the word of the report
    name: str,
    text: str,
    published: date | None = None,
) -> Document:
    """Return the document that a text in memory is; `name` stands for its path.

    Args:
        id: ``article``, or ``r1``, ``r2`` … in order.
        name: what messages call it.
        text: as of a ``.txt`` file.
        published: the day of publication, where the caller knows it better than the text.

    Raises:
        Unreadable: if it holds no words, or no characters that a file could hold.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unreadable(name, f"character {error.start} is half of a surrogate pair") from error
    made = document(id, Source(name, data, SourceFormat.PLAIN))
    return replace(made, published=published) if published else made


def _page(source: Source, text: str, *, ocr: bool) -> ReadPage:
    if source.format in DELIVERED.values():
        from auditor.load.formats.delivered import read_delivered

        return read_delivered(source, ocr=ocr)
    if source.format is SourceFormat.MARKDOWN:
        return read_markdown(text)
    if source.format is SourceFormat.PLAIN:
        return read_plain(text)
    from auditor.load.html import read_html

    try:
        return read_html(text)
    except ValueError as error:
        raise Unreadable(source.path, str(error)) from error
