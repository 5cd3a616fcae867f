"""Text made safe to show: what moves a cursor or reorders a line becomes a visible mark."""

import unicodedata

_KEPT = "\n\t"
"""Control characters that are left as they are."""

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Embeddings, overrides and isolates, which turn the direction of writing."""


def plain(text: str) -> str:
    """Return `text` with each control, bidirectional override and lone surrogate as U+FFFD.

    A reference that holds terminal escapes or reverses its own letters must not act on the
    reader's screen.
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if _acts(character) else character for character in text)


def _acts(character: str) -> bool:
    return character in _BIDI or (
        character not in _KEPT and unicodedata.category(character) in {"Cc", "Cs"}
    )


def line(text: str) -> str:
    """Return `plain` text on one line."""
    return " ".join(plain(text).split())
