"""Text made safe to show: what moves a cursor or reorders a line becomes a visible mark."""

import re

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but for tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates, which turn the writing
    "\ud800-\udfff]"  # halves of surrogate pairs
)


def plain(text: str) -> str:
    """Return `text` with each control, bidirectional override and lone surrogate as U+FFFD.

    A reference that holds terminal escapes or reverses its own letters must not act on the
    reader's screen.
    """
    return _ACTING.sub("\ufffd", text)


def line(text: str) -> str:
    """Return `plain` text on one line."""
    return " ".join(plain(text).split())
