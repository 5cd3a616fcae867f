"""Articles and references as SARIF names them: where they lie, and where in them words stand."""

import re
from posixpath import normpath
from urllib.parse import quote

from auditor.model.document import Document, in_file
from auditor.render.annotation import LONGEST
from auditor.render.card import web_address
from auditor.render.position import position
from auditor.render.record import Record

ROOT = "%SRCROOT%"
"""The folder that relative addresses count from, which GitHub takes for the repository."""

_BROKEN = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates that stand for no byte of a file's name."""

_DRIVE = re.compile("[A-Za-z]:/")


def artifact(document: Document, role: str) -> Record:
    """Return an article or reference with its digest; `role` is SARIF's word for what it is."""
    digest = {"hashes": {"sha-256": document.sha256}} if document.sha256 else {}
    return {"location": artifact_location(document), "roles": [role], **digest}


def artifact_location(document: Document) -> Record:
    """Return the address of a document: relative to `ROOT` where its path is relative."""
    if document.url and (url := web_address(document.url)):
        return {"uri": quote(_encoded(url), safe="%/:=&?~#+!$,;'@()*[]")}
    path = normpath(document.path)
    if _DRIVE.match(path):
        return {"uri": f"file:///{quote(_encoded(path), safe='/:')}"}
    address = quote(_encoded(path))
    if path.startswith("/"):
        return {"uri": f"file:///{address.lstrip('/')}"}
    return {"uri": address, "uriBaseId": ROOT}


def physical_location(document: Document, start: int, end: int) -> Record:
    """Return where words stand; without a region where that is the whole document or unknown."""
    location: Record = {"artifactLocation": artifact_location(document)}
    words = region(document, start, end)
    return {"physicalLocation": {**location, **({"region": words} if words else {})}}


def region(document: Document, start: int, end: int) -> Record | None:
    """Return lines and columns of words, with offsets and the words where the text is the file."""
    place = position(document, start, end)
    if place is None:
        return None
    shown = document.text[start:end]
    first, last = in_file(document, start, end)
    offsets = {"charOffset": first, "charLength": last - first}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        **(offsets if document.anchors is None else {}),
        **({"snippet": {"text": shown}} if len(shown) <= LONGEST else {}),
    }


def _encoded(text: str) -> bytes:
    """Return the bytes that a name has on the disk."""
    return _BROKEN.sub("\ufffd", text).encode("utf-8", "surrogateescape")
