"""Explanations that a report gives once: later findings are referred to the first."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.model.listed import Listed
from auditor.render import labels
from auditor.render.position import position
from auditor.render.safe import line

SHORTEST = 40
"""Characters from which an explanation is worth a reference: a shorter one is as soon read. A
guess."""


WHOLE = "1:1"
"""Where a finding on the whole article stands: at its first character, as compilers have it."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where something was explained first, by the ids of findings that it is said of again.

    Attributes:
        messages: where the same message stood.
        passages: where the same passage stood.
    """

    messages: dict[str, str]
    passages: dict[str, str]


def told_before(audit: Audit, order: Sequence[Listed]) -> Earlier:
    """Return what is explained before, where findings are shown in an order."""
    document = audit.article.document
    first: dict[object, Listed] = {}
    told = Earlier({}, {})
    for item in order:
        message = labels.message(item.finding)
        if len(message) >= SHORTEST and first.setdefault(message, item) is not item:
            told.messages[item.id] = referred(document, first[message])
        for evidence in item.finding.evidence[:1]:
            passage = (evidence.reference, evidence.start, evidence.end)
            if first.setdefault(passage, item) is not item:
                told.passages[item.id] = referred(document, first[passage])
    return told


def referred(document: Document, item: Listed) -> str:
    """Return how later findings refer to one: by its place ``12:5``, or by its words."""
    finding = item.finding
    place = position(document, finding.start, finding.end)
    if place:
        return f"{place.line}:{place.column}"
    return f"“{line(finding.text[:SHORTEST])}”" if finding.end else WHOLE
