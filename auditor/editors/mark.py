"""What an editor shows of a finding or a problem."""

from dataclasses import dataclass

from auditor.editors.columns import Extent


@dataclass(frozen=True, slots=True)
class Related:
    """A passage of a reference: the address of its file or page, where in it, and what it says."""

    address: str
    extent: Extent
    message: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of the words ``start:end`` of a draft, each text harmless and on one line.

    Attributes:
        start, end: in code points of the draft's text; both 0 for what concerns the whole article.
        state: ``error``, ``warning``, ``note`` or ``waived``.
        code: the rule, or the stage that left something unchecked.
        title: ``Error, date (date-conflict)``.
        message: to be understood by itself.
        notes: what the references have in this place, and who let the finding stand.
        related: the passages that prove it, best first.
        link: where the rule's source is found, "" where that is no page.
        replacement: what can stand in the place of the words, None where a person must rewrite.
        fingerprint: what names the finding, "" where it is none.
        allowance: the comment that lets it stand behind its words once it holds a reason, "" where
            there can be none.
    """

    start: int
    end: int
    state: str
    code: str
    title: str
    message: str
    notes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    link: str = ""
    replacement: str | None = None
    fingerprint: str = ""
    allowance: str = ""


def on_all(state: str, code: str, title: str, message: str) -> Mark:
    """Return a mark on the whole article."""
    return Mark(0, 0, state, code, title, message)


def not_checked(stage: str, message: str) -> Mark:
    """Return the mark on something that was not checked."""
    return on_all("error", stage, f"Not checked ({stage})", message)
