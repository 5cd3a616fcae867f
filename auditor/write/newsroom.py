"""The files by which a repository becomes a newsroom's: each is written where nothing stands."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from auditor.errors import AuditError, Unwritten
from auditor.knowledge.acting import on_one_line
from auditor.resources import folder
from auditor.write.files import write_whole
from auditor.write.waiver_file import UNION


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to begin with.

    Attributes:
        path: where it goes, from the root of the repository.
        template: its text, in ``reports/newsroom/``.
        sign: the line by which another file is seen to have what this one is for; "" where
            another file is the newsroom's own affair.
        addition: where it begins what another file lacks; of the text before it that has its own.
    """

    path: str
    template: str
    sign: str = ""
    addition: str = ""


STARTERS = (
    Starter("audit.toml", "audit.toml"),
    Starter(
        ".pre-commit-config.yaml", "pre-commit-config.yaml", "- id: audit", "  - repo: local\n"
    ),
    Starter(".gitattributes", "gitattributes", UNION, UNION),
    Starter("stories/sample/sample.md", "sample/sample.md"),
    Starter("stories/sample/refs/wire.txt", "sample/refs/wire.txt"),
    Starter(".github/workflows/audit.yml", "workflow.yml"),
    Starter(".gitlab-ci.audit.yml", "gitlab-job.yml"),
)
"""What `begun` writes, in this order."""


class Fate(Enum):
    """What became of a file."""

    WRITTEN = "written"
    THERE = "is there already"
    LACKING = "is there already and stays as it is; add to it"
    LEFT_OUT = "left out, for pyproject.toml has settings"


@dataclass(frozen=True, slots=True)
class Begun:
    """What became of one file; `lines` is what to add to it by hand, "" for nothing."""

    path: Path
    fate: Fate
    lines: str = ""


def begun(root: Path, *, has_settings: bool) -> Iterator[Begun]:
    """Write each file where nothing stands, and yield what became of it.

    Args:
        root: the folder that it is for; it is made where it is missing.
        has_settings: whether a file of another name holds the settings already.

    Raises:
        AuditError: naming the file that cannot be written, and the remedy.
    """
    for starter in STARTERS:
        path, text = root / starter.path, _template(starter)
        if os.path.lexists(path):
            yield _kept(path, starter, text)
            continue
        if starter == STARTERS[0] and has_settings:
            yield Begun(path, Fate.LEFT_OUT)
            continue
        try:
            write_whole(path, text)
        except Unwritten as error:
            raise AuditError(
                f"{on_one_line(str(path))}: cannot be written; name a folder that you may write, "
                "and in which no file stands where a folder must be"
            ) from error
        yield Begun(path, Fate.WRITTEN)


def _kept(path: Path, starter: Starter, text: str) -> Begun:
    """Return what a file that is there lacks."""
    told = _told(path) if starter.sign else ""
    if starter.sign in (row.strip() for row in ("", *told.splitlines())):
        return Begun(path, Fate.THERE)
    return Begun(path, Fate.LACKING, text[text.index(starter.addition) :])


def _told(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _template(starter: Starter) -> str:
    return (folder("reports") / "newsroom" / starter.template).read_text("utf-8")
