"""A page that a browser saved as one file (MHTML): the page itself, nothing else in the file."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from auditor.load.formats.content import Content, Member, Refused

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read(data: bytes) -> Content:
    """Return the page as body.

    Raises:
        Refused: if there is none.
    """
    saved = message_from_bytes(data, policy=policy.default)
    pages = [
        part
        for part in saved.walk()
        if isinstance(part, EmailMessage) and part.get_content_type() in _PAGES
    ]
    start = str(saved.get_param("start") or "").strip()
    first = [part for part in pages if start and str(part.get("Content-ID", "")) == start]
    page = next(iter(first or pages), None)
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes):
        raise Refused("holds no page; save it anew, as HTML")
    place = str(page.get("Content-Location") or saved.get("Snapshot-Content-Location") or "")
    return Content(
        body=Member(
            "",
            payload,
            kind=".html",
            url=place if place.startswith(("http://", "https://")) else "",
            charset=str(page.get_content_charset() or ""),
        )
    )
