"""How a number follows from numbers of the references, and what it may follow from."""

from dataclasses import dataclass

from auditor.checks.numbers.compare.counted import Counted
from auditor.model.evidence import Link
from auditor.model.text import Sentence


@dataclass(frozen=True, slots=True)
class Derivation:
    """Arithmetic as an editor reads it (``12 + 5 = 17``), and the numbers that it rests on.

    Attributes:
        is_telling: whether the numbers count what belongs together; the share of one thing in
            another comes out right by chance too often to be shown.
        is_asked: whether the article's words ask for just this: ``four of the eleven`` where a
            reference tells of the other seven.
    """

    arithmetic: str
    counted: tuple[Counted, ...]
    is_telling: bool = True
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a number may be derived from.

    Attributes:
        linked: the numbers of the passages linked to the article's sentence, closest first.
        beside: the sentences of those passages and the ones before and after them.
        near: the numbers of the passages, then those of the sentences that hold a figure which the
            article has beside ours, then those of the sentences beside the passages.
        everything: all numbers of all references.
        link: the passages themselves.
        years: those of the documents' own dates.
        own: the numbers of the article's sentence.
    """

    linked: tuple[Counted, ...]
    beside: tuple[Sentence, ...]
    near: tuple[Counted, ...]
    everything: tuple[Counted, ...]
    link: Link
    years: frozenset[int]
    own: tuple[Counted, ...]


def figure(value: float) -> str:
    """Return a value as newspapers print it: ``12,500``, ``2.5 million``, ``0.5``."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
