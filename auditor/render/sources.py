"""The references in full, each sentence with a place to link to and where it was used."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from auditor.model.case import Evidence
from auditor.model.report import Report
from auditor.model.text import Sentence, Text
from auditor.render.labels import counted, day
from auditor.render.passages import anchor
from auditor.render.proof import web_address


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a reference; `lead` is what stands before it and belongs to no sentence."""

    anchor: str
    lead: str
    text: str
    kind: str
    used: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A reference in full.

    Attributes:
        name: its title, else its path.
        details: path, date and length, in words.
        url: where it was fetched, "" for a file.
        used: how many of its sentences were used, in words.
    """

    id: str
    name: str
    path: str
    url: str
    published: str
    details: str
    used: str
    paragraphs: tuple[tuple[Line, ...], ...]


def sources(report: Report) -> tuple[Source, ...]:
    """Return the references in loading order."""
    evidence = [e for judged in report.sentences for e in judged.evidence]
    evidence += [e for judged in report.sentences for f in judged.findings for e in f.evidence]
    evidence += [e for finding in report.article_findings for e in finding.evidence]
    return tuple(_source(text, evidence) for text in report.references)


def _source(text: Text, evidence: Iterable[Evidence]) -> Source:
    document = text.document
    own = {(e.start, e.end) for e in evidence if e.reference == document.id}
    lines = _lines(text, own)
    length = counted(len(document.text.split()), "word")
    return Source(
        id=document.id,
        name=document.title or document.path,
        path=document.path,
        url=web_address(document.url or ""),
        published=day(document.published) or "date unknown",
        details=length,
        used=f"{counted(sum(line.used for _, line in lines), 'sentence')} used",
        paragraphs=tuple(
            tuple(line for _, line in group)
            for _, group in groupby(lines, key=lambda pair: pair[0].paragraph)
        ),
    )


def _lines(text: Text, used: set[tuple[int, int]]) -> list[tuple[Sentence, Line]]:
    lines, end = [], 0
    for sentence in text.sentences:
        line = Line(
            anchor=anchor(text.document.id, sentence),
            lead=text.document.text[end : sentence.start].strip(),
            text=sentence.text,
            kind=sentence.kind.value,
            used=any(a < sentence.end and sentence.start < b for a, b in used),
        )
        lines.append((sentence, line))
        end = sentence.end
    return lines
