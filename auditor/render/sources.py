"""The references in full, each sentence with a place to link to, and the events they report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.model.event import Event
from auditor.model.text import Sentence, Text
from auditor.model.words import Stance
from auditor.render.card import web_address
from auditor.render.labels import counted, day
from auditor.render.retrievals import why_found
from auditor.render.shown_passages import anchor, source_name


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A sentence of a reference; `lead` is what stands before it and belongs to no sentence."""

    anchor: str
    lead: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A reference in full.

    Attributes:
        name: its title, else its file name.
        details: its writers, its length, what of it is no evidence, and the charset that it was
            taken for, in words.
        why: where it was found and by what, "" where it was named.
        url: where it was fetched, "" for a file.
    """

    id: str
    name: str
    path: str
    url: str
    published: str
    details: str
    why: str
    paragraphs: tuple[tuple[SourceLine, ...], ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """What some references report.

    Attributes:
        main: whether the article is about it.
        when: its day or days in words, "" where no reference tells.
        references: (id, name) of those that report it.
        names: what only they name, "" where nothing.
    """

    main: bool
    when: str
    description: str
    references: tuple[tuple[str, str], ...]
    names: str


def events(audit: Audit) -> tuple[EventView, ...]:
    """Return the events by time that the article draws on: its own, and those of its passages."""
    drawn = set(_drawn_on(audit))
    names = {text.document.id: source_name(text.document) for text in audit.references}
    return tuple(
        EventView(
            main=event.main,
            when=_days(event),
            description=event.description,
            references=tuple((reference, names[reference]) for reference in event.references),
            names=", ".join(event.names),
        )
        for event in audit.events
        if event.main or not drawn.isdisjoint(event.references)
    )


def _drawn_on(audit: Audit) -> Iterator[str]:
    """Yield the references that speak for or against a sentence, or prove a finding."""
    for judged in audit.sentences:
        yield from (
            passage.reference
            for passage in judged.evidence
            if passage.stance is not Stance.MENTIONS
        )
    for item in audit.findings:
        yield from (passage.reference for passage in item.finding.evidence)


def _days(event: Event) -> str:
    days = [day(value) for value in dict.fromkeys((event.first, event.last)) if value]
    return " to ".join(days)


def sources(audit: Audit) -> tuple[SourceView, ...]:
    """Return the references that were read closely, in loading order."""
    return tuple(
        _source(audit, text.document, _lines(text), len({(s.start, s.end) for s in text.set_aside}))
        for text in audit.references
    )


def searched(audit: Audit) -> tuple[SourceView, ...]:
    """Return those that were only searched, in loading order."""
    return tuple(_source(audit, document, []) for document in audit.searched)


def _source(
    audit: Audit,
    document: Document,
    lines: Sequence[tuple[Sentence, SourceLine]],
    aside: int = 0,
) -> SourceView:
    details = [f"by {', '.join(document.byline)}"] if document.byline else []
    details += [counted(len(document.text.split()), "word")]
    details += [f"{counted(aside, 'passage')} set aside"] if aside else []
    details += [f"read as {document.read_as}"] if document.read_as else []
    return SourceView(
        id=document.id,
        name=source_name(document),
        path=document.path,
        url=web_address(document.url or ""),
        published=day(document.published) or "date unknown",
        details=" · ".join(details),
        why=why_found(audit, document.id),
        paragraphs=tuple(
            tuple(line for _, line in group)
            for _, group in groupby(lines, key=lambda pair: pair[0].paragraph)
        ),
    )


def _lines(text: Text) -> list[tuple[Sentence, SourceLine]]:
    lines, end = [], 0
    for sentence in text.sentences:
        line = SourceLine(
            anchor=anchor(text.document.id, sentence),
            lead=text.document.text[end : sentence.start].strip(),
            text=sentence.text,
            kind=sentence.kind.value,
        )
        lines.append((sentence, line))
        end = sentence.end
    return lines
