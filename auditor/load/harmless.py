"""Words of strangers, servers' and those in names of files, as a message may hold them."""

from auditor.knowledge.acting import on_one_line

LONGEST = 100
"""Characters told of a stranger's words; a type, a scheme or a host's name has fewer."""


def told(text: str) -> str:
    """Return a stranger's words on one line, what acts escaped, cut where they are long."""
    shown = on_one_line(text[: LONGEST + 1])
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
