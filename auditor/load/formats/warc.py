"""A web archive (WARC): the pages and documents that it holds are files of their own.

What makes up a page (pictures, styles, scripts, fonts, data) and records about the crawl are passed
over, as are redirects.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from auditor.load.formats.content import Content, Member, Refused
from auditor.load.formats.zip_parts import MOST_UNPACKED

MOST_RECORDS = 20_000
"""Records of an archive that are looked at. A guess."""

LARGEST = 5_000_000
"""Bytes of one page or document in an archive."""

KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
"""Suffixes by the type that a server tells."""

_FURNITURE = re.compile(
    r"image/|audio/|font/|video/|text/css|[a-z]+/(?:x-)?(?:java|ecma)script|application/(?:ld\+)?json"
    r"|application/(?:x-)?font|application/manifest|application/octet-stream|text/event-stream"
    r"|application/wasm|[a-z]+/xml|application/(?:rss|atom)\+xml|text/x-|$"
)
_NO_PAGE = re.compile(r"(?!https?:)|https?://[^/]*/robots\.txt$", re.I)
"""Addresses of records about the crawl."""

_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


def read(data: bytes) -> Content:
    """Return the pages and documents of an archive by their addresses.

    Raises:
        Refused: if it is no archive, or a damaged one.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    members: list[Member] = []
    room = MOST_UNPACKED
    try:
        for n, record in enumerate(ArchiveIterator(BytesIO(data))):
            if n >= MOST_RECORDS:
                members.append(Member("…", refusal=f"comes after {MOST_RECORDS} records"))
                break
            for member in _members(record, room):
                room -= len(member.data)
                members.append(member)
    except ArchiveLoadFailed as error:
        raise Refused(f"is no web archive, or a damaged one ({error})") from error
    return Content(members=tuple(members))


def _members(record: Any, room: int) -> Iterator[Member]:
    """Yield the page or document that a record holds, or why it is not read."""
    if record.rec_type not in {"response", "resource", "revisit"}:
        return
    url = " ".join(str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>").split())
    heads = record.http_headers or record.rec_headers
    status = str(heads.get_statuscode()) if record.http_headers else "200"
    kind, _, rest = str(heads.get_header("Content-Type") or "").lower().partition(";")
    kind = kind.strip()
    if status.startswith("3") or _FURNITURE.match(kind) or _NO_PAGE.match(url):
        return
    refusal = _refusal(record, status, kind, heads)
    if refusal:
        yield Member(url, refusal=refusal)
        return
    most = min(LARGEST, room)
    held = record.content_stream().read(most + 1)
    if len(held) > most:
        yield Member(url, refusal=f"is larger than {most // 1_000_000} MB; save its text")
    else:
        charset = re.search(r"charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})", rest)
        yield Member(url, held, KINDS[kind], url, charset[1] if charset else "")


def _refusal(record: Any, status: str, kind: str, heads: Any) -> str:
    """Return why a record is not read, "" where it is."""
    if record.rec_type == "revisit":
        return "is told to be as before and not kept in this archive; save the page"
    if status != "200":
        return f"was answered by {status}, so there is no page"
    if kind not in KINDS:
        return f"is {kind}; save its text"
    coding = str(heads.get_header("Content-Encoding") or "").strip().lower()
    if coding not in _CODINGS:
        return f"is packed as {coding}, which is not read; save the page"
    return ""
