"""Which findings were there before, so that only what is new or changed fails."""

import hashlib
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.model.audit import Audit
from auditor.model.beside import evidence_beside
from auditor.model.listed import KnownBy, Listed
from auditor.model.since import Changes


def with_known(
    audit: Audit, baseline: AbstractSet[str] | None = None, changes: Changes | None = None
) -> Audit:
    """Return the audit with the findings that do not count because they were there before.

    Args:
        audit: with its waivers.
        baseline: fingerprints of known findings; None where there is no baseline.
        changes: since a revision; what did not change is known. None where none was named.
    """
    known = {
        item.fingerprint: KnownBy.UNCHANGED
        for item in audit.findings
        if changes and not _is_changed(audit, item, changes)
    }
    known |= {
        item.fingerprint: KnownBy.BASELINE
        for item in audit.findings
        if item.fingerprint in (baseline or ())
    }
    settings = dict(audit.signature.settings)
    if baseline is not None:
        listed = "\n".join(sorted(baseline))
        settings["baseline"] = f"sha256:{hashlib.sha256(listed.encode()).hexdigest()}"
    if changes:
        settings["diff"] = changes.revision
    return replace(audit, known=known, signature=replace(audit.signature, settings=settings))


def _is_changed(audit: Audit, item: Listed, changes: Changes) -> bool:
    """Tell whether a finding's sentence or a passage beside it changed, else anything at all."""
    article = audit.article.document.id
    if item.sentence is None:
        return bool(changes.places.get(article)) or _has_new_passage(audit, item, changes)
    return changes.touch(article, item.sentence) or _has_new_passage(audit, item, changes)


def _has_new_passage(audit: Audit, item: Listed, changes: Changes) -> bool:
    return any(
        changes.touch(passage.reference, passage) for passage in evidence_beside(audit, item)
    )
