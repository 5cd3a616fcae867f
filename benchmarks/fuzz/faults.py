"""What of an audit's problems is a fault of ours, and no limit of the texts."""

from auditor.attempt import FAULT
from auditor.model.audit import Audit
from auditor.model.finding import Problem


def faults(audit: Audit) -> tuple[Problem, ...]:
    """Return the problems that a failing stage left."""
    return tuple(problem for problem in audit.problems if problem.reason.startswith(FAULT))
