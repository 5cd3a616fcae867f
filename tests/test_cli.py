"""The command line as a user meets it, in a temporary folder.

Most runs share this process, where parser and model are read once; a few start one of their own.
"""

import json
from pathlib import Path

import pytest

from tests.command import ARTICLE, INVENTED, audit, started


def test_a_clean_article_exits_0_and_leaves_a_report(story):
    done = started(story, "article.txt", "--refs", "refs")
    assert (done.returncode, done.stderr) == (0, "html report: audit-out/article.html\n")
    assert (story / "audit-out" / "article.html").read_text(encoding="utf-8").startswith("<!")
    assert (story / "audit-out" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_references_beside_the_article_are_found(story):
    assert audit(story, "article.txt").returncode == 0


def test_an_invented_quote_exits_1_unless_told_otherwise(story):
    (story / "article.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    assert audit(story, "article.txt").returncode == 1
    assert audit(story, "article.txt", "--fail-on", "never").returncode == 0


def test_an_unusable_reference_among_good_ones_exits_3_and_is_named(story):
    (story / "refs" / "empty.txt").write_text(" \n", encoding="utf-8")
    done = audit(story, "article.txt", "--format", "json")
    problems = json.loads(done.stdout)["problems"]
    assert done.returncode == 3
    assert [problem["where"] for problem in problems] == ["refs/empty.txt"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["missing.txt", "--refs", "refs"], "missing.txt"),
        (["article.txt", "--refs", "nowhere"], "nowhere"),
        (["article.txt", "--refs", "https://example.org/a", "--offline"], "--offline"),
        (["article.txt", "--refs", "refs", "--refs", "HTTP://example.org", "--offline"], "HTTP:"),
        (["article.txt", "--refs", "hTTps://example.org/a", "--offline"], "--offline"),
        (["article.txt", "--refs", "ftp://example.org/a", "--offline"], "--offline"),
        (["article.txt", "--config", "none.toml"], "none.toml"),
        (["article.txt", "--format", "pdf"], "pdf"),
        ([], "ARTICLE"),
    ],
)
def test_what_cannot_start_exits_2_and_says_why(story, arguments, complaint):
    done = audit(story, *arguments)
    assert done.returncode == 2
    assert complaint in done.stderr


def test_what_cannot_start_shows_no_traceback(story):
    done = started(story, "missing.txt", "--refs", "refs")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_no_reference_at_all_is_an_error_not_a_pass(story):
    (story / "refs" / "wire.txt").unlink()
    done = audit(story, "article.txt")
    assert done.returncode == 2
    assert "refs" in done.stderr


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('colour = "red"', "colour"),
        ('fail_on = "sometimes"', "fail_on"),
        ('disable = ["no-such-rule"]', "no-such-rule"),
        ("refs = 3", "refs"),
    ],
)
def test_a_bad_setting_is_named(story, text, complaint):
    (story / "audit.toml").write_text(text, encoding="utf-8")
    done = audit(story, "article.txt", "--config", "audit.toml")
    assert done.returncode == 2
    assert complaint in done.stderr


def test_several_articles_write_into_a_folder_and_the_worst_status_counts(story):
    (story / "second.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    articles = ["article.txt", "second.txt", "gone.txt", "--workers", "1"]
    done = audit(story, *articles, "--format", "json", "--output", "out")
    assert done.returncode == 2
    assert sorted(path.name for path in (story / "out").iterdir()) == [
        "article.json",
        "second.json",
    ]


def test_articles_of_one_name_do_not_overwrite_each_other(story):
    for place in ("a", "b"):
        (story / place).mkdir()
        (story / place / "article.txt").write_text(ARTICLE, encoding="utf-8")
    arguments = ["a/article.txt", "b/article.txt", "--refs", "refs", "--format", "json"]
    assert audit(story, *arguments, "--workers", "1", "--output", "out").returncode == 0
    assert sorted(path.name for path in (story / "out").iterdir()) == [
        "a-article.json",
        "b-article.json",
    ]


def test_an_article_among_its_own_references_proves_nothing(story):
    done = audit(story, "article.txt", "--refs", ".", "--format", "json")
    assert done.returncode == 3
    assert [p["where"] for p in json.loads(done.stdout)["problems"]] == ["article.txt"]


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(story):
    (story / "article.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    first, second = (
        started(story, "article.txt", "--format", "json", seed=seed).stdout for seed in (1, 2)
    )
    assert first == second
    assert first.startswith("{")


def test_rules_are_listed_and_explained(story):
    listed = audit(story, "rules").stdout
    name = listed.split()[0]
    assert audit(story, "rules", name).stdout.startswith(name)
    assert audit(story, "rules", "no-such-rule").returncode == 2


def waivers(story: Path, name: str, article: str = "article.txt") -> Path:
    """Write a waiver file for every finding that the JSON report of the article shows."""
    record = json.loads(audit(story, article, "--format", "json").stdout)
    found = [finding for sentence in record["sentences"] for finding in sentence["findings"]]
    tables = [
        f'[[waiver]]\nfingerprint = "{finding["fingerprint"]}"\ndecision = "dismissed"\n'
        'reason = "Her office sent us the recording."\ninitials = "AB"\ndecided = 2024-01-06\n'
        f'rule = "{finding["rule"]}"\n'
        for finding in [*found, *record["article_findings"]]
    ]
    path = story / name
    path.write_text("\n".join(["version = 1", *tables]), encoding="utf-8")
    return path


def test_a_waived_finding_passes_until_its_sentence_changes(story):
    (story / "article.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    assert audit(story, "article.txt").returncode == 1
    waivers(story, "decisions.toml")
    (story / "audit.toml").write_text('waivers = ["decisions.toml"]\n', encoding="utf-8")
    passed = audit(story, "article.txt", "--waivers", "decisions.toml", "--format", "text")
    assert passed.returncode == 0
    assert "waived by AB, 6 January 2024: Her office sent us the recording." in passed.stdout
    assert audit(story, "article.txt", "--config", "audit.toml").returncode == 0
    changed = INVENTED.replace("terrible night", "dreadful night")
    (story / "article.txt").write_text(ARTICLE + changed, encoding="utf-8")
    failed = audit(story, "article.txt", "--waivers", "decisions.toml", "--format", "text")
    assert failed.returncode == 1
    assert "nothing of it is marked there any more" in " ".join(failed.stdout.split())


def test_a_waiver_file_beside_the_article_is_read_unless_another_is_named(story):
    (story / "my article.v2.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    waivers(story, "my article.v2.waivers.toml", "my article.v2.txt")
    (story / "none.toml").write_text("version = 1\n", encoding="utf-8")
    done = audit(story, "my article.v2.txt")
    assert done.returncode == 0
    assert done.stderr == "html report: audit-out/my article.v2.html\n"
    assert audit(story, "my article.v2.txt", "--waivers", "none.toml").returncode == 1


def test_a_broken_waiver_file_stops_the_audit(story):
    (story / "article.waivers.toml").write_text("version = 2\n", encoding="utf-8")
    done = audit(story, "article.txt")
    assert done.returncode == 2
    assert "article.waivers.toml: version is wrong" in done.stderr
