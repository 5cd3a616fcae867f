"""Reading articles and references: the only stage that touches files and the network."""

from auditor.load.document import document_from_text
from auditor.load.references import load_article, load_references

__all__ = ["document_from_text", "load_article", "load_references"]
