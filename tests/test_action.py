"""The action for GitHub and the job for GitLab: what they run, and that no text gets into it."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft4Validator

from auditor.render.formats import render
from tests.render.sample import AUDIT, CLEAN, WAIVED
from tests.render.test_sarif import SCHEMA

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = ACTION["runs"]["steps"]
SCRIPTS: dict[str, str] = {step["name"]: step["run"] for step in STEPS if "run" in step}
JOB = yaml.safe_load(
    (ROOT / "reports" / "newsroom" / "gitlab-job.yml").read_text(encoding="utf-8")
)["audit"]

STAND_IN = """#!/bin/bash
printf '%s\\0' "$@" >"$RUNNER_TEMP/arguments"
mkdir "$RUNNER_TEMP/audit"
echo "::error file=a.md::wrong" >"$RUNNER_TEMP/audit/a.github.txt"
exit 1
"""
"""What takes the place of the installed command: it notes how it is called."""


def script(name: str) -> str:
    return next(text for title, text in SCRIPTS.items() if title.startswith(name))


def run(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does, its temporary files in the folder ``temp``."""
    (folder / "temp").mkdir(exist_ok=True)
    files = {"RUNNER_TEMP": "temp", "GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"}
    paths = {key: str(folder / name) for key, name in files.items()}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script(name)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **paths, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def outputs(folder: Path) -> dict[str, str]:
    rows = (folder / "output").read_text(encoding="utf-8").splitlines()
    return dict(row.split("=", 1) for row in rows)


@pytest.mark.parametrize("text", [*SCRIPTS.values(), "\n".join(JOB["script"])])
def test_every_script_is_bash_in_which_nothing_is_pasted(text: str) -> None:
    assert "${{" not in text
    done = subprocess.run(["bash", "-n", "-c", text], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_action_is_pinned_to_a_commit_and_tells_its_version() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == sum("uses" in step for step in STEPS) == 3
    assert [row for row in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", row)] == []


def test_every_input_reaches_a_step_as_a_variable_or_a_condition() -> None:
    given = json.dumps([{key: step.get(key) for key in ("with", "env", "if")} for step in STEPS])
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in given] == []
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)


