"""A waiver of a finding as an editor signs it, bound to what stands in the report now."""

from dataclasses import dataclass
from datetime import date

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.model.audit import Audit
from auditor.model.beside import passages_beside
from auditor.model.listed import Listed
from auditor.model.waiver import Decision, Waiver

FEWEST = 4
"""Digits of a fingerprint that must be given, so that a slip of the finger names nothing."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What an editor signs with: name, reason and decision, the day, and the last day or None."""

    by: str
    reason: str
    decision: Decision
    decided: date
    until: date | None = None


def named(audit: Audit, key: str) -> Listed:
    """Return the finding that a number (``f3``) or the first digits of a fingerprint name.

    Raises:
        AuditError: if none or several are called so.
    """
    where = audit.article.document.path
    chosen = [item for item in audit.findings if item.id == key]
    if not chosen and len(key) >= FEWEST:
        chosen = [item for item in audit.findings if item.fingerprint.startswith(key)]
    if not chosen:
        raise AuditError(
            f"{where}: no finding is called {on_one_line(key)}; "
            f"take its name from `audit {on_one_line(where)}`"
        )
    if len(chosen) > 1:
        names = ", ".join(item.fingerprint for item in chosen)
        raise AuditError(f"{where}: {on_one_line(key)} may be any of {names}; give more digits")
    return chosen[0]


def signed(audit: Audit, item: Listed, by: Signed, article: str) -> Waiver:
    """Return the waiver of a finding; `article` is the path that the file names it by."""
    return Waiver(
        fingerprint=item.fingerprint,
        decision=by.decision,
        reason=by.reason,
        initials=by.by,
        decided=by.decided,
        article=article,
        rule=item.finding.rule,
        text=item.finding.text,
        sentence=item.sentence.text if item.sentence else "",
        expected=item.finding.expected or "",
        passages=passages_beside(audit, item),
        until=by.until,
    )
