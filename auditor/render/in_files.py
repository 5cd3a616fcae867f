"""Places in the JSON report, from the offsets of a text to those of its file."""

from collections.abc import Mapping
from typing import Any

from auditor.model.document import Document, in_file


def in_files(record: Mapping[str, Any], documents: Mapping[str, Document]) -> dict[str, Any]:
    """Return a report in which ``start`` and ``end`` count the characters of each file.

    They differ from those of the text where the file has marks: in Markdown.
    `documents` are article and references by their ids.
    """
    if not any(document.file_pieces for document in documents.values()):
        return dict(record)
    return {**record, **{key: _placed(record[key], documents) for key in _PLACED if key in record}}


_PLACED = ("sentences", "article_findings", "second_opinion")
"""Parts of a report that hold places."""


def _placed(part: Any, documents: Mapping[str, Document]) -> Any:
    if isinstance(part, list):
        return [_placed(one, documents) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _placed(value, documents) for key, value in part.items()}
    if "start" not in part or "end" not in part:
        return inner
    own = documents[str(part.get("reference", "article"))]
    start, end = in_file(own, part["start"], part["end"])
    return {**inner, "start": start, "end": end}
