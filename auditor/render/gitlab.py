"""The report as GitLab's code quality: a list of issues that a merge request shows."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from auditor.knowledge.acting import on_one_line
from auditor.model.audit import Audit
from auditor.model.words import Severity
from auditor.render.annotation import Annotation, annotation, file_path, of_problem
from auditor.render.record import Record

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
"""What GitLab calls a severity (docs.gitlab.com, Code Quality report format)."""

NOT_CHECKED = "blocker"
"""A problem: nobody may take the article for checked."""

WAIVED = "info"
"""A finding that somebody let stand."""


def to_gitlab(audits: Sequence[Audit]) -> list[Record]:
    """Return the issues of each article, problems first.

    A fingerprint is the finding's own with the article's path, so that no two are alike and none
    changes where lines move.
    """
    return [issue for audit in audits for issue in _issues(audit)]


def _issues(audit: Audit) -> Iterator[Record]:
    path = file_path(audit.article.document)
    for number, problem in enumerate(audit.problems):
        key = (problem.stage, problem.where, problem.reason, str(number))
        yield _issue(path, f"problem-{problem.stage}", NOT_CHECKED, key, of_problem(problem))
    for item in audit.findings:
        severity = SEVERITIES[item.finding.severity] if item.is_open else WAIVED
        shown = annotation(item, audit)
        yield _issue(path, item.finding.rule, severity, (item.fingerprint,), shown)


def _issue(path: str, check: str, severity: str, key: Sequence[str], shown: Annotation) -> Record:
    place = shown.position
    lines = {"begin": place.line, "end": place.end_line} if place else {"begin": 1}
    whole = "\0".join((path, *key)).encode("utf-8", "backslashreplace")
    return {
        "description": f"{shown.title}: {' · '.join(shown.lines)}",
        "check_name": on_one_line(check),
        "fingerprint": sha256(whole).hexdigest()[:32],
        "severity": severity,
        "location": {"path": path, "lines": lines},
    }
