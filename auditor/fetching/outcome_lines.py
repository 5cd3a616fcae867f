"""What is told of a fetch: lines on each page, and how it all ended."""

from collections.abc import Iterator, Sequence

from auditor.fetching.gathering import ListedPages, Refetched, Step, Stood
from auditor.load.source import Unreadable
from auditor.load.url import without_password
from auditor.render.safe import line
from auditor.write.ending import CLEAN, FOUND, INCOMPLETE


def shown(step: Stood | Refetched) -> Iterator[str]:
    """Yield the lines on a page that was fetched, for standard output."""
    if isinstance(step, Stood):
        parts = [f"{step.path}: {step.fate}", str(step.document.published or "no date")]
        parts += [f"“{step.document.title}”"] if step.document.title else []
        yield line(", ".join(parts))
        if step.snapshot:
            yield f"  as the Internet Archive has it: {line(step.snapshot)}"
        return
    fate = "changed" if step.changes else "as before"
    yield line(f"{step.path}: {fate}{', and kept as it is now' if step.kept else ''}")
    yield from (f"  {change[:1]}{line(change[1:])}" for change in step.changes)


def said(step: ListedPages | Unreadable) -> str:
    """Return the line on a list that was read or a problem, for standard error."""
    if isinstance(step, Unreadable):
        return f"audit: {step}"
    found = step.found
    told = f"audit: {without_password(step.url)}: {len(found.urls)} of {found.listed} pages taken"
    return f"{told}, {found.undated} passed over without a day" if found.undated else told


def status_of(steps: Sequence[Step]) -> int:
    """Return the exit status: a problem weighs more than a change that nobody accepted."""
    if any(isinstance(step, Unreadable) for step in steps):
        return INCOMPLETE
    changed = [step for step in steps if isinstance(step, Refetched) and step.changes]
    return FOUND if any(not step.kept for step in changed) else CLEAN
