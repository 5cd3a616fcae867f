"""Going on after a fault of our own: what one stage did wrong becomes a problem that names it."""

from collections.abc import Callable
from typing import TypeVar

from auditor.errors import AuditError
from auditor.model.finding import Problem

Result = TypeVar("Result")

FAULT = "a fault in auditor"
"""How the reason begins."""

LONGEST = 300
"""Characters kept of what an exception says: it may hold a whole text."""


def attempt(
    stage: str, where: str, work: Callable[[], Result], instead: Result
) -> tuple[Result, tuple[Problem, ...]]:
    """Return what `work` does and no problem, or `instead` and the problem that it met.

    Args:
        stage: what was tried, as the report names it.
        where: the document or the checker.
        work: does it.
        instead: what to go on with.

    Raises:
        AuditError: as `work` does: that the user can mend.
    """
    try:
        return work(), ()
    except AuditError:
        raise
    except Exception as error:  # whatever a stage did wrong, the report must say so
        told = f"{FAULT}, please report it: {type(error).__name__}: {error}"
        return instead, (Problem(stage, where, told[:LONGEST]),)
