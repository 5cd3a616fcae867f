"""The article that somebody writes into the command, as ``audit -``."""

import re
import sys

from auditor.load.source import MAX_BYTES, Source, SourceFormat, Unreadable

NAME = "stdin"
"""What messages and reports call it."""

_HTML = re.compile(rb"\s*(?:<!doctype\s+html|<html|<\?xml|<head|<body|<article)", re.I)
_FENCE = re.compile(rb"(?:---|\+\+\+)[ \t]*[\r\n]")
_HEADING = re.compile(rb"#{1,6}[ \t]+\S")

FIRST_LINES = 4_096
"""Bytes in which Markdown has its first heading."""

_BOM = b"\xef\xbb\xbf"


def read_standard_input() -> Source:
    """Return the bytes of standard input, and of which kind they look.

    What shows neither HTML nor the front matter or headings of Markdown is plain text, in which
    every line is audited.

    Raises:
        Unreadable: if it is closed or too large.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise Unreadable(NAME, "standard input is closed; name a file")
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(NAME, f"cannot be read ({error.strerror}); name a file") from error
    if len(data) > MAX_BYTES:
        raise Unreadable(NAME, f"is larger than {MAX_BYTES // 1_000_000} MB; keep the news text")
    return Source(NAME, data, _format(data))


def _format(data: bytes) -> SourceFormat:
    opening = data.removeprefix(_BOM)
    if _HTML.match(opening):
        return SourceFormat.HTML
    rows = opening[:FIRST_LINES].splitlines()
    if _FENCE.match(opening) or any(map(_HEADING.match, rows)):
        return SourceFormat.MARKDOWN
    return SourceFormat.PLAIN
