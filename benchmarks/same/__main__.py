"""Compare what two commits say of the same texts, byte for byte.

::

    python -m benchmarks.same OLD [NEW] --stories FOLDER... --files CASES.json CLAIMS.jsonl.gz

A folder holds ``article.txt`` and ``refs/``. AiBot and the examples of all rules are always among
the texts; everything is audited with the entailment model and without it. NEW is the working tree
where it is left out. The digest of the rules is not compared, as it covers words that mark nothing.
Exit status 1 where anything differs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import zip_longest
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
WRITER = Path(__file__).with_name("write.py")


def main() -> int:
    """Print each file that differs with its first line that does, and how many are equal."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.same")
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW", nargs="?")
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--files", type=Path, nargs="*", default=[])
    parser.add_argument("--most", type=int, default=100, help="rows of each file of claims")
    parser.add_argument("--keep", type=Path, help="folder where what OLD says is kept")
    asked = parser.parse_args()
    options = ["--stories", *_resolved(asked.stories), "--files", *_resolved(asked.files)]
    options += ["--most", str(asked.most)]
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        old = (asked.keep or work) / "old"
        runs = [_start(stack.enter_context(_checkout(asked.new)), work / "new", options)]
        if not old.is_dir():
            runs.append(_start(stack.enter_context(_checkout(asked.old)), old, options))
        if sum(abs(run.wait()) for run in runs):
            return 2
        differences, equal = _compare(old, work / "new")
    print(*differences, f"{len(differences)} differ, {equal} are equal", sep="\n")
    return 1 if differences else 0


def _resolved(paths: Sequence[Path]) -> list[str]:
    return [str(path.resolve()) for path in paths]


@contextmanager
def _checkout(commit: str | None) -> Iterator[Path]:
    """Yield a checkout of the commit, this one where there is none to make."""
    if commit is None:
        yield HERE
        return
    with tempfile.TemporaryDirectory() as name:
        checkout = Path(name) / "checkout"
        git = ("git", "-C", str(HERE), "worktree")
        _run(*git, "add", "--quiet", "--detach", str(checkout), commit)
        try:
            yield checkout
        finally:
            _run(*git, "remove", "--force", str(checkout))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603 -- git, on this repository


def _start(checkout: Path, into: Path, options: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start writing what a checkout says."""
    command = [sys.executable, str(WRITER), str(into), *options]
    setting = {**os.environ, "PYTHONPATH": str(checkout), "AUDITOR_CACHE": os.devnull}
    return subprocess.Popen(command, env=setting)  # noqa: S603 -- our own command


def _compare(old: Path, new: Path) -> tuple[list[str], int]:
    """Return a line for each file that differs, and how many do not."""
    names = sorted({p.relative_to(side) for side in (old, new) for p in side.rglob("*.*")})
    differences = [line for name in names if (line := _difference(name, old, new))]
    return differences, len(names) - len(differences)


def _difference(name: Path, old: Path, new: Path) -> str:
    texts = [side / name for side in (old, new)]
    if not all(text.is_file() for text in texts):
        return f"{name}: only in one of the two"
    lines = zip_longest(*(text.read_text(encoding="utf-8").splitlines() for text in texts))
    for n, (before, after) in enumerate(lines, 1):
        if before != after:
            return f"{name}:{n}\n  - {before}\n  + {after}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
