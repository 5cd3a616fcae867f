"""Rulings on quotes in words: what differs, where the words stand, where else to look."""

from auditor.checks.quotes.compare.ladder import Comparison
from auditor.model.evidence import Evidence

SHOWN = 160
"""Characters of a passage that a message shows. A guess."""

_CHANGES = {
    "negation": "a denial came or went",
    "number": "a number differs",
    "name": "a name differs",
    "hedge": "doubt was added or dropped",
    "amount": "how many or how much differs",
    "opposite": "a word was turned into its opposite",
    "added": "words were put in",
    "clipped": "the word that denies it, right before, was left out",
    "ellipsis": "the ellipsis hides a word that turns the meaning",
    "wording": "words differ",
}


def told_changes(comparison: Comparison) -> str:
    """Return what differs between the quote and its source."""
    kinds = dict.fromkeys(c.kind for c in comparison.changes if c.kind != "wording")
    return "; ".join(_CHANGES[kind] for kind in kinds) or _CHANGES["wording"]


def told_lead(passages: tuple[Evidence, ...]) -> str:
    """Return where an editor may look for an invented quote."""
    if not passages:
        return "and no passage comes near them"
    return f"the nearest passage reads: {shortened(passages[0].text)}"


def shortened(words: str) -> str:
    """Return words on one line, cut at a space where they are too long."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"
