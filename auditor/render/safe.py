"""Text made safe to show: what moves a cursor or reorders a line becomes a visible mark."""

import re

from auditor.knowledge.acting import ACTS, CONTROLS, ENDS, HALVES, TURNS, visible

_ON_A_PAGE = re.compile(f"[{CONTROLS}{TURNS}{HALVES}]")
_END = re.compile(f"[{ENDS}]")


def plain(text: str) -> str:
    """Return the text of a page with each control, override and lone surrogate as U+FFFD.

    A reference that holds terminal escapes or reverses its own letters must not act on the
    reader's screen. Marks stay: a page isolates every text, and Hebrew is written with them.
    """
    return _ON_A_PAGE.sub("\ufffd", text)


def line(text: str) -> str:
    """Return `visible` text on one line."""
    return " ".join(visible(_END.sub(" ", text)).split())


def escaped_json(text: str) -> str:
    r"""Return JSON with each character that acts as ``\u009b``, which a parser reads alike."""
    return ACTS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
