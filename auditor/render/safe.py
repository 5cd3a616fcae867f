"""Text made safe to show: what moves a cursor or reorders a line becomes a visible mark."""

import re

_MARKS = "\u061c\u200e\u200f"
"""Bidirectional marks: they have a letter's direction, and reach no further than a letter does."""

_TURNS = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates, which turn the direction of what follows."""

_CONTROLS = r"\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""Controls, DEL and C1 among them, but tab and the ends of lines."""

_ENDS = "\r\u2028\u2029"
"""What ends a line for some readers and not for others."""

_HALVES = r"\ud800-\udfff"
"""Lone surrogates: bytes of a file name that are no text, which no file in UTF-8 can hold."""

_ON_A_PAGE = re.compile(f"[{_CONTROLS}{_TURNS}{_HALVES}]")
_ACTS = re.compile(f"[{_CONTROLS}{_TURNS}{_HALVES}{_ENDS}{_MARKS}]")
_END = re.compile(f"[{_ENDS}]")


def plain(text: str) -> str:
    """Return the text of a page with each control, override and lone surrogate as U+FFFD.

    A reference that holds terminal escapes or reverses its own letters must not act on the
    reader's screen. Marks stay: a page isolates every text, and Hebrew is written with them.
    """
    return _ON_A_PAGE.sub("\ufffd", text)


def visible(text: str) -> str:
    r"""Return `text` with each character that acts on a terminal as an escape such as ``\x1b``."""
    return _ACTS.sub(_escape, text)


def line(text: str) -> str:
    """Return `visible` text on one line."""
    return " ".join(visible(_END.sub(" ", text)).split())


def escaped_json(text: str) -> str:
    r"""Return JSON with each character that acts as ``\u009b``, which a parser reads alike."""
    return _ACTS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
