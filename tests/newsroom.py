"""A newsroom's git repository with one story, as a desk keeps it."""

import os
import subprocess
from pathlib import Path

REFERENCE = """Selby bridge shut after inspection

May 14, 2031

The harbour bridge in Selby was closed on Wednesday after divers found cracks in its pillars.

The bridge cost 6 million dollars.
"""
ARTICLE = """# Harbour bridge in Selby closes

May 14, 2031

The harbour bridge in Selby was closed on Tuesday after divers found cracks in its pillars.

The bridge cost 5 million dollars.
"""
STORY = "stories/bridge/bridge.md"
WIRE = "stories/bridge/refs/wire.txt"
SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
}
"""What keeps git away from the settings of whoever runs the tests."""


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a repository."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**own, **SETTINGS},
    )


def commit(root: Path, message: str = "Story") -> None:
    """Commit everything there is."""
    assert git(root, "add", "--all").returncode == 0
    done = git(root, "commit", "--quiet", "--message", message)
    assert done.returncode == 0, done.stdout + done.stderr


def newsroom(root: Path) -> Path:
    """Return a repository with a story of two errors and its reference, committed."""
    for name, words in {STORY: ARTICLE, WIRE: REFERENCE}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    assert git(root, "init", "--quiet", "--initial-branch", "main").returncode == 0
    commit(root)
    return root


def replace_in(path: Path, words: str, others: str) -> None:
    """Replace words of a file that are there."""
    text = path.read_text(encoding="utf-8")
    assert words in text
    path.write_text(text.replace(words, others), encoding="utf-8")
