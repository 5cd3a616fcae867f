"""The configuration file: where it is found, what it may say, and what is wrong with it."""

from contextlib import chdir
from pathlib import Path

import pytest

from auditor.errors import AuditError
from auditor.settings.configuration import Choices, Configuration, Story, configuration

WHOLE = """
refs = ["wires", "https://example.org/a"]
fail-on = "warning"
disable = ["place", "date-age"]
waivers = ["decisions.toml"]
ignore = ["drafts/**"]
severity = { "date-order" = "note", "date-age" = "warning" }

[[stories]]
articles = "stories/bridge/*.md"
refs = ["stories/bridge/refs"]

[[stories]]
articles = "sport/**"
profile = "sport"

[profiles.sport]
fail-on = "never"
disable = []
"""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_whole_file_is_read_and_its_paths_are_seen_from_the_working_folder(tmp_path):
    write(tmp_path / "audit.toml", WHOLE)
    (tmp_path / "desk").mkdir()
    with chdir(tmp_path / "desk"):
        told = configuration(None)
    assert told == Configuration(
        file=Path("../audit.toml"),
        name="../audit.toml",
        choices=Choices(
            refs=("../wires", "https://example.org/a"),
            fail_on="warning",
            disable=("place", "date-age"),
            waivers=("../decisions.toml",),
            severity=(("date-age", "warning"), ("date-order", "note")),
        ),
        ignore=("drafts/**",),
        stories=(
            Story("stories/bridge/*.md", ("../stories/bridge/refs",), None),
            Story("sport/**", (), "sport"),
        ),
        profiles=(("sport", Choices(fail_on="never", disable=())),),
    )


OURS = '[tool.auditor]\nrefs = ["project"]\n'
OTHERS = "[tool.other]\nrefs = 3\n"


@pytest.mark.parametrize(
    ("files", "refs"),
    [
        ({}, None),
        ({"pyproject.toml": OTHERS}, None),
        ({"pyproject.toml": "[tool]\nauditor = 3\n"}, None),
        ({"audit.toml": 'refs = ["own"]'}, ("../../own",)),
        ({"pyproject.toml": OURS}, ("../../project",)),
        ({"pyproject.toml": OURS, "audit.toml": 'refs = ["own"]'}, ("../../own",)),
        ({"a/audit.toml": "", "audit.toml": 'refs = ["own"]'}, None),
        ({"a/pyproject.toml": OTHERS, "audit.toml": 'refs = ["own"]'}, ("../../own",)),
        ({"a/b/pyproject.toml": OURS, "a/audit.toml": ""}, ("project",)),
        ({"a/.git": "gitdir: x", "audit.toml": 'refs = ["own"]'}, None),
        ({"a/b/.hg/x": "", "a/audit.toml": 'refs = ["own"]'}, None),
        ({".git/x": "", "audit.toml": 'refs = ["own"]'}, ("../../own",)),
        ({"audit.toml/x": "", "pyproject.toml": OURS}, ("../../project",)),
    ],
)
def test_the_nearest_file_up_to_the_root_of_the_repository_counts(tmp_path, files, refs):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        write(tmp_path / name, text)
    with chdir(tmp_path / "a" / "b"):
        assert configuration(None).choices.refs == refs


def test_the_file_that_is_named_counts_wherever_it_lies(tmp_path):
    write(tmp_path / "audit.toml", 'refs = ["own"]')
    write(tmp_path / "conf" / "desk.toml", 'refs = ["a"]')
    write(tmp_path / "conf" / "pyproject.toml", OURS)
    write(tmp_path / "none" / "pyproject.toml", OTHERS)
    with chdir(tmp_path):
        assert configuration(Path("conf/desk.toml")).choices.refs == ("conf/a",)
        assert configuration(Path("conf/pyproject.toml")).choices.refs == ("conf/project",)
        with pytest.raises(AuditError, match=r"has no section \[tool\.auditor\]"):
            configuration(Path("none/pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("fail_on = 'error'", "fail_on: is no key of this file; did you mean fail-on?"),
        ("Refs = []", "Refs: is no key of this file; did you mean refs?"),
        ("[[story]]\n", "story: is no key of this file; did you mean stories?"),
        ("[[stories]]\narticle = 'a'", "stories 1 articles: is missing; write it as in articles"),
        (
            "[[stories]]\narticles = 'a'\nreferences = []",
            "stories 1 references: is no key of this file; did you mean refs?",
        ),
        (
            "[profiles.sport]\nfail-no = 'never'",
            "profiles sport fail-no: is no key of this file; did you mean fail-on?",
        ),
        (
            "colour = 1",
            (
                "colour: is no key of this file; known are disable, fail-on, ignore, profiles, "
                "refs, severity, stories, waivers"
            ),
        ),
        (
            "fail-on = 'sometimes'",
            (
                "fail-on: \"sometimes\" is none of 'error', 'warning' or 'never'; "
                'write it as in fail-on = "error"'
            ),
        ),
        ("refs = 3", 'refs: 3 cannot stand here; write it as in refs = ["refs"]'),
        ("refs = 'refs'", 'refs: "refs" cannot stand here; write it as in refs = ["refs"]'),
        ("refs = ['a', ' ']", 'refs 2: is empty; write it as in refs = ["refs"]'),
        (
            "severity = { date-age = 'fatal' }",
            (
                "severity date-age: \"fatal\" is none of 'error', 'warning' or 'note'; "
                'write it as in severity = { "date-age" = "note" }'
            ),
        ),
        ("ignore = ['/drafts']", "ignore: '/drafts' matches nothing; write a path from the"),
        ("ignore = ['../x']", "ignore: '../x' matches nothing"),
        ("ignore = ['#x']", "ignore: '#x' matches nothing"),
        ("ignore = ['a[']", "ignore: 'a[' matches nothing"),
        ("ignore = ['a\\']", "ignore: 'a\\\\' matches nothing"),
        ("[[stories]]\narticles = '!x'", "stories articles: '!x' matches nothing"),
        (
            "[[stories]]\narticles = 'a'\nprofile = 'sprot'\n[profiles.sport]",
            "no profile is called 'sprot'; did you mean sport?",
        ),
        (
            "[[stories]]\narticles = 'a'\nprofile = 'sport'",
            "no profile is called 'sport'; write [profiles.sport] in audit.toml",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_key_and_remedy(tmp_path, text, complaint):
    write(tmp_path / "audit.toml", text)
    write(tmp_path / "pyproject.toml", "")
    with chdir(tmp_path), pytest.raises(AuditError) as said:
        configuration(None)
    assert str(said.value).startswith(f"audit.toml: {complaint}")


def test_a_section_of_the_projects_file_is_named_with_it(tmp_path):
    write(tmp_path / "pyproject.toml", "[tool.auditor]\nref = []")
    with chdir(tmp_path), pytest.raises(AuditError) as said:
        configuration(None)
    assert str(said.value).startswith("pyproject.toml [tool.auditor]: ref: is no key")
