"""Git, asked about a repository: by itself, without shell, terminal, network or lock."""

import os
import shutil
import subprocess
from pathlib import Path

from auditor.errors import AuditError

LONGEST = 20
"""Seconds that git may take; it needs some milliseconds."""

OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What git sets for its hooks, and would lead it to another repository than the one asked about."""


def git(
    folder: Path, *arguments: str, asker: str, is_of_hook: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder.

    Args:
        folder: where.
        arguments: of which none that comes from outside may be read as an option.
        asker: what messages call whoever asks, and what may be left out instead.
        is_of_hook: whether the repository and index are meant that git runs a hook for.

    Raises:
        AuditError: if there is no git, or it does not end.
    """
    command = shutil.which("git")
    if command is None:
        raise AuditError(f"{asker}: git is not installed; install it, or leave {asker} out")
    own = {key: told for key, told in os.environ.items() if is_of_hook or key not in OF_A_HOOK}
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        return subprocess.run(  # noqa: S603  # arguments are no options, as said above
            [command, "-C", os.fspath(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=LONGEST,
            env={**own, **quiet, "LC_ALL": "C"},
        )
    except subprocess.TimeoutExpired as error:
        raise AuditError(
            f"{asker}: git took longer than {LONGEST} seconds; try again, or leave {asker} out"
        ) from error
    except (OSError, ValueError) as error:
        raise AuditError(f"{asker}: git cannot be started ({error}); leave {asker} out") from error
