"""The report as terminal text: finding after finding, then the sentence that sums up."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from auditor.model.audit import Audit, Judged
from auditor.model.evidence import Evidence
from auditor.model.listed import Listed
from auditor.model.locator import located
from auditor.model.text import Text
from auditor.model.words import Severity
from auditor.render import labels
from auditor.render.explained import WHOLE, Earlier, told_before
from auditor.render.headline import headline
from auditor.render.marks import pieces
from auditor.render.position import position
from auditor.render.retrievals import heading, why
from auditor.render.rubric import BEARINGS, RUBRICS, Rubric, beside_finding, rubric
from auditor.render.safe import line
from auditor.render.sources import events

if TYPE_CHECKING:
    from rich.text import Text as Styled

SIGNS = {
    Rubric.CONTRADICTED: "✗",
    Rubric.UNSUPPORTED: "?",
    Rubric.PARTIAL: "◐",
    Rubric.CHECK: "!",
    Rubric.NOTED: "·",
    Rubric.WEAK: "○",
    Rubric.SUPPORTED: "✓",
    Rubric.NOT_CHECKABLE: "–",
}
"""A rubric in one character."""

COLORS = {
    Rubric.CONTRADICTED: "red",
    Rubric.UNSUPPORTED: "magenta",
    Rubric.PARTIAL: "yellow",
    Rubric.CHECK: "yellow",
    Rubric.NOTED: "cyan",
    Rubric.WEAK: "green",
    Rubric.SUPPORTED: "green",
    Rubric.NOT_CHECKABLE: "dim",
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "cyan",
}
"""Of the eight colours that every terminal has; each stands beside a word or sign."""

STATES = {"stop": "red", "open": "yellow", "read": "yellow"}
"""The colour of the last line, by the state of the headline, green where none is named."""

QUIET = frozenset({Rubric.WEAK, Rubric.SUPPORTED, Rubric.NOT_CHECKABLE})
"""Headings that need no line where no finding speaks."""

PASSAGE_SHOWN = 280
"""Characters shown of a passage: three lines of a usual terminal."""


SHOWN_OF_FINGERPRINT = 8
"""Digits by which `audit waive` takes a finding: of 500 no two are likely to share them."""

WORDS_SHOWN = 60
"""Characters shown of the marked words, which the sentence above shows whole."""


def to_text(audit: Audit, *, color: bool, width: int) -> str:
    """Return the report for a terminal `width` columns wide.

    Findings stand in document order under their sentence, each with its place in the file and its
    best passage; what was explained before is referred to. Marked words are coloured, or in
    ``[[brackets]]`` without colour. The summary stands first, with the name of the article, and
    last, where the eye is when the command ends.
    """
    from rich.console import Console
    from rich.padding import Padding

    console = Console(
        file=io.StringIO(),
        width=max(width, 40),
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as written:
        for indent, text in _lines(audit, color):
            console.print(Padding(text, (0, 0, 0, indent)) if len(text) else "")
    return "".join(f"{row.rstrip()}\n" for row in written.get().splitlines())


def _lines(audit: Audit, color: bool) -> Iterator[tuple[int, Styled]]:
    """Yield each paragraph with its indentation."""
    from rich.text import Text as Styled

    body = tuple(_body(audit, color))
    yield 0, _summary(audit, f"{line(audit.article.document.path)}: ")
    if body:
        yield 0, Styled()
        yield from body
        yield 0, _summary(audit)
    yield from _counts(audit)


def _body(audit: Audit, color: bool) -> Iterator[tuple[int, Styled]]:
    """Yield what stands between both summaries, nothing where nothing is to be said."""
    from rich.text import Text as Styled

    findings = audit.findings
    general = [item for item in findings if item.sentence is None]
    told = told_before(audit, (*general, *(item for item in findings if item.sentence)))
    for item in general:
        yield from _finding(item, audit, told, 0)
        yield 0, Styled()
    for judged in audit.sentences:
        own = [item for item in findings if item.sentence is judged.sentence]
        if not own and rubric(judged) in QUIET:
            continue
        yield 0, _rubric(judged)
        yield 2, _marked(judged, own, color)
        for item in own:
            yield from _finding(item, audit, told, 4)
        yield 0, Styled()
    yield from _events(audit)
    yield from _taken(audit)
    yield from _retrievals(audit)
    yield from _unchecked(audit)


def _rubric(judged: Judged) -> Styled:
    from rich.text import Text as Styled

    over = rubric(judged)
    label = f"{SIGNS[over]} {RUBRICS[over]}"
    return Styled.assemble((label, f"bold {COLORS[over]}"), f"  {judged.sentence.id}")


def _marked(judged: Judged, own: Sequence[Listed], color: bool) -> Styled:
    from rich.text import Text as Styled

    sentence = judged.sentence
    marks = [(item.finding.start, item.finding.end, "") for item in own]
    shown = Styled()
    open_ = False
    for piece in pieces(sentence.text, sentence.start, marks):
        if not color and bool(piece.tags) != open_:
            shown.append("]]" if open_ else "[[")
            open_ = not open_
        shown.append(_one_line(piece.text), style="bold underline" if piece.tags else "")
    if open_:
        shown.append("]]")
    return shown


def _one_line(text: str) -> str:
    """Return `text` on one line, its outer spaces kept."""
    before, after = text[:1].isspace() * " ", text[-1:].isspace() * " "
    return f"{before}{line(text)}{after}" if text.strip() else " "


def _finding(
    item: Listed, audit: Audit, told: Earlier, indent: int
) -> Iterator[tuple[int, Styled]]:
    from rich.text import Text as Styled

    finding = item.finding
    severity = labels.severity(finding, item.waiver, item.known)
    kind = f"{severity}, {labels.CATEGORIES[finding.category]}".lower()
    yield (
        indent,
        Styled.assemble(
            (f"{_where(item, audit)}: ", "dim"),
            (kind, COLORS[finding.severity] if item.is_open else "dim"),
            (f": {_cut(line(finding.text), WORDS_SHOWN)}" if finding.text else "", "bold"),
            (f"  ({finding.rule}, {item.fingerprint[:SHOWN_OF_FINGERPRINT]})", "dim"),
        ),
    )
    if not item.is_open:
        yield indent + 2, Styled(line(labels.standing(item)), style="bold")
    before = told.messages.get(item.id)
    yield indent + 2, Styled(f"As at {before}" if before else line(labels.message(finding)))
    if finding.expected:
        said = labels.EXPECTED_LABELS.get(finding.category, labels.REFERENCES_SAY)
        yield (
            indent + 2,
            Styled.assemble((f"{said}: ", "dim"), (line(finding.expected), "green")),
        )
    for evidence in finding.evidence[:1]:
        bearing = BEARINGS[beside_finding(evidence, finding)].lower()
        before = told.passages.get(item.id)
        if before:
            yield indent + 2, Styled(f"Passage as at {before} · {bearing}", style="dim")
        else:
            yield from _passage(evidence, audit, bearing, indent + 2)


def _passage(
    evidence: Evidence, audit: Audit, bearing: str, indent: int
) -> Iterator[tuple[int, Styled]]:
    """Yield a passage with its source and what it is labelled."""
    from rich.text import Text as Styled

    texts = {text.document.id: text for text in audit.references}
    yield indent, Styled(_source(evidence, texts, bearing), style="dim")
    yield indent + 2, Styled(_cut(line(evidence.text)), style="italic")


def _where(item: Listed, audit: Audit) -> str:
    """Return ``article.txt:12:5`` or ``article.pdf, page 3``, the path alone where neither is."""
    document, finding = audit.article.document, item.finding
    place = position(document, finding.start, finding.end)
    label = located(document.locators, finding.start)
    known = f":{place.line}:{place.column}" if place else f", {label}" if label else ""
    return f"{line(document.path)}{known if finding.end else f':{WHOLE}'}"


def _source(evidence: Evidence, texts: Mapping[str, Text], bearing: str) -> str:
    document = texts[evidence.reference].document
    parts = (
        line(document.title or ""),
        line(document.path),
        labels.day(document.published),
        located(document.locators, evidence.start),
        bearing,
    )
    return " · ".join(part for part in parts if part)


def _cut(text: str, length: int = PASSAGE_SHOWN) -> str:
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " …"


def _events(audit: Audit) -> Iterator[tuple[int, Styled]]:
    """Yield the events of the references, where there are two or more to tell apart."""
    from rich.text import Text as Styled

    told = events(audit)
    if len(told) < 2:
        return
    yield 0, Styled(f"{len(told)} events in the references", style="bold")
    for event in told:
        main = " (the article’s)" if event.main else ""
        where = ", ".join(reference for reference, _ in event.references)
        when = event.when or "no date"
        yield 2, Styled(f"{when}{main}: {line(_cut(event.description))} ({where})")
    yield 0, Styled()


def _retrievals(audit: Audit) -> Iterator[tuple[int, Styled]]:
    """Yield the references that came from archives, a line each with why."""
    from rich.text import Text as Styled

    documents = {document.id: document for document in audit.loaded}
    for retrieval in audit.retrievals:
        yield 0, Styled(line(heading(retrieval)), style="bold")
        for one in retrieval.retrieved:
            yield 2, Styled(line(f"{one.reference} {documents[one.reference].path}: {why(one)}"))
        for path in retrieval.copies:
            yield 2, Styled(line(f"{path}: left out, as it is the article itself"))
        yield 0, Styled()


def _remedy(audit: Audit, item: Listed) -> str:
    """Return the command that lets a finding stand, as a user would type it."""
    path = audit.article.document.path
    finding = shlex.quote(line(f"{path}:{item.fingerprint[:SHOWN_OF_FINGERPRINT]}"))
    return f"To let a finding stand: audit waive {finding} --reason WHY --by NAME{_judge(audit)}"


def _judge(audit: Audit) -> str:
    """Return the options without which `audit waive` would not find what a judge says."""
    if audit.second is None:
        return ""
    told = audit.second
    return (
        f" --judge {shlex.quote(line(told.server))} --judge-model {shlex.quote(line(told.model))} "
        f"--judge-only {told.only}"
    )


def _taken(audit: Audit) -> Iterator[tuple[int, Styled]]:
    """Yield the charset of each file that states none and is no UTF-8."""
    from rich.text import Text as Styled

    for text in (audit.article, *audit.references):
        if text.document.read_as:
            told = f"{line(text.document.path)}: states no charset, read as {text.document.read_as}"
            yield 0, Styled(told, style="dim")


def _unchecked(audit: Audit) -> Iterator[tuple[int, Styled]]:
    """Yield what was not checked, and how to let a finding stand."""
    from rich.text import Text as Styled

    if audit.problems:
        yield 0, Styled("Not checked", style="bold yellow")
        for problem in audit.problems:
            yield 2, Styled(f"{line(problem.where)}: {line(problem.reason)} ({problem.stage})")
        yield 0, Styled()
    if loud := [item for item in audit.unwaived if item.finding.severity is not Severity.NOTE]:
        yield 0, Styled(_remedy(audit, min(loud, key=lambda item: item.rank)), style="dim")
        yield 0, Styled()


def _summary(audit: Audit, before: str = "") -> Styled:
    from rich.text import Text as Styled

    top = headline(audit)
    return Styled(f"{before}{top}", style=f"bold {STATES.get(top.state, 'green')}")


def _counts(audit: Audit) -> Iterator[tuple[int, Styled]]:
    from rich.text import Text as Styled

    over = [rubric(judged) for judged in audit.sentences]
    counts = Styled(f"{labels.counted(len(over), 'sentence')}: ")
    for one, label in RUBRICS.items():
        if one in over:
            count = f"{SIGNS[one]} {over.count(one)} {label.lower()}"
            counts.append(count, COLORS[one]).append("  ")
    counts.rstrip()
    yield 0, counts
    yield 0, Styled(labels.promise(audit), style="dim")
