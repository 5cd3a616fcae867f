"""Words of strangers, servers' and those in names of files, as a message may hold them."""

import re

LONGEST = 100
"""Characters told of a stranger's words; a type, a scheme or a host's name has fewer."""

_ACTS = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, ends of lines, what turns the direction of writing, halves of surrogate pairs."""


def harmless(text: str) -> str:
    r"""Return a text on one line, with what acts on a terminal as its number, such as ``\x1b``."""
    return _ACTS.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def told(text: str) -> str:
    """Return a stranger's words `harmless`, and cut where they are long."""
    shown = harmless(text[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
