"""The report as workflow commands, which GitHub shows as annotations beside the article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.model.audit import Audit
from auditor.model.words import Severity
from auditor.render.annotation import Annotation, annotation, file_path, of_problem
from auditor.render.headline import headline

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What GitHub calls a severity."""

SHOWN = 10
"""Annotations of each command that GitHub keeps of one step (docs.github.com, Workflow commands);
of a job it keeps 50."""

_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def to_github(audits: Sequence[Audit]) -> str:
    """Return a command a line, problems first, and what they come to; no text can begin another.

    A finding that is waived or was known before is a notice.
    """
    rows = [row for audit in audits for row in _rows(audit)]
    counts = Counter(command for command, _ in rows)
    ends = [str(headline(audit)) for audit in audits]
    left_out = {command: count for command, count in counts.items() if count > SHOWN}
    if left_out:
        kinds = ", ".join(f"{SHOWN} of {left_out[kind]} {kind}s" for kind in sorted(left_out))
        ends.append(f"GitHub shows {kinds} beside the text; all of them are in this log.")
    return "".join(f"{row}\n" for row in (*(row for _, row in rows), *ends))


def _rows(audit: Audit) -> Iterator[tuple[str, str]]:
    """Yield each command by its name and in full."""
    path = file_path(audit.article.document)
    for problem in audit.problems:
        yield "error", _row("error", path, of_problem(problem))
    for item in audit.findings:
        command = COMMANDS[item.finding.severity] if item.is_open else "notice"
        yield command, _row(command, path, annotation(item, audit))


def _row(command: str, path: str, shown: Annotation) -> str:
    properties = {"file": path, **_lines(shown), "title": shown.title}
    told = ",".join(f"{key}={_escaped(str(v), _IN_PROPERTIES)}" for key, v in properties.items())
    return f"::{command} {told}::{_escaped(chr(10).join(shown.lines), _IN_DATA)}"


def _lines(shown: Annotation) -> dict[str, int]:
    """Return where words stand; GitHub takes columns only within one line."""
    place = shown.position
    if place is None:
        return {}
    lines = {"line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        return {**lines, "col": place.column, "endColumn": place.end_column}
    return lines


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)
