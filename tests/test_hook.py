"""The hook we offer, run by the real pre-commit in a newsroom's repository.

Its environment is not built anew, which takes a minute: the hook runs the installed command.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
REFERENCE = """Selby bridge shut after inspection

May 14, 2031

The harbour bridge in Selby was closed on Wednesday after divers found cracks in two of its pillars.
“We would rather close it for six weeks than lose it for ever,” said chief engineer Omar Lindqvist.
"""
CORRECT = """# Harbour bridge in Selby closes

May 14, 2031

The harbour bridge in Selby was closed on Wednesday after divers found cracks in two of its pillars.
“We would rather close it for six weeks than lose it for ever,” said chief engineer Omar Lindqvist.
"""
INVENTED = CORRECT.replace(
    "We would rather close it for six weeks than lose it for ever",
    "Nobody at city hall ever listened to the divers until the fish began to swim through",
)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep git and pre-commit away from the settings and caches of whoever runs the tests."""
    for name, value in {
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A git repository with the hook installed and the references of one story added."""
    root = tmp_path / "newsroom"
    story = root / "stories" / "bridge"
    (story / "refs").mkdir(parents=True)
    (story / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
    (root / "README.md").write_text("# Stories of the Selby Courier\n", encoding="utf-8")
    (root / ".pre-commit-config.yaml").write_text(_config(), encoding="utf-8")
    for command in (["git", "init", "-q"], ["git", "add", "."], ["pre-commit", "install"]):
        assert run(root, *command).returncode == 0
    return root


def _config() -> str:
    """Return a configuration with the shipped hook, whose command is the installed one."""
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    local = {**hook, "language": "system", "entry": shutil.which("audit") or "audit"}
    return json.dumps({"repos": [{"repo": "local", "hooks": [{**local, "args": ["--no-model"]}]}]})


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def commit(root: Path, article: str) -> subprocess.CompletedProcess[str]:
    path = root / "stories" / "bridge" / "bridge.md"
    path.write_text(article, encoding="utf-8")
    assert run(root, "git", "add", ".").returncode == 0
    return run(root, "git", "commit", "-m", "Bridge story")


def commits(root: Path) -> int:
    return len(run(root, "git", "log", "--oneline").stdout.splitlines())


@pytest.mark.git
def test_the_shipped_manifest_is_valid() -> None:
    done = run(MANIFEST.parent, "pre-commit", "validate-manifest", str(MANIFEST))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.git
def test_an_invented_quote_blocks_the_commit_and_the_corrected_one_passes(
    newsroom: Path,
) -> None:
    blocked = commit(newsroom, INVENTED)
    shown = blocked.stdout + blocked.stderr
    assert blocked.returncode != 0, shown
    assert "exit code: 1" in shown
    assert "Nobody at city hall" in shown
    assert commits(newsroom) == 0
    passed = commit(newsroom, CORRECT)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert commits(newsroom) == 1
    assert run(newsroom, "git", "status", "--porcelain").stdout == ""


@pytest.mark.git
def test_a_waiver_lets_the_commit_pass_until_the_reference_changes(newsroom: Path) -> None:
    article = "stories/bridge/bridge.md"
    (newsroom / article).write_text(INVENTED, encoding="utf-8")
    signed = ("--reason", "On our own tape.", "--by", "AB", "--no-model")
    done = run(newsroom, "audit", "waive", f"{article}:f1", *signed)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = commit(newsroom, INVENTED)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert commits(newsroom) == 1
    wire = newsroom / "stories" / "bridge" / "refs" / "wire.txt"
    wire.write_text(REFERENCE.replace("six weeks", "seven weeks"), encoding="utf-8")
    blocked = run(newsroom, "pre-commit", "run", "audit", "--all-files")
    shown = " ".join((blocked.stdout + blocked.stderr).split())
    assert blocked.returncode != 0
    assert "no longer stands in the references" in shown


@pytest.mark.git
def test_an_article_without_references_blocks_the_commit(newsroom: Path) -> None:
    shutil.rmtree(newsroom / "stories" / "bridge" / "refs")
    blocked = commit(newsroom, CORRECT)
    assert blocked.returncode != 0
    assert "exit code: 2" in blocked.stdout + blocked.stderr


@pytest.mark.git
def test_a_commit_without_articles_is_not_held_up(newsroom: Path) -> None:
    done = run(newsroom, "git", "commit", "-m", "References first")
    assert done.returncode == 0
    assert "(no files to check)Skipped" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("path", "audited"),
    [
        ("story.txt", True),
        ("stories/bridge/article.md", True),
        ("stories/readme-scandal/article.html", True),
        ("stories/refsburg.md", True),
        ("stories/security-council-meets.md", True),
        ("content/bridge/index.md", True),
        ("stories/bridge/refs/wire.txt", False),
        ("refs/sub/wire.html", False),
        ("README.md", False),
        ("stories/bridge/CHANGELOG.md", False),
        ("requirements.txt", False),
        (".github/pull_request_template.md", False),
        ("audit-out/article.html", False),
    ],
)
def test_the_hook_takes_articles_and_leaves_other_files(path: str, audited: bool) -> None:
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert (re.search(hook["exclude"], path) is None) is audited
