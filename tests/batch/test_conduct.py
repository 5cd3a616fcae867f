"""Many stories in one run: each as by itself, all together, and only what changed the next time."""

import fcntl
import json
import os
from pathlib import Path
from shutil import copytree

import pytest

from tests.batch.newsroom import INVENTING, LOST, STORIES, newsroom, written
from tests.command import Done, audit

OUT = Path("audit-out/batch")
ALIKE = ("--no-model", "--workers", "1")
NO_REFERENCE = f"{LOST}: no reference; name them in its front matter"


def batch(root: Path, *arguments: str) -> Done:
    return audit(root, "batch", "stories", *ALIKE, *arguments)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    root = newsroom(tmp_path_factory.mktemp("newsroom"))
    return root, batch(root)


@pytest.fixture
def again(first: tuple[Path, Done], tmp_path: Path) -> Path:
    """Return a copy of the newsroom after its first run."""
    return Path(copytree(first[0], tmp_path / "again"))


def lines(root: Path) -> list[dict[str, object]]:
    return [json.loads(row) for row in (root / OUT / "stories.jsonl").read_text().splitlines()]


def test_all_stories_are_told_in_a_few_lines(first):
    _, done = first
    assert done.returncode == 3
    told = done.stdout.splitlines()
    assert told[-1].startswith(NO_REFERENCE)
    assert told[:-1] == [
        ("4 stories: 1 not audited, 1 not ready to run, 2 with nothing against them."),
        "",
        "Desks with most errors:",
        "stories/city: 1 error, 1 warning in 1 story",
        "",
        "Rules with most errors:",
        "quote-fabricated: 1 error in 1 story",
        "name-absent-person: no errors, 1 warning in 1 story",
        "",
        "Not audited:",
    ]
    assert done.stderr.splitlines() == [
        "report on all: audit-out/batch/index.html",
        "each story: audit-out/batch/stories.jsonl; all findings: audit-out/batch/stories.sarif",
    ]


def test_a_line_holds_the_report_that_the_story_has_alone(first):
    root, _ = first
    told = lines(root)
    assert [one["story"] for one in told] == list(STORIES)
    for one in told:
        alone = audit(root, str(one["story"]), "--no-model", "--format", "json")
        assert one.get("report") == (json.loads(alone.stdout) if alone.stdout else None)


def test_each_page_is_the_report_that_the_story_has_alone(first):
    root, _ = first
    pages = [path for path in written(root / OUT) if path.startswith("reports/")]
    assert len(pages) == len(STORIES) - 1
    alone = audit(root, INVENTING, "--no-model", "--format", "html", "--output", "-")
    assert alone.stdout.encode() in [(root / OUT / page).read_bytes() for page in pages]


def test_all_findings_are_one_run_that_tells_what_was_not_audited(first):
    root, _ = first
    (run,) = json.loads((root / OUT / "stories.sarif").read_text())["runs"]
    (invocation,) = run["invocations"]
    told = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]
    assert (invocation["executionSuccessful"], len(told)) == (False, 1)
    assert told[0].startswith(f"{LOST}: not audited: {NO_REFERENCE}")
    assert {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"]
        if one["level"] == "error"
    } == {INVENTING}


def test_what_did_not_change_is_kept_and_the_bytes_are_the_same(first, again):
    before = written(again / OUT)
    done = batch(again)
    assert done.stdout == first[1].stdout
    assert done.stderr.splitlines()[0] == (
        "audit: 3 stories kept from an earlier run, as nothing changed"
    )
    assert written(again / OUT) == before


@pytest.mark.parametrize("left", [3, 400, -1])
def test_a_half_line_of_a_killed_run_is_dropped(again, left):
    before = written(again / OUT)
    record = again / OUT / "stories.jsonl"
    rows = record.read_bytes().splitlines(keepends=True)
    record.write_bytes(rows[0] + rows[2] + rows[1][:left])
    assert "2 stories kept" not in batch(again).stderr
    assert written(again / OUT) == before


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("stories/sport/a/refs/wire.txt", "Nothing burned in the harbour, police said.\n", 2),
        ("stories/sport/a/refs/late.txt", "Nothing burned in the harbour, police said.\n", 2),
        ("audit.toml", '[[stories]]\narticles = "stories/city/**"\n', 3),
        ("audit.toml", 'disable = ["date-conflict"]\n', 0),
        ("stories/NOTICE.md", "Nothing burned in the harbour, police said.\n", 3),
    ],
)
def test_what_changed_is_audited_again(again, name, text, kept):
    (again / name).write_text(text, encoding="utf-8")
    done = batch(again)
    line = f"audit: {kept} stories kept from an earlier run, as nothing changed"
    assert (line in done.stderr.splitlines()) is bool(kept)


def test_after_a_change_the_bytes_are_those_of_a_first_run(again):
    (again / "stories/sport/a/refs/wire.txt").write_text("Nothing burned, police said.\n", "utf-8")
    done = batch(again)
    fresh = batch(again, "--into", "audit-out/fresh")
    assert fresh.stdout == done.stdout
    assert written(again / "audit-out/fresh") == written(again / OUT)


def test_a_story_whose_page_is_gone_is_audited_again(again):
    before = written(again / OUT)
    next((again / OUT / "reports").iterdir()).unlink()
    assert "2 stories kept" in batch(again).stderr
    assert written(again / OUT) == before


def test_what_is_no_longer_named_goes_and_is_told(again):
    (again / "stories" / "sport" / "a" / "article.txt").unlink()
    done = batch(again)
    assert "audit: 1 story of an earlier run, not named now, went" in done.stderr.splitlines()
    assert len(list((again / OUT / "reports").iterdir())) == 2


def test_a_profile_is_a_desk_and_says_what_fails(again):
    (again / LOST).unlink()
    (again / "audit.toml").write_text(
        '[[stories]]\narticles = "stories/city/**"\nprofile = "night"\n'
        '[profiles.night]\nseverity = { "quote-fabricated" = "note" }\n',
        encoding="utf-8",
    )
    done = batch(again)
    assert (done.returncode, lines(again)[0]["desk"]) == (0, "night")
    assert batch(again, "--fail-on", "warning").returncode == 1


def test_an_archive_is_not_passed_over_in_silence(first):
    done = batch(first[0], "--refs", "postgresql://u:secret@h/db", "--into", "audit-out/archive")
    assert (done.returncode, "secret" in done.stdout) == (3, False)
    assert "://…@h/db: is an archive, which a batch does not search; audit its" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["gone"], "gone: no such file or folder; check the path"),
        (["empty"], "empty: no story in it; a story is an article with a folder refs/ beside it"),
        (["stories", "--into", "stories/out"], "stories/out: lies among the stories of stories"),
        (["stories", "--into", "empty/.."], "empty/..: holds other files"),
        (["stories", "--into", "full"], "full: holds other files; name a new folder with --into"),
        (["stories", "--into", "link"], "link: is a link, which no report follows"),
        (["stories", "--fail-on", "often"], "--fail-on"),
    ],
)
def test_what_cannot_start_says_why(again, arguments, complaint):
    (again / "empty").mkdir()
    (again / "full").mkdir()
    (again / "full" / "thesis.txt").write_text("Mine.", encoding="utf-8")
    (again / "link").symlink_to("full")
    done = audit(again, "batch", *arguments, *ALIKE)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr


def test_two_runs_do_not_write_into_one_folder(again):
    held = os.open(again / OUT, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    done = batch(again)
    os.close(held)
    assert done.returncode == 2
    assert done.stderr.startswith("audit: audit-out/batch: another run writes there; wait for it")
