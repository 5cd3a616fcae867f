"""What the command writes: nobody loses a file by it, and no report is lost by another."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import ARTICLE, INVENTED, audit

VICTIM = "somebody's own\n"


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder that are there by themselves, with what they hold."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def newsroom(story: Path) -> Iterator[Path]:
    """Return the story with every kind of file that is read, under more than one name."""
    (story / "decisions.toml").write_text("version = 1\n", encoding="utf-8")
    (story / "article.waivers.toml").write_text("version = 1\n", encoding="utf-8")
    (story / "audit.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    (story / "hard.txt").hardlink_to(story / "article.txt")
    (story / "soft.txt").symlink_to("article.txt")
    (story / "wire-too.txt").hardlink_to(story / "refs" / "wire.txt")
    before = contents(story)
    yield story
    assert contents(story) == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--format", "text", "--output", "."], "article.txt: is article.txt, which is read"),
        (["--format", "json", "--output", "article.txt"], "article.txt: is article.txt"),
        (["--format", "json", "--output", "hard.txt"], "hard.txt: is article.txt"),
        (["--format", "json", "--output", "soft.txt"], "soft.txt: is article.txt"),
        (["--format", "json", "--output", "refs/wire.txt"], "refs/wire.txt: lies among"),
        (["--format", "json", "--output", "refs/new.json"], "refs/new.json: lies among"),
        (["--format", "html", "--output", "refs"], "refs/article.html: lies among"),
        (["--refs", "refs/wire.txt", "--format", "html", "--output", "refs/wire.txt"], "is refs/"),
        (["--format", "json", "--output", "wire-too.txt"], "wire-too.txt: is refs/wire.txt"),
        (["--format", "json", "--output", "article.waivers.toml"], "article.waivers.toml: is"),
        (
            ["--waivers", "decisions.toml", "--format", "json", "--output", "decisions.toml"],
            "decisions.toml: is decisions.toml",
        ),
        (
            ["--config", "audit.toml", "--format", "json", "--output", "audit.toml"],
            "audit.toml: is audit.toml",
        ),
        (["--format", "text", "--format", "json", "--output", "audit.toml"], "is a file, which"),
        (["--output", "audit.toml"], "is a file, which takes one article in one --format"),
    ],
)
def test_what_is_read_is_never_written(newsroom, arguments, reason):
    done = audit(newsroom, "article.txt", "--no-model", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
    assert "--output" in done.stderr or "name a folder" in done.stderr


def test_a_report_takes_the_place_of_no_other_article(newsroom):
    """The text report on ``article.md`` would be the article ``article.txt``."""
    (newsroom / "more").mkdir()
    os.link(newsroom / "article.txt", newsroom / "more" / "article.txt")
    arguments = ["soft.txt", "more/article.txt", "--refs", "refs", "--no-model"]
    done = audit(newsroom, *arguments, "--workers", "1", "--format", "text", "--output", ".")
    (newsroom / "more" / "article.txt").unlink()
    assert done.returncode == 2
    assert done.stderr.count("is soft.txt, which is read") == 2


def test_articles_of_one_stem_do_not_overwrite_each_other(story):
    (story / "article.md").write_text(ARTICLE + INVENTED, encoding="utf-8")
    arguments = ["article.txt", "article.md", "./article.md", "--no-model", "--format", "json"]
    assert audit(story, *arguments, "--workers", "1", "--output", "out").returncode == 1
    assert sorted(contents(story / "out")) == ["article.md.json", "article.txt.json"]


def test_a_report_replaces_its_older_self_and_leaves_nothing_beside_it(story):
    (story / "audit-out").mkdir()
    (story / "audit-out" / "article.html").write_text("old", encoding="utf-8")
    assert audit(story, "article.txt", "--no-model").returncode == 0
    assert sorted(contents(story / "audit-out")) == [".gitignore", "article.html"]
    assert (story / "audit-out" / "article.html").read_text(encoding="utf-8").startswith("<!")


def test_our_folder_is_no_link_to_elsewhere(story, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "article.html").write_text(VICTIM, encoding="utf-8")
    (story / "audit-out").symlink_to(elsewhere)
    done = audit(story, "article.txt", "--no-model")
    assert done.returncode == 3
    assert "Nothing stands against the references" in done.stdout
    assert done.stderr.startswith("audit: audit-out: is a link, which no report follows; name its")
    assert contents(elsewhere) == {"article.html": VICTIM.encode()}


def test_a_folder_that_the_user_names_may_be_a_link(story, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (story / "out").symlink_to(elsewhere)
    assert audit(story, "article.txt", "--no-model", "--output", "out").returncode == 0
    assert sorted(contents(elsewhere)) == ["article.html"]


@pytest.mark.parametrize("name", ["article.html", ".gitignore"])
def test_no_link_leads_a_report_out_of_its_folder(story, name):
    (story / "victim").write_text(VICTIM, encoding="utf-8")
    (story / "audit-out").mkdir()
    (story / "audit-out" / name).symlink_to("../victim")
    done = audit(story, "article.txt", "--no-model")
    assert done.returncode == (3 if name == "article.html" else 0)
    assert (story / "victim").read_text(encoding="utf-8") == VICTIM


def test_a_report_that_cannot_be_written_does_not_lose_the_others(story):
    (story / "second.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    (story / "out" / "article.html").mkdir(parents=True)
    formats = ["--format", "html", "--format", "json", "--format", "text"]
    articles = ["article.txt", "second.txt", "--workers", "1"]
    done = audit(story, *articles, "--no-model", *formats, "--output", "out")
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "audit: out/article.html: is a folder; name another file with --output",
        "json report: out/article.json",
        "text report: out/article.txt",
        "html report: out/second.html",
        "json report: out/second.json",
        "text report: out/second.txt",
    ]
    assert sorted(contents(story / "out")) == sorted(
        line.removeprefix(line[: line.index("out/") + 4]) for line in done.stderr.splitlines()[1:]
    )


def test_a_long_name_has_a_report_all_the_same(story):
    name = "fire" * 62 + ".md"
    (story / name).write_text(ARTICLE, encoding="utf-8")
    assert audit(story, name, "--no-model").returncode == 0
    (report,) = (story / "audit-out").glob("*.html")
    assert report.name.startswith("firefire")


def test_a_report_is_no_reference_for_the_next_audit(story):
    (story / "article.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    arguments = ["article.txt", "--refs", ".", "--no-model"]
    audit(story, *arguments)
    (second,) = [audit(story, *arguments, "--format", "json")]
    paths = [reference["path"] for reference in json.loads(second.stdout)["references"]]
    assert paths == ["refs/wire.txt"]
