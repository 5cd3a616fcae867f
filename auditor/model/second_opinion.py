"""What a language model was asked about an audit, and how many of its answers count."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentPassage:
    """Characters ``start:end`` of a reference that went to the server."""

    reference: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What was put to the server, whether it answered now or is remembered to have answered.

    Attributes:
        server: scheme, host and port.
        model: its name.
        only: which sentences it was wanted for: ``doubtful`` or ``all``.
        sentences: ids of those that it was asked about, in text order.
        passages: what stood beside them, each once, by reference and place.
        counted: answers that count.
        undecided: answers that say so.
        dropped: why answers do not count, and how many for each, in the order of the reasons.
        unanswered: questions that nobody answered; a problem says why.
    """

    server: str
    model: str
    only: str
    sentences: tuple[str, ...]
    passages: tuple[SentPassage, ...]
    counted: int
    undecided: int
    dropped: tuple[tuple[str, int], ...]
    unanswered: int
