"""A fact-check auditor for AI-written news articles.

>>> from auditor import Auditor
>>> report = Auditor().audit_text(article, {"wire.txt": reference})  # doctest: +SKIP
>>> report.findings, report.problems, report.render("html")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.api import Auditor
    from auditor.errors import AuditError
    from auditor.model.finding import Finding, Problem
    from auditor.model.words import Severity
    from auditor.report import Report

__version__ = "0.1.0"
__all__ = ["AuditError", "Auditor", "Finding", "Problem", "Report", "Severity", "__version__"]

_HOMES = {
    "AuditError": "auditor.errors",
    "Auditor": "auditor.api",
    "Finding": "auditor.model.finding",
    "Problem": "auditor.model.finding",
    "Report": "auditor.report",
    "Severity": "auditor.model.words",
}
"""Where the names of the package stand."""


def __getattr__(name: str) -> Any:
    """Import a name on first use, so that ``import auditor`` and ``audit --help`` stay quick."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'auditor' has no attribute {name!r}")
