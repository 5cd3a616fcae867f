"""What comes of an assignment: a line for the record, and the page to read."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock

from auditor.api import Auditor
from auditor.batch.assignment import Assignment, Unassigned
from auditor.cache.place import user_folder
from auditor.errors import AuditError
from auditor.render.formats import render
from auditor.render.headline import headline
from auditor.render.record import Record, to_dict
from auditor.render.safe import escaped_json
from auditor.render.sarif_of_many import part_of
from auditor.turns.one import Auditors, auditors_of
from auditor.write.ending import told_fault

ONE_AT_A_TIME = Lock()
"""A worker of a cluster may run several threads; a parser has one state."""


@dataclass(frozen=True, slots=True)
class FiledStory:
    """What is kept of an audit.

    Attributes:
        key: that of the assignment, "" where there was none.
        line: the story as a line of the record, without its end.
        page: the HTML report, "" where there is none.
    """

    story: str
    key: str
    line: str
    page: str = ""


def filing(model: bool, cache: bool) -> Callable[[Assignment], FiledStory]:
    """Return what audits assignments, with auditors that are loaded once.

    Args:
        model: whether the entailment model takes part.
        cache: whether parses and readings are kept, where this process keeps such files.
    """
    return partial(filed, auditors_of(model, user_folder() if cache else None))


def filed(make: Auditors, one: Assignment) -> FiledStory:
    """Audit an assignment; whatever goes wrong with it is filed in the place of a report."""
    try:
        with ONE_AT_A_TIME:
            return _audited(make(one.disable, one.severity), one)
    except AuditError as error:
        return unfiled(one, str(error))
    except Exception as error:  # whatever we did wrong with this story, the others are audited
        return unfiled(one, told_fault(error)[-1])


def unfiled(one: Assignment | Unassigned, reason: str) -> FiledStory:
    """Return what is filed of a story that was not audited."""
    key = one.key if isinstance(one, Assignment) else ""
    record = {"story": one.story, "key": key, "desk": one.desk, "problem": reason}
    return FiledStory(one.story, key, _line(record))


def _audited(auditor: Auditor, one: Assignment) -> FiledStory:
    report = auditor.audit_read(
        one.article, one.references, one.locations, one.signed, one.today, ocr=one.ocr
    )
    audit = report.audit
    record = {
        "story": one.story,
        "key": one.key,
        "desk": one.desk,
        "outcome": str(headline(audit)),
        "report": to_dict(audit),
        "sarif": part_of(audit),
    }
    return FiledStory(one.story, one.key, _line(record), render("html", audit))


def _line(record: Record) -> str:
    return escaped_json(json.dumps(record, ensure_ascii=False))
