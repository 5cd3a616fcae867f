"""Rulings on quotes in words: what differs, where the words stand, where else to look."""

from collections.abc import Sequence

from auditor.checks.quotes.compare.changes import ChangeKind
from auditor.checks.quotes.compare.ladder import Comparison
from auditor.model.evidence import Evidence
from auditor.model.ruling import SHOWN

_CHANGES = {
    ChangeKind.NEGATION: "a denial came or went",
    ChangeKind.NUMBER: "a number differs",
    ChangeKind.NAME: "a name differs",
    ChangeKind.HEDGE: "doubt was added or dropped",
    ChangeKind.AMOUNT: "how many or how much differs",
    ChangeKind.OPPOSITE: "a word was turned into its opposite",
    ChangeKind.ADDED: "words were put in",
    ChangeKind.CLIPPED: "the word that denies it, right before, was left out",
    ChangeKind.ELLIPSIS: "the ellipsis hides a word that turns the meaning",
    ChangeKind.WORDING: "words differ",
}
"""What each kind of change is called."""


def fields(comparison: Comparison, source: str, passages: Sequence[Evidence]) -> dict[str, str]:
    """Return what a rule's message may show of a quote; `source` has the references' words."""
    return {
        "quote": _shortened(comparison.quote.text),
        "source": _shortened(source),
        "speaker": comparison.quote.speaker or "the speaker",
        "other": comparison.speaker,
        "changes": _changes(comparison),
        "lead": _lead(passages),
    }


def _changes(comparison: Comparison) -> str:
    """Return what differs between the quote and its source."""
    kinds = dict.fromkeys(c.kind for c in comparison.changes if c.kind is not ChangeKind.WORDING)
    return "; ".join(_CHANGES[kind] for kind in kinds) or _CHANGES[ChangeKind.WORDING]


def _lead(passages: Sequence[Evidence]) -> str:
    """Return where an editor may look for an invented quote."""
    if not passages:
        return "and no passage comes near them"
    return f"the nearest passage reads: {_shortened(passages[0].text)}"


def _shortened(words: str) -> str:
    """Return words on one line, cut at a space where they are too long."""
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"
