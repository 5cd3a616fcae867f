"""Reading articles and references: the only stage that touches files and the network."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.load.document import document_from_text
    from auditor.load.record_of_waivers import waiver_files
    from auditor.load.references import load_article, load_deliveries, load_references
    from auditor.load.waivers import load_waivers

__all__ = [
    "document_from_text",
    "load_article",
    "load_deliveries",
    "load_references",
    "load_waivers",
    "waiver_files",
]

_HOMES = {
    "document_from_text": "auditor.load.document",
    "load_article": "auditor.load.references",
    "load_deliveries": "auditor.load.references",
    "load_references": "auditor.load.references",
    "load_waivers": "auditor.load.waivers",
    "waiver_files": "auditor.load.record_of_waivers",
}
"""Where the names of the package stand."""


def __getattr__(name: str) -> Any:
    """Import a name on first use: the process that reads a PDF needs none of them."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'auditor.load' has no attribute {name!r}")
