"""What trips people: short options, where reports go, standard input, folders, rules by name."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.command import ARTICLE, ENVIRONMENT, INVENTED, audit
from tests.newsroom import git

QUICK = ("article.txt", "--no-model")


@pytest.fixture
def invented(story: Path) -> Path:
    """Return the story with an invented quotation in its article."""
    (story / "article.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    return story


def files(folder: Path) -> set[str]:
    """Return what a run added to the folder of a story."""
    return {path.name for path in folder.iterdir()} - {"refs", "article.txt"}


@pytest.mark.parametrize(
    ("arguments", "made", "begins"),
    [
        ([], {"audit-out"}, "article.txt: Not ready"),
        (["--output", "report.html"], {"report.html"}, "article.txt: Not ready"),
        (["-o", "report.json"], {"report.json"}, "article.txt: Not ready"),
        (["-o", "report.MD"], {"report.MD"}, "article.txt: Not ready"),
        (["-o", "report.json", "-q"], {"report.json"}, ""),
        (["--format", "json", "-o", "report.html"], {"report.html"}, ""),
        (["--format", "json", "-o", "report"], {"report"}, ""),
        (["--format", "json", "-o", "-"], set(), "{"),
        (["--format", "html", "-o", "-"], set(), "<!doctype html>"),
        (["-o", "-"], set(), "article.txt: Not ready"),
        (["-q"], {"audit-out"}, ""),
        (["-q", "--format", "json"], set(), "{"),
        (["-q", "--format", "text"], set(), "article.txt: Not ready"),
    ],
)
def test_reports_go_where_they_are_sent(invented, arguments, made, begins):
    done = audit(invented, *QUICK, *arguments)
    assert done.returncode == 1
    assert files(invented) == made
    assert done.stdout.lower().startswith(begins.lower()) if begins else done.stdout == ""
    assert ("-q" in arguments) <= (done.stderr == "")


def test_the_suffix_tells_the_format(invented):
    for name in ("r.html", "r.json", "r.md", "r.txt"):
        audit(invented, *QUICK, "-q", "-o", name)
    opening = {
        path.suffix: path.read_text(encoding="utf-8").split()[0] for path in invented.glob("r.*")
    }
    assert opening == {".html": "<!doctype", ".json": "{", ".md": "###", ".txt": "article.txt:"}


def test_every_finding_in_text_has_its_file_line_and_column(invented):
    done = audit(invented, *QUICK, "--format", "text", "--format", "json")
    text, _, record = done.stdout.partition("\n{\n")
    report = json.loads("{" + record)
    source = (invented / "article.txt").read_text(encoding="utf-8")
    findings = [f for sentence in report["sentences"] for f in sentence["findings"]]
    assert findings
    for finding in findings:
        before = source[: finding["start"]]
        column = len(before) - before.rfind("\n")
        assert f"article.txt:{before.count(chr(10)) + 1}:{column}: {finding['severity']}" in text


def test_the_same_explanation_is_printed_once_and_referred_to(invented):
    (invented / "article.txt").write_text(
        ARTICLE + INVENTED + "\nThe fire killed five people in the harbour on Tuesday.\n"
        "\nThe fire killed five people in the harbour on Tuesday, police said.\n",
        encoding="utf-8",
    )
    rows = audit(invented, *QUICK, "--format", "text").stdout.splitlines()
    told = [row.strip() for row in rows if "five" in row and row.startswith("      ")]
    assert len(told) == len(set(told))
    assert [row.strip() for row in rows].count("As at 8:17") == 1
    assert [row.strip() for row in rows].count("Passage as at 8:17 · contradicts") == 1


def test_an_article_of_standard_input_is_audited_like_a_file(invented, monkeypatch):
    data = (invented / "article.txt").read_bytes()
    alone = json.loads(audit(invented, *QUICK, "--format", "json").stdout)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    done = audit(invented, "-", "--no-model", "--format", "json", "--format", "html")
    record = json.loads(done.stdout)
    assert record["article"].pop("path") == "stdin"
    alone["article"].pop("path")
    assert (done.returncode, record) == (1, alone)
    assert done.stderr == "html report: audit-out/stdin.html\n"


def test_front_matter_names_references_and_is_not_audited(invented):
    (invented / "refs").rename(invented / "wires")
    text = f"---\nrefs: wires\nsaid: {INVENTED.strip()!r}\n---\n# {ARTICLE}"
    (invented / "bridge.md").write_text(text, encoding="utf-8")
    done = audit(invented, "bridge.md", "--no-model", "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert [reference["path"] for reference in report["references"]] == ["wires/wire.txt"]
    assert report["summary"]["errors"] == report["summary"]["warnings"] == 0


def test_a_folder_as_article_is_told_what_to_name(story):
    done = audit(story, "refs", "--no-model")
    assert done.returncode == 2
    assert done.stderr == ("audit: refs: is a folder; name the articles in it, such as refs/*.md\n")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 1),
        (["--select", "quote"], 1),
        (["--select", "quote-fabricated"], 1),
        (["--select", "date", "--select", "number"], 0),
        (["--ignore", "quote"], 0),
        (["--ignore", "quote-fabricated"], 0),
        (["--ignore", "quote-edited", "--ignore", "date"], 1),
        (["--select", "quote", "--ignore", "quote-fabricated"], 0),
    ],
)
def test_rules_are_chosen_by_id_and_by_category(invented, arguments, status):
    done = audit(invented, *QUICK, "--format", "text", *arguments)
    assert done.returncode == status
    assert ("switched off" in done.stdout.replace("\n", " ")) is bool(arguments)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--select", "qoute"], "--select: no rule or category is called 'qoute'; did you mean q"),
        (["--ignore", "x"], "--ignore: no rule or category is called 'x'; `audit rules` lists"),
        (["--profile", "sport"], "no configuration file: no profile is called 'sport'; write [p"),
    ],
)
def test_a_name_that_is_not_there_is_said(story, arguments, complaint):
    done = audit(story, *QUICK, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(f"audit: {complaint}")


def test_settings_are_found_from_the_working_folder_upwards(invented):
    (invented / "pyproject.toml").write_text(
        '[tool.auditor]\nfail-on = "never"\n', encoding="utf-8"
    )
    (invented / "desk").mkdir()
    above = invented / "desk"
    assert audit(above, "../article.txt", "--no-model", "-q").returncode == 0
    assert audit(above, "../article.txt", "--no-model", "-q", "--fail-on", "error").returncode == 1


def test_settings_and_their_origins_are_shown(story):
    (story / "audit.toml").write_text(
        'fail-on = "warning"\nignore = ["drafts/"]\n[[stories]]\narticles = "*.txt"\n'
        'refs = ["refs/wire.txt"]\n[profiles.sport]\ndisable = ["place"]\n',
        encoding="utf-8",
    )
    assert audit(story, "config", "--profile", "sport").stdout.splitlines() == [
        "# settings of audit.toml",
        "refs = []  # default",
        'fail-on = "warning"  # audit.toml',
        'disable = ["place"]  # audit.toml, [profiles.sport]',
        "waivers = []  # default",
        "severity = {}  # default",
        'ignore = ["drafts/"]  # audit.toml',
        "",
        "[[stories]]  # audit.toml",
        'articles = "*.txt"',
        'refs = ["refs/wire.txt"]',
        "",
        '[profiles."sport"]  # all that holds under --profile sport',
        "refs = []  # default",
        'fail-on = "warning"  # audit.toml',
        'disable = ["place"]  # audit.toml, [profiles.sport]',
        "waivers = []  # default",
        "severity = {}  # default",
    ]
    (story / "article.waivers.toml").write_text("version = 1\n", encoding="utf-8")
    assert audit(story, "config", "article.txt", "drafts/a.md", "b.md").stdout.splitlines() == [
        "# article.txt",
        'refs = ["refs/wire.txt"]  # audit.toml, [[stories]] *.txt',
        'profile = ""  # default',
        'fail-on = "warning"  # audit.toml',
        "disable = []  # default",
        'waivers = ["article.waivers.toml"]  # found by their names',
        "severity = {}  # default",
        "",
        "# drafts/a.md",
        "# not audited, as ignore in audit.toml says",
        "",
        "# b.md",
        "# b.md: no such file or folder; check the path",
    ]


@pytest.mark.parametrize("command", [["-h"], ["--help"], ["rules", "-h"], ["config", "-h"]])
def test_help_is_shown(story, command):
    done = audit(story, *command)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: audit ")


def test_the_package_runs_as_a_module_and_tells_shells_how_to_complete(story):
    def module(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "auditor", *arguments]
        environment = {**ENVIRONMENT, **more, "HOME": str(story)}
        return subprocess.run(
            command, cwd=story, capture_output=True, text=True, check=False, env=environment
        )

    listed = module("rules")
    assert (listed.returncode, listed.stdout.startswith("attribution-")) == (0, True)
    before = sorted(os.listdir(story))  # noqa: PTH208  # hidden files too
    asked = {"_AUDIT_COMPLETE": "complete_bash", "COMP_WORDS": "audit --fai", "COMP_CWORD": "1"}
    completed = module(**asked)
    assert (completed.returncode, completed.stdout) == (0, "--fail-on\n")
    assert sorted(os.listdir(story)) == before  # noqa: PTH208


@pytest.mark.parametrize(
    ("severity", "asked", "status"),
    [
        ("error", (), 1),
        ("error", ("--fail-on", "never"), 0),
        ("warning", ("--fail-on", "error"), 0),
        ("warning", ("--fail-on", "warning"), 1),
    ],
)
@pytest.mark.git
def test_the_hook_fails_on_what_it_is_asked_to(invented, severity, asked, status):
    assert git(invented, "init", "--quiet").returncode == 0
    rule = f'[severity]\nquote-fabricated = "{severity}"\n'
    (invented / "audit.toml").write_text(rule, encoding="utf-8")
    select = ("--config", "audit.toml", "--no-model")
    assert audit(invented, "hook", *select, *asked, "article.txt").returncode == status
