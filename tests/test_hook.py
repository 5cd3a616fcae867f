"""The hook we offer, run by the real pre-commit in a newsroom's repository.

Its environment is not built anew, which takes a minute: the hook runs what lies beside these tests.
One story goes all its way here; which articles a commit concerns is tested in
`tests/stories/test_concerned.py`.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.command import audit
from tests.newsroom import SETTINGS, STORY, WIRE

pytestmark = pytest.mark.slow

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


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with the hook and the references of one story, away from anybody's own."""
    for name, told in {
        "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
        "AUDITOR_CACHE": str(tmp_path / "cache"),
        "PYTHONPATH": str(MANIFEST.parent),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        **SETTINGS,
    }.items():
        monkeypatch.setenv(name, told)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "newsroom"
    (root / WIRE).parent.mkdir(parents=True)
    (root / WIRE).write_text(REFERENCE, encoding="utf-8")
    (root / "README.md").write_text("# Stories of the Selby Courier\n", encoding="utf-8")
    (root / ".pre-commit-config.yaml").write_text(_config(), encoding="utf-8")
    for command in (["git", "init", "-q"], ["git", "add", "."], ["pre-commit", "install"]):
        assert run(root, *command).returncode == 0
    return root


def _config() -> str:
    """Return a configuration with the shipped hook, whose command lies beside these tests."""
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    entry = hook["entry"].replace("audit", f"{sys.executable} -m auditor", 1)
    own = {**hook, "language": "system", "entry": entry, "args": ["--no-model", *hook["args"]]}
    return json.dumps({"repos": [{"repo": "local", "hooks": [own]}]})


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def commit(root: Path) -> tuple[bool, str]:
    """Commit everything; return whether it was let through, and on one line what was shown."""
    assert run(root, "git", "add", "--all").returncode == 0
    before = run(root, "git", "rev-parse", "HEAD").stdout
    done = run(root, "git", "commit", "-m", "Bridge story")
    passed = done.returncode == 0
    assert passed == (run(root, "git", "rev-parse", "HEAD").stdout != before)
    return passed, " ".join((done.stdout + done.stderr).split())


@pytest.mark.git
def test_the_shipped_manifest_is_valid() -> None:
    done = run(
        MANIFEST.parent, sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.git
def test_a_story_is_blocked_waived_blocked_by_its_reference_and_passes_corrected(
    newsroom: Path,
) -> None:
    article, wire = newsroom / STORY, newsroom / WIRE
    passed, shown = commit(newsroom)
    assert passed, shown
    assert f"audit: {WIRE}: belongs to no article" in shown

    article.write_text(INVENTED, encoding="utf-8")
    passed, shown = commit(newsroom)
    assert not passed
    assert "exit code: 1" in shown
    assert "hook id: audit" in shown
    assert f"{STORY}:6:2: error, quotation: Nobody at city hall" in shown, shown

    signed = ("--reason", "On our own tape.", "--by", "AB", "--no-model")
    done = audit(newsroom, "waive", f"{STORY}:f1", *signed)
    assert done.returncode == 0, done.stdout + done.stderr
    passed, shown = commit(newsroom)
    assert passed, shown
    assert "On our own tape." in shown

    wire.write_text(REFERENCE.replace("six weeks", "seven weeks"), encoding="utf-8")
    passed, shown = commit(newsroom)
    assert not passed
    assert "no longer stands in the references" in shown

    article.write_text(CORRECT.replace("six weeks", "seven weeks"), encoding="utf-8")
    passed, shown = commit(newsroom)
    assert passed, shown
    assert f"{STORY}: " in shown
    assert "waiver-unused" in shown, shown
    assert run(newsroom, "git", "status", "--porcelain").stdout == ""

    shutil.rmtree(wire.parent)
    passed, shown = commit(newsroom)
    assert not passed
    assert f"{STORY}: no reference; name them" in shown
