"""Reading articles and references: the only stage that touches files and the network."""

from auditor.load.document import document_from_text
from auditor.load.record_of_waivers import waiver_files
from auditor.load.references import load_article, load_references
from auditor.load.waivers import load_waivers

__all__ = [
    "document_from_text",
    "load_article",
    "load_references",
    "load_waivers",
    "waiver_files",
]