NAMES = ("$(touch pwned).md", "`touch pwned`.md", "a; touch pwned.md", "a  b.md", "-x.md", '".md')


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "sto ries" / "deep").mkdir(parents=True)
    for name in NAMES:
        (tmp_path / "sto ries" / "deep" / name).touch()
    (tmp_path / "[x].md").touch()
    program = tmp_path / "temp" / "auditor" / "bin" / "audit"
    program.parent.mkdir(parents=True)
    program.write_text(STAND_IN, encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


def test_hostile_names_are_names(newsroom: Path) -> None:
    done = run(
        "Audit",
        newsroom,
        ARTICLES="sto ries/**/*.md\n[x].md\nmissing.md\nnone/*.md\n$(touch pwned)\n",
        REFS="refs with space\n--offline\n",
        CONFIG="audit.toml; touch pwned",
        FAIL_ON="",
    )
    assert (done.returncode, done.stderr) == (0, "")
    called = (newsroom / "temp" / "arguments").read_text(encoding="utf-8").split("\0")[:-1]
    split = called.index("--")
    assert called[8:split] == [
        "--output",
        f"{newsroom}/temp/audit",
        "--refs=refs with space",
        "--refs=--offline",
        "--config=audit.toml; touch pwned",
    ]
    assert sorted(called[split + 1 :]) == sorted(
        [*(f"sto ries/deep/{name}" for name in NAMES), "[x].md", "missing.md", "$(touch pwned)"]
    )
    assert not list(newsroom.rglob("pwned"))
    assert outputs(newsroom) == {"status": "1", "reports": f"{newsroom}/temp/audit"}
    stopped, *_, token, annotation = done.stdout.splitlines()
    assert stopped.startswith("::stop-commands::")
    assert token == f"::{stopped.removeprefix('::stop-commands::')}::"
    assert annotation == "::error file=a.md::wrong"


def test_patterns_that_match_nothing_are_an_error(newsroom: Path) -> None:
    done = run("Audit", newsroom, ARTICLES="none/*.md", REFS="", CONFIG="", FAIL_ON="")
    assert done.returncode == 2
    assert done.stdout == "::error::No article matches; see the input articles.\n"


def written(folder: Path, format_: str, **reports: Any) -> Path:
    target = folder / "reports"
    target.mkdir()
    for name, audit in reports.items():
        text = audit if isinstance(audit, str) else render(format_, audit)
        suffix = "md" if format_ == "markdown" else format_
        (target / f"{name}.{suffix}").write_text(text, encoding="utf-8")
    return target


@pytest.mark.skipif(shutil.which("jq") is None, reason="needs jq, which GitHub's machines have")
def test_the_findings_of_all_articles_are_one_valid_run_without_waived_ones(tmp_path: Path) -> None:
    document = replace(CLEAN.article.document, path="second.txt")
    second = replace(CLEAN, article=replace(CLEAN.article, document=document))
    reports = written(tmp_path, "sarif", a=WAIVED, b=second, c=AUDIT)
    done = run("Join", tmp_path, REPORTS=str(reports))
    assert (done.returncode, done.stderr) == (0, "")
    log = json.loads(Path(outputs(tmp_path)["sarif"]).read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    (joined,) = log["runs"]
    rules = joined["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in joined["results"]] == [
        rules[result["ruleIndex"]]["id"] for result in joined["results"]
    ]
    assert len(joined["results"]) == 3 + 0 + 4
    assert joined["invocations"][0]["executionSuccessful"] is False
    assert len(joined["invocations"][0]["toolExecutionNotifications"]) == 2
    assert {one["location"]["uri"] for one in joined["artifacts"]} == {
        "story/article.txt",
        "second.txt",
        "refs/wire.txt",
        "refs/daily.txt",
    }


def test_where_nothing_was_audited_nothing_is_sent(tmp_path: Path) -> None:
    reports = written(tmp_path, "sarif")
    assert run("Join", tmp_path, REPORTS=str(reports)).returncode == 0
    assert not (tmp_path / "output").exists()


def test_the_comment_holds_what_github_takes_and_tells_the_rest(tmp_path: Path) -> None:
    reports = written(tmp_path, "markdown", a=AUDIT, b="é" * 60_000, c="é" * 60_000, d=CLEAN)
    assert run("Write", tmp_path, REPORTS=str(reports), LC_ALL="C.UTF-8").stderr == ""
    body = Path(outputs(tmp_path)["body"]).read_text(encoding="utf-8")
    assert body.startswith("<!-- auditor -->\n### Not ready to run")
    assert body.endswith("Of 1 more: see the reports of the run.\n")
    assert len(body) <= 65_536
    assert (tmp_path / "summary").read_text(encoding="utf-8") == body


@pytest.mark.parametrize(
    ("known", "called"),
    [
        ("", "api --silent --method POST repos/o/r/issues/7/comments"),
        ("11\n12\n", "api --silent --method PATCH repos/o/r/issues/comments/11"),
    ],
)
def test_the_comment_of_the_last_run_is_replaced(tmp_path: Path, known: str, called: str) -> None:
    program = tmp_path / "gh"
    program.write_text(
        '#!/bin/bash\nif [ "$2" = --paginate ]; then printf "%s" "$KNOWN"; exit; fi\n'
        'echo "$@" >called\nexit 1\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = run("Comment", tmp_path, PATH=path, KNOWN=known, REPOSITORY="o/r", NUMBER="7", BODY="b")
    assert (tmp_path / "called").read_text() == f"{called} --field body=@b\n"
    assert done.returncode == 0
    assert done.stdout.startswith("::notice::No comment: the job lacks pull-requests: write")


@pytest.mark.parametrize("status", ["0", "1", "2", "3"])
def test_the_action_ends_as_the_command_did(tmp_path: Path, status: str) -> None:
    assert run("Pass", tmp_path, STATUS=status).returncode == int(status)
