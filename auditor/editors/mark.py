"""What an editor shows of a finding or a problem."""

from dataclasses import dataclass

from lsprotocol.types import DiagnosticSeverity, Location


@dataclass(frozen=True, slots=True)
class Related:
    """Where a passage of a reference stands, and what it says."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of the words ``start:end`` of a draft, each text harmless and on one line.

    Attributes:
        start, end: in code points of the draft's text; both 0 for what concerns the whole article.
        code: the rule, or the stage that left something unchecked.
        title: ``Error, date (date-conflict)``.
        message: to be understood by itself.
        notes: what the references have in this place, and who let the finding stand.
        related: the passages that prove it, best first.
        link: where the rule's source is found, "" where that is no page.
        replacement: what can stand in the place of the words, None where a person must rewrite.
    """

    start: int
    end: int
    severity: DiagnosticSeverity
    code: str
    title: str
    message: str
    notes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    link: str = ""
    replacement: str | None = None
