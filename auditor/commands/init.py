"""``audit init [FOLDER]``: what a newsroom's repository needs, written where nothing stands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands import new_app
from auditor.write.ending import CLEAN
from auditor.write.streams import say, show

if TYPE_CHECKING:
    from auditor.write.newsroom import Begun

app = new_app()

EPILOG = """
It writes settings, a hook for pre-commit, the line by which waivers of two branches merge, a sample
story with one wrong figure, and jobs for GitHub and GitLab. A file that is there stays as it is;
what it lacks is printed.
"""
"""What ``audit init --help`` ends with."""

NEXT = (
    "next: audit {sample}",
    "then: pre-commit install, so that every commit is audited; mend the sample or remove it first",
    "for GitHub: put the owner of your copy of auditor in the place of OWNER in {workflow}",
    "for GitLab: name {job} under include in .gitlab-ci.yml, and set AUDITOR",
)
"""What is said at the end of a run that wrote something."""


@app.command(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="The root of the repository.")
    ] = Path(),
) -> Callable[[], int]:
    """Make a repository ready for audits: settings, hook, sample story, jobs."""
    return partial(_begin, folder)


def _begin(root: Path) -> int:
    from auditor.settings.configuration import PROJECT_FILE, section_of_project
    from auditor.write.newsroom import Fate, begun

    project = root / PROJECT_FILE
    has_settings = project.is_file() and section_of_project(project) is not None
    fates = set()
    for piece in begun(root, has_settings=has_settings):
        fates.add(piece.fate)
        show(_told(piece))
    if Fate.WRITTEN in fates:
        names = {"sample": root / "stories" / "sample" / "sample.md"}
        names |= {"workflow": root / ".github" / "workflows" / "audit.yml"}
        names |= {"job": root / ".gitlab-ci.audit.yml"}
        for row in NEXT:
            say(row.format(**names))
    return CLEAN


def _told(piece: "Begun") -> str:
    from auditor.render.safe import line

    head = f"{line(str(piece.path))}: {piece.fate.value}"
    return f"{head}:\n{piece.lines}" if piece.lines else f"{head}\n"
