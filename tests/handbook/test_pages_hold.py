"""What the pages show is what comes out: each page is followed word by word, from its top."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from tests import command
from tests.newsroom import SETTINGS, git
from tests.newsstand import open_newsstand

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FENCE = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.M | re.S)
PAGES = sorted(page.name for page in DOCS.glob("*.md"))

SLOW = {"batch.md"}
"""Pages whose commands take seconds each."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: a file where it has a title, else commands, code or a sight."""

    language: str
    title: str
    text: str


def blocks(page: str) -> tuple[Block, ...]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return tuple(Block(*match.groups("")) for match in FENCE.finditer(text))


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with what the page shows of its output."""
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        line, _, shown = part.partition("\n")
        yield line, shown


def pattern(shown: str) -> str:
    """Return what output must match: a line of … is any lines, within a line it is any words."""
    lines = shown.splitlines()
    rest = (
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in lines
    )
    return "".join(rest)


def write(folder: Path, block: Block) -> None:
    """Write the file that a page shows."""
    path = folder / block.title
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


class Reader:
    """Somebody who follows a page, in a folder of their own."""

    def __init__(self, root: Path) -> None:
        self.folder = root
        self.status = 0

    def run(self, line: str) -> str:
        """Return what a command prints, errors last."""
        name, *arguments = shlex.split(line)
        if name == "cd":
            self.folder /= arguments[0]
            return ""
        if line == "echo $?":
            return f"{self.status}\n"
        done = self._done(name, arguments, line)
        self.status = done.returncode
        return done.stdout + done.stderr

    def _done(self, name: str, arguments: Sequence[str], line: str) -> command.Done:
        if name == "audit":
            return command.audit(self.folder, *arguments)
        return subprocess.run(
            ["bash", "-c", line],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **SETTINGS, "LC_ALL": "C"},
        )


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """Return the folder where parses are kept for all pages, and as on a user's machine."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def checkout(tmp_path, kept, monkeypatch):
    """Return a git repository with the worked example, as a checkout has it."""
    monkeypatch.setenv("AUDITOR_CACHE", str(kept))
    shutil.copytree(ROOT / "fixtures" / "cases", tmp_path / "fixtures" / "cases")
    assert git(tmp_path, "init", "--quiet", "--initial-branch", "main").returncode == 0
    return tmp_path


@pytest.mark.git
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=[pytest.mark.slow] if page in SLOW else [])
        for page in PAGES
        if any(block.language == "console" for block in blocks(page))
    ],
)
def test_a_page_shows_what_comes_out(page, checkout):
    reader = Reader(checkout)
    with open_newsstand():
        for block in blocks(page):
            if block.title:
                write(checkout, block)
            elif block.language == "console":
                for line, shown in commands(block.text):
                    printed = reader.run(line)
                    assert re.fullmatch(pattern(shown), printed), f"$ {line}\n{printed}"


def test_the_page_on_python_prints_what_it_says(checkout):
    names: dict[str, object] = {}
    follow = []
    for block in blocks("python.md"):
        write(checkout, block) if block.title else follow.append(block)
    for code, shown in zip(follow[::2], follow[1::2], strict=True):
        printed = StringIO()
        with chdir(checkout), redirect_stdout(printed):
            exec(code.text, names)
        assert printed.getvalue() == shown.text


def test_no_command_stands_where_nobody_runs_it():
    """Installing is what `.ci/run` does; what editors are told is no command."""
    loose = {
        block.text
        for page in PAGES
        for block in blocks(page)
        if block.language not in ("console", "python", "text", "toml", "yaml", "lua", "js")
    }
    assert loose == {"python3 -m venv .venv && . .venv/bin/activate\npip install .\n"}


def test_the_figures_of_the_page_on_accuracy_are_those_of_the_results():
    page = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    results = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
    figures = re.findall(r"\b\d+/\d+\b|\b[\d.]+ % of [\d,]+", page)
    assert len(figures) > 15
    assert [figure for figure in figures if figure not in results] == []
