"""A finding or problem in the few lines that other programs show beside an article."""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath

from auditor.knowledge.acting import on_one_line
from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding, Problem
from auditor.model.listed import Listed
from auditor.model.text import Text
from auditor.render import labels
from auditor.render.position import Position, position
from auditor.render.rubric import BEARINGS, beside_finding
from auditor.render.safe import line

LONGEST = 1_000
"""Characters of a line; what is longer is cut. A guess: panels beside a text show some hundred."""

WORDS_SHOWN = 90
"""Characters repeated of the marked words."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is said of some words of an article, each text harmless and on one line.

    Attributes:
        title: ``Error, date (date-conflict)``.
        message: to be understood by itself.
        proof: what the references have, and who let the finding stand; () where nothing.
        position: None where the finding is on the whole article, or nobody knows.
    """

    title: str
    message: str
    proof: tuple[str, ...]
    position: Position | None

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the message with its proof."""
        return (self.message, *self.proof)


def annotation(item: Listed, audit: Audit) -> Annotation:
    """Return what is said of the words that a finding marks."""
    finding = item.finding
    severity = labels.severity(finding, item.waiver, item.known)
    return Annotation(
        title=f"{severity}, {labels.CATEGORIES[finding.category].lower()} ({line(finding.rule)})",
        message=standing_alone(finding),
        proof=tuple(cut(part) for part in _proof(item, audit)),
        position=position(audit.article.document, finding.start, finding.end),
    )


def of_problem(problem: Problem) -> Annotation:
    """Return what is said of something that was not checked."""
    message = f"{line(problem.where)}: {line(problem.reason)}"
    return Annotation(f"Not checked ({line(problem.stage)})", cut(message), (), None)


def standing_alone(finding: Finding) -> str:
    """Return the message as a sentence with the marked words, its own or put in front."""
    words, message = cut(line(finding.text), WORDS_SHOWN), line(finding.message)
    if words and words.rstrip("…") not in message:
        message = f"“{words}”: {message}"
    if not message.rstrip("”’\"')").endswith((".", "!", "?", "…")):
        message += "."
    return cut(message[:1].upper() + message[1:])


def file_path(document: Document) -> str:
    """Return the path of a document as a repository has it: no ``./`` in front, on one line."""
    return on_one_line(document.path if document.url else normpath(document.path))


def source(document: Document) -> str:
    """Return a reference as ``Title, 5 January 2024, refs/wire.txt``."""
    parts = (line(document.title or ""), labels.day(document.published), line(document.path))
    return ", ".join(part for part in parts if part)


def cut(text: str, length: int = LONGEST) -> str:
    """Return `text`, or its first words and an ellipsis where it is longer than `length`."""
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    return f"{kept.rpartition(' ')[0] or kept}…"


def _proof(item: Listed, audit: Audit) -> Iterator[str]:
    finding = item.finding
    texts = {text.document.id: text for text in audit.references}
    if finding.expected and line(finding.expected) not in finding.message:
        said = labels.EXPECTED_LABELS.get(finding.category, labels.REFERENCES_SAY)
        yield f"{said}: {line(finding.expected)}"
    for evidence in finding.evidence[:1]:
        yield told_passage(evidence, texts[evidence.reference], finding)
    if told := labels.standing(item):
        yield line(told)


def told_passage(evidence: Evidence, reference: Text, finding: Finding) -> str:
    """Return ``Contradicts (where it stands): the passage``."""
    bearing = BEARINGS[beside_finding(evidence, finding)]
    return cut(f"{bearing} ({source(reference.document)}): {line(evidence.text)}")
