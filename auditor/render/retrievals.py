"""What people read of an archive that references came from: how many reports, which, and why."""

from collections.abc import Iterator

from auditor.model.audit import Audit
from auditor.model.retrieved import Retrieval, Retrieved
from auditor.render.labels import counted, day


def heading(retrieval: Retrieval) -> str:
    """Return what was found in which archive, and what it could not index."""
    held = f"{retrieval.reports:,} reports, {retrieval.near:,} near"
    unread = counted(retrieval.unread, "file")
    lacks = f"; {unread} could not be read when it was indexed" if retrieval.unread else ""
    found = counted(len(retrieval.retrieved), "reference")
    return f"{found} found in {retrieval.archive} ({held}{lacks})"


def why(retrieved: Retrieved) -> str:
    """Return what a reference shares with the article: rare words, and days."""
    days = " and ".join(day(one) for one in retrieved.days[:2])
    return "; ".join(part for part in (", ".join(retrieved.words), days) if part)


def why_found(audit: Audit, reference: str) -> str:
    """Return where a reference was found and why, "" where it was named."""
    for retrieval, retrieved in _all(audit):
        if retrieved.reference == reference:
            return f"found in {retrieval.archive} by {why(retrieved)}"
    return ""


def _all(audit: Audit) -> Iterator[tuple[Retrieval, Retrieved]]:
    for retrieval in audit.retrievals:
        for retrieved in retrieval.retrieved:
            yield retrieval, retrieved
