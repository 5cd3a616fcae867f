"""A draft audited, and the marks that come of it."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

from auditor.attempt import attempt
from auditor.editors.columns import Extent, extent, rows
from auditor.editors.draft import Draft, Leave, Manner
from auditor.editors.mark import Mark, Related, not_checked, on_all
from auditor.errors import AuditError, Unwritten
from auditor.judge.signing import Signed
from auditor.knowledge.rules import load_rules
from auditor.load.source import SourceFormat, Unreadable, decoded, format_of, read_file, written
from auditor.model.audit import Audit
from auditor.model.document import Document, is_unbroken
from auditor.model.evidence import Evidence
from auditor.model.finding import Finding, Problem
from auditor.model.listed import Listed
from auditor.model.waiver import Decision
from auditor.render.annotation import annotation, of_problem, told_passage
from auditor.render.card import PASSAGES_SHOWN, web_address
from auditor.render.position import Position, position
from auditor.render.replacement import replacement
from auditor.render.rule_descriptors import link
from auditor.render.safe import line
from auditor.run import Request, auditing_open
from auditor.stories.submitted import Submitted
from auditor.write.sign_off import sign_off

Audits = Callable[[Submitted], Audit | None]

_BYTE_ORDER_MARK = "\ufeff"


def marker(manner: Manner) -> Callable[[Draft], tuple[Mark, ...]]:
    """Return what marks drafts; rules and model are loaded once, at the first article."""
    return partial(_marked, auditing_open(_request(manner)))


def _request(manner: Manner) -> Request:
    return Request(
        articles=(),
        refs=(),
        formats=(),
        output=None,
        fail_on=None,
        waivers=(),
        config=None,
        model=manner.model,
        cache=True,
        offline=manner.offline,
        open_report=False,
    )


def _marked(audit: Audits, draft: Draft) -> tuple[Mark, ...]:
    """Return the marks of a draft; whatever goes wrong with it is a mark of its own."""
    none: tuple[Mark, ...] = ()
    try:
        found, faults = attempt("audit", draft.path.name, lambda: tuple(_marks(audit, draft)), none)
    except AuditError as error:
        return (not_checked("audit", line(str(error))),)
    return (*map(_of_problem, faults), *found)


def _marks(audit: Audits, draft: Draft) -> Iterator[Mark]:
    """Yield what was not put on record, what was not checked, and the findings.

    The audit runs in the folder of the article, so that paths are told as the command tells them.
    """
    os.chdir(draft.path.parent)
    path = Path(draft.path.name)
    article = Submitted(path, written(path, draft.text), is_open=True)
    report = audit(article)
    if report is None:
        return
    if draft.leave:
        yield from _left(draft.leave, path, report)
        report = audit(article) or report
    yield from map(_of_problem, report.problems)
    links = {rule.id: link(rule) for rule in load_rules()}
    for item in report.findings:
        yield _of_finding(item, report, draft, links)


def _left(leave: Leave, path: Path, report: Audit) -> Iterator[Mark]:
    """Put on record that a finding may stand; yield a mark that says why, if that fails."""
    by, reason = (" ".join(words.split()) for words in (leave.by, leave.reason))
    if not (by and reason):
        yield _not_waived("a reason and a name are needed; the next editor reads them")
        return
    signature = Signed(by, reason, Decision.ACCEPTED, date.today())
    try:
        sign_off(path, [leave.fingerprint], report, signature)
    except (AuditError, Unwritten) as error:
        yield _not_waived(str(error))


def _not_waived(reason: str) -> Mark:
    return on_all("error", "waive", "Not waived", f"Not waived: {line(reason)}")


def _of_problem(problem: Problem) -> Mark:
    return not_checked(line(problem.stage), of_problem(problem).message)


def _of_finding(item: Listed, audit: Audit, draft: Draft, links: Mapping[str, str]) -> Mark:
    finding = item.finding
    said = annotation(item, audit)
    texts = {text.document.id: text for text in audit.references}
    passages = finding.evidence[:PASSAGES_SHOWN]
    told = [told_passage(one, texts[one.reference], finding) for one in passages]
    start, end = _place_in(draft.text, said.position)
    can_change = start < end and item.is_open
    is_whole = is_unbroken(audit.article.document, finding.start, finding.end)
    has_comments = format_of(draft.path) is not SourceFormat.PLAIN
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
        replacement=_replacement(finding, draft.path) if can_change and is_whole else None,
        fingerprint=item.fingerprint,
        allowance=f"<!-- audit: allow {finding.rule}  -->" if can_change and has_comments else "",
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
        return document.file_text or document.text
    try:
        return decoded(read_file(Path(document.path)))
    except Unreadable:
        return ""
