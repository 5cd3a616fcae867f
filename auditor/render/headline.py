"""The one sentence that says whether the article may run."""

from dataclasses import dataclass

from auditor.model.audit import Audit
from auditor.model.words import Severity
from auditor.render.labels import counted

ADVICE = {
    "stop": "Not ready to run",
    "open": "Not fully checked",
    "read": "Read the warnings before it runs",
    "mended": "Put the corrections in and audit again",
    "known": "Nothing new stands against the references",
    "settled": "Nothing open stands against the references",
    "clear": "Nothing stands against the references",
}
"""What to do in each state; the page says “mended” where what is left was put right on it."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What the top line says.

    Attributes:
        state: ``stop`` with errors, ``open`` where something was not checked, ``read`` with
            warnings alone, ``settled`` with waivers alone, ``clear`` otherwise.
        advice: what to do, without full stop.
        errors, warnings, notes, unchecked: each count in words, without what is waived or known.
        waived, known: how many there are, "" for none.
    """

    state: str
    advice: str
    errors: str
    warnings: str
    notes: str
    unchecked: str
    waived: str
    known: str

    def __str__(self) -> str:
        """Return the whole sentence; notes, which ask for nothing, are left out."""
        counts = (self.errors, self.warnings, self.waived, self.known, self.unchecked)
        return f"{self.advice}: {', '.join(count for count in counts if count)}."


def headline(audit: Audit) -> Headline:
    """Return the top line; an audit that could not look never says that the article may run."""
    items = audit.findings
    unwaived = [item.finding.severity for item in items if item.is_open]
    waived = sum(item.waiver is not None for item in items)
    known = len(items) - len(unwaived) - waived
    errors, warnings = (
        unwaived.count(Severity.ERROR),
        unwaived.count(Severity.WARNING),
    )
    if errors:
        state = "stop"
    elif audit.problems:
        state = "open"
    elif warnings:
        state = "read"
    elif known:
        state = "known"
    else:
        state = "settled" if waived else "clear"
    unchecked = len(audit.problems)
    return Headline(
        state=state,
        advice=ADVICE[state],
        errors=counted(errors, "error"),
        warnings=counted(warnings, "warning"),
        notes=counted(unwaived.count(Severity.NOTE), "note"),
        unchecked=f"{counted(unchecked, 'thing')} not checked" if unchecked else "all checked",
        waived=f"{waived} waived" if waived else "",
        known=f"{known} known" if known else "",
    )
