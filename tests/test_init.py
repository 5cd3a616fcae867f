"""A repository is made ready for audits: everything is written once, and nothing that is there."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import auditor
from auditor.load.record_of_waivers import NAME
from auditor.resources import folder
from auditor.settings.configuration import configuration
from auditor.write.waiver_file import UNION
from tests.command import audit
from tests.newsroom import git

ROOT = Path(auditor.__file__).parents[1]
FILES = (
    "audit.toml",
    ".pre-commit-config.yaml",
    ".gitattributes",
    "stories/sample/sample.md",
    "stories/sample/refs/wire.txt",
    ".github/workflows/audit.yml",
    ".gitlab-ci.audit.yml",
)
TEMPLATES = folder("reports") / "newsroom"


def held(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


def hooks(text: str) -> dict[str, Any]:
    (repository,) = yaml.safe_load(text)["repos"]
    (hook,) = repository["hooks"]
    return dict(hook)


def test_a_second_run_changes_nothing(tmp_path):
    first = audit(tmp_path, "init")
    assert (first.returncode, first.stdout) == (0, "".join(f"{name}: written\n" for name in FILES))
    assert first.stderr.startswith("next: audit stories/sample/sample.md\n")
    written = held(tmp_path)
    assert sorted(written) == sorted(FILES)
    second = audit(tmp_path, "init")
    there = "".join(f"{name}: is there already\n" for name in FILES)
    assert (second.returncode, second.stdout, second.stderr) == (0, there, "")
    assert held(tmp_path) == written


def test_what_is_there_stays_and_what_it_lacks_is_printed(tmp_path):
    own = {
        ".pre-commit-config.yaml": "repos: []\n",
        ".gitattributes": "*.jpg binary\n",
        "audit.toml": 'fail-on = "never"\n',
        "stories/sample/sample.md": "Ours.\n",
    }
    for name, words in own.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    done = audit(tmp_path, "init")
    assert {name: held(tmp_path)[name] for name in own} == own
    lacking = "is there already and stays as it is; add to it:\n"
    hook = (TEMPLATES / "pre-commit-config.yaml").read_text(encoding="utf-8")
    assert done.returncode == 0
    assert done.stdout == (
        "audit.toml: is there already\n"
        f".pre-commit-config.yaml: {lacking}{hook[hook.index('  - repo: local') :]}"
        f".gitattributes: {lacking}{UNION}\n"
        "stories/sample/sample.md: is there already\n"
        + "".join(f"{name}: written\n" for name in FILES[4:])
    )


@pytest.mark.parametrize(
    ("project", "fate"),
    [
        ('[tool.auditor]\nfail-on = "error"\n', "left out, for pyproject.toml has settings"),
        ("[tool.ruff]\n", "written"),
    ],
)
def test_settings_are_not_written_beside_those_that_hold(tmp_path, project, fate):
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    assert audit(tmp_path, "init").stdout.startswith(f"audit.toml: {fate}\n")


def test_a_folder_may_be_named_and_is_made(tmp_path):
    done = audit(tmp_path, "init", "desk/new")
    assert done.stdout == "".join(f"desk/new/{name}: written\n" for name in FILES)


def test_what_cannot_be_written_is_named_with_the_remedy(tmp_path):
    (tmp_path / "stories").write_text("A file.", encoding="utf-8")
    done = audit(tmp_path, "init")
    assert done.returncode == 2
    assert done.stderr == (
        "audit: stories/sample/sample.md: cannot be written; name a folder that you may write, "
        "and in which no file stands where a folder must be\n"
    )
    assert done.stdout == "".join(f"{name}: written\n" for name in FILES[:3])


def test_a_link_to_nowhere_is_not_followed(tmp_path):
    (tmp_path / "audit.toml").symlink_to("elsewhere.toml")
    assert audit(tmp_path, "init").stdout.startswith("audit.toml: is there already\n")
    assert not (tmp_path / "elsewhere.toml").exists()


UNCOMMENTED = re.compile(r"^# (?=[\w-]+ = |\[)", re.M)


@pytest.mark.parametrize(
    ("given", "stories", "profiles"),
    [(re.compile("(?!)"), [], []), (UNCOMMENTED, ["stories/bridge/*.md"], ["city"])],
)
def test_the_settings_are_valid_with_and_without_their_comments(tmp_path, given, stories, profiles):
    file = tmp_path / "audit.toml"
    text = (TEMPLATES / "audit.toml").read_text(encoding="utf-8")
    file.write_text(given.sub("", text), encoding="utf-8")
    told = configuration(file)
    assert told.choices.fail_on == "error"
    assert [story.articles for story in told.stories] == stories
    assert [name for name, _ in told.profiles] == profiles


def test_the_sample_has_one_wrong_figure(tmp_path):
    audit(tmp_path, "init")
    done = audit(tmp_path, "stories/sample/sample.md", "--no-model", "--format", "text")
    assert done.returncode == 1
    assert "stories/sample/sample.md:7:7: error, number: 8,600" in done.stdout
    assert "Not ready to run: 1 error, no warnings, all checked." in done.stdout


def test_the_hook_is_the_one_that_the_repository_offers():
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    written = hooks((TEMPLATES / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert written == {key: value for key, value in offered.items() if key != "description"} | {
        "language": "system"
    }


def test_no_name_of_a_file_is_an_option_of_the_hook(tmp_path):
    given = hooks((TEMPLATES / "pre-commit-config.yaml").read_text(encoding="utf-8"))["args"]
    assert git(tmp_path, "init", "--quiet").returncode == 0
    done = audit(tmp_path, "hook", *given, "--config=theirs.toml", "--help")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "",
        "audit: no article is concerned\n",
    )


def test_the_workflow_uses_this_version_and_gives_inputs_that_the_action_has():
    workflow = yaml.safe_load((TEMPLATES / "workflow.yml").read_text(encoding="utf-8"))
    *_, step = workflow["jobs"]["audit"]["steps"]
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert step["uses"] == f"OWNER/auditor@v{auditor.__version__}"
    assert {*step["with"]} <= {*action["inputs"]}


def test_the_record_of_waivers_is_merged_line_by_line():
    assert (TEMPLATES / "gitattributes").read_text(encoding="utf-8") == f"{UNION}\n"
    assert UNION.startswith(NAME)
