"""Characters that act on a reader's screen instead of being read."""

import re

_MARKS = "\u061c\u200e\u200f"
"""Bidirectional marks: they have a letter's direction, and reach no further than a letter does."""

TURNS = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates, which turn the direction of what follows."""

CONTROLS = r"\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""Controls, DEL and C1 among them, but tab and the ends of lines."""

ENDS = "\r\u2028\u2029"
"""What ends a line for some readers and not for others."""

HALVES = r"\ud800-\udfff"
"""Lone surrogates: bytes of a file name that are no text, which no file in UTF-8 can hold."""

ACTS = re.compile(f"[{CONTROLS}{TURNS}{HALVES}{ENDS}{_MARKS}]")
"""All of them."""

_ACTS_ON_A_LINE = re.compile(f"[{CONTROLS}{TURNS}{HALVES}{ENDS}{_MARKS}\t\n]")


def visible(text: str) -> str:
    r"""Return `text` with each character that acts on a terminal as an escape such as ``\x1b``."""
    return ACTS.sub(_escape, text)


def on_one_line(text: str) -> str:
    r"""Return `visible` text whose tabs and ends of lines are escapes too, such as ``\n``."""
    return _ACTS_ON_A_LINE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
