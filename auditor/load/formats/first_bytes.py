"""What a file is by its first bytes, which its name must agree with."""

from auditor.load.formats.content import Refused
from auditor.load.source import SourceFormat

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_GZIP = b"\x1f\x8b"
_OLE = b"\xd0\xcf\x11\xe0"

BEGINNINGS = {
    SourceFormat.PDF: (b"%PDF-",),
    SourceFormat.DOCX: (_ZIP,),
    SourceFormat.ODT: (_ZIP,),
    SourceFormat.ZIP: (_ZIP, _EMPTY_ZIP),
    SourceFormat.RTF: (b"{\\rtf",),
    SourceFormat.WARC: (b"WARC/", _GZIP),
}
"""How kinds of files begin; the others are text."""

LOOKS = (
    (b"%PDF-", "PDF"),
    (_ZIP, "a ZIP, Word or OpenDocument file"),
    (_OLE, "an encrypted or older Word file"),
    (_GZIP, "packed by gzip"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
)
"""What is told of a file that is another than its name says; in lower case."""

_WITHIN = 1_024
"""Bytes in which a PDF begins, whatever its maker put before it (ISO 32000-1, annex H.3.4.1)."""

_REMEDIES = {_OLE: "open it and save it anew as .docx, without a password"}


def verify(data: bytes, form: SourceFormat) -> None:
    """See that a file is of its kind by its first bytes.

    Raises:
        Refused: if it is another, saying which.
    """
    begins = data[:_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n")
    look = next((look for look in LOOKS if begins.lower().startswith(look[0].lower())), None)
    expected = BEGINNINGS.get(form)
    if expected is None:
        is_other = look is not None and look[1] not in {"HTML", "RTF"}
    elif form is SourceFormat.PDF:
        is_other = expected[0] not in begins
    else:
        is_other = not begins.startswith(expected)
    if is_other:
        shown = f"is {look[1]}" if look else "is something else"
        remedy = _REMEDIES.get(look[0]) if look else None
        raise Refused(
            f"{shown} by its first bytes, not {form.value}; {remedy or 'name it by its kind'}"
        )
