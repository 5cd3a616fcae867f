"""What a commit is about: the files that it changes or removes, and those that git keeps."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from auditor.errors import AuditError
from auditor.knowledge.acting import on_one_line
from auditor.load.git import git

SINCE, UNTIL = "PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF"
"""What pre-commit sets where it looks at the commits between two revisions, as before a push."""

REMOVED = ("--name-only", "-z", "--relative", "--no-renames", "--diff-filter=D")
"""Options by which git tells the files below the working folder that a change removes."""

_git = partial(git, Path(), asker="the hook", is_of_hook=True)


@dataclass(frozen=True, slots=True)
class Commit:
    """Files as seen from the working folder, each in order.

    Attributes:
        changed: what is added or changed.
        removed: what was there before and is no more.
        kept: everything that git keeps, and what is changed.
    """

    changed: tuple[Path, ...]
    removed: tuple[Path, ...]
    kept: tuple[Path, ...]


def commit_of(named: Iterable[Path]) -> Commit:
    """Return the commit that a hook is run for, by the files that it is given.

    A hook is told of no file that is removed, so git is asked for these.

    Raises:
        AuditError: if this is no git repository, or git cannot be asked.
    """
    given = {Path(os.path.normpath(path)) for path in named}
    changed = {path for path in given if os.path.lexists(path)}
    removed = {*_paths("diff", *REMOVED, *_between(), "--"), *(given - changed)}
    kept = {*_paths("ls-files", "-z"), *changed} - removed
    return Commit(*(tuple(sorted(paths)) for paths in (changed, removed, kept)))


def before(path: Path) -> str:
    """Return what a file held before the commit, "" where it was not there."""
    revision = os.environ.get(SINCE) or "HEAD"
    name = f"{revision}:./{path.as_posix()}"
    done = _git("show", "--end-of-options", name)
    return "" if done.returncode else done.stdout.decode("utf-8", "replace")


def _between() -> tuple[str, ...]:
    since, until = os.environ.get(SINCE), os.environ.get(UNTIL)
    return ("--end-of-options", f"{since}...{until}") if since and until else ("--cached",)


def _paths(*arguments: str) -> tuple[Path, ...]:
    done = _git(*arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise AuditError(
            f"the hook: git could not tell what changed ({on_one_line(said)}); "
            "start it in a git repository, or name articles to `audit`"
        )
    return tuple(Path(os.fsdecode(name)) for name in done.stdout.split(b"\0") if name)
