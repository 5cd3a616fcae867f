"""The name that a page has in a folder: made of its address, safe everywhere, told apart."""

import re
from hashlib import sha256
from urllib.parse import urlsplit

from auditor.load.source import SourceFormat

SUFFIXES = {
    SourceFormat.HTML: ".html",
    SourceFormat.PLAIN: ".txt",
    SourceFormat.MARKDOWN: ".md",
    SourceFormat.PDF: ".pdf",
}
"""How the name of a page ends, by what it is."""

LONGEST = 60
"""Letters of a name that are taken from the address, so that folders stay readable."""

DIGITS = 8
"""Of the address's digest: two of a thousand pages share it once in 8,000 folders."""

_ODD = re.compile(r"[^a-z0-9]+")


def page_name(url: str, form: SourceFormat) -> str:
    """Return the name of the page at an address: its host, the end of its path, a digest.

    The same address has the same name, whatever stands behind a ``#`` in it. No part but the
    suffix begins with a dot, none is a name that Windows keeps for a device.
    """
    address, _, _ = url.partition("#")
    parts = urlsplit(address)
    last = [part for part in parts.path.split("/") if part][-1:]
    stem, _, ending = "".join(last).rpartition(".")
    words = stem if len(ending) <= 5 and stem else "".join(last)
    host = (parts.hostname or "").removeprefix("www.")
    readable = _ODD.sub("-", f"{host}-{words}".lower()).strip("-")[:LONGEST].strip("-")
    digest = sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return f"{readable}-{digest}{SUFFIXES[form]}"
