"""A draft audited, and the marks that come of it."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path

from auditor.api import Auditor
from auditor.attempt import attempt
from auditor.editors.columns import Extent, extent, rows
from auditor.editors.draft import Draft
from auditor.editors.mark import Mark, Related, not_checked, on_all
from auditor.editors.material import material_of
from auditor.errors import AuditError
from auditor.knowledge.rules import load_rules
from auditor.load.source import SourceFormat, Unreadable, decoded, format_of, read_file, written
from auditor.model.audit import Audit
from auditor.model.document import Document
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding, Problem
from auditor.model.listed import Listed
from auditor.render import labels
from auditor.render.annotation import annotation, of_problem, told_passage
from auditor.render.card import PASSAGES_SHOWN, web_address
from auditor.render.position import Position, position
from auditor.render.replacement import replacement
from auditor.render.rule_descriptors import link
from auditor.render.safe import line

_BYTE_ORDER_MARK = "\ufeff"


def marker(model: bool) -> Callable[[Draft], tuple[Mark, ...]]:
    """Return what marks drafts; rules and model are loaded once, at the first."""
    auditor = cache(lambda: Auditor(model=model))
    return lambda draft: _marked(draft, auditor)


def _marked(draft: Draft, auditor: Callable[[], Auditor]) -> tuple[Mark, ...]:
    """Return the marks of a draft; whatever goes wrong with it is a mark of its own."""
    none: tuple[Mark, ...] = ()
    try:
        found, faults = attempt(
            "audit", draft.path.name, lambda: tuple(_marks(draft, auditor())), none
        )
    except AuditError as error:
        return (not_checked("audit", line(str(error))),)
    return (*map(_of_problem, faults), *found)


def _marks(draft: Draft, auditor: Auditor) -> Iterator[Mark]:
    """Yield what was not checked, which waivers are void, and the findings.

    The audit runs in the folder of the article, so that paths are told as the command tells them.
    """
    os.chdir(draft.path.parent)
    article = Path(draft.path.name)
    material = material_of(article)
    if not material.references:
        return
    source = written(article, draft.text)
    audit = auditor.audit(source, material.references, material.waivers).audit
    yield from map(_of_problem, audit.problems)
    if void := labels.stale(audit.stale):
        yield on_all("warning", "waiver", "Waivers", line(void))
    links = {rule.id: link(rule) for rule in load_rules()}
    for item in audit.findings:
        yield _of_finding(item, audit, draft, links)


def _of_problem(problem: Problem) -> Mark:
    return not_checked(line(problem.stage), of_problem(problem).message)


def _of_finding(item: Listed, audit: Audit, draft: Draft, links: Mapping[str, str]) -> Mark:
    finding = item.finding
    said = annotation(item, audit)
    texts = {text.document.id: text for text in audit.references}
    passages = finding.evidence[:PASSAGES_SHOWN]
    told = [told_passage(passage, texts[passage.reference]) for passage in passages]
    start, end = _place_in(draft.text, said.position)
    return Mark(
        start=start,
        end=end,
        state=item.state,
        code=finding.rule,
        title=said.title,
        message=said.message,
        notes=tuple(row for row in said.proof if row not in told),
        related=tuple(
            _related(texts[passage.reference].document, passage, draft.encoding, message)
            for passage, message in zip(passages, told, strict=True)
        ),
        link=links.get(finding.rule, ""),
        replacement=None if item.waiver or start == end else _replacement(finding, draft.path),
    )


def _place_in(text: str, place: Position | None) -> tuple[int, int]:
    """Return the code points of a file's text that a position means, twice 0 for none."""
    if place is None:
        return 0, 0
    mark = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    starts = [mark, *(n + 1 for n, letter in enumerate(text) if letter == "\n")]
    start = starts[place.line - 1] + place.column - 1
    return start, starts[place.end_line - 1] + place.end_column - 1


def _replacement(finding: Finding, path: Path) -> str | None:
    """Return what can be written in the place of marked words, None where that may be markup."""
    words = replacement(finding)
    form = format_of(path)
    if words is None or form is SourceFormat.PLAIN:
        return words
    if form is SourceFormat.HTML:
        return escape(words, quote=False)
    return None if set(words) & set("<>*_`[]\\") else words


def _related(document: Document, passage: Evidence, encoding: str, message: str) -> Related:
    """Return a passage with its place: the whole file or page where nothing more exact is known."""
    nowhere = Extent(0, 0, 0, 0)
    if document.url:
        return Related(web_address(document.url) or document.url, nowhere, message)
    address = Path(os.path.abspath(document.path)).as_uri()  # noqa: PTH100  # links keep their names
    text = _file_text(document)
    place = position(document, passage.start, passage.end)
    if not text or place is None:
        return Related(address, nowhere, message)
    return Related(address, extent(rows(text, encoding), *_place_in(text, place)), message)


def _file_text(document: Document) -> str:
    """Return the text of a reference's file, "" where it can be read no more."""
    if document.anchors is None:
        return document.text
    try:
        return decoded(read_file(Path(document.path)))
    except Unreadable:
        return ""
