"""The commands as a user types them, and what a report says of an archive."""

import json

import jsonschema
import pytest

from auditor.resources import folder
from tests.archive.postgres import why_not
from tests.archive.reports import write
from tests.command import audit

ARTICLE = """Strike in Baghdad

January 6, 2024

A US drone strike killed Abu Taqwa in Baghdad on Thursday.
"""


@pytest.fixture
def desk(tmp_path):
    write(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def _flat(shown: str) -> str:
    return " ".join(shown.split())


def test_an_archive_is_indexed_searched_and_audited_against(desk):
    done = audit(desk, "index", "archive", "--into", "archive.idx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "archive.idx: 3 reports (3 new, 0 changed, 0 gone)\n"
    done = audit(desk, "search", "archive.idx", "Baghdad", "--from", "2024-01-01")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "2024-01-04 · archive/2024/strike.txt · Strike kills Abu Taqwa\n  Baghdad\n"
    )
    done = audit(desk, "article.txt", "--refs", "archive.idx", "--no-model", "--format", "text")
    assert done.returncode == 0
    assert (
        "1 reference found in archive.idx (3 reports, 1 near) "
        "r1 archive/2024/strike.txt: Abu Taqwa, Baghdad, US, Strike, drone, killed; "
        "4 January 2024 and 6 January 2024"
    ) in _flat(done.stdout)


def test_a_report_tells_programs_and_readers_why_a_reference_was_found(desk):
    audit(desk, "index", "archive", "--into", "archive.idx")
    options = ("article.txt", "--refs", "archive.idx", "--no-model")
    report = json.loads(audit(desk, *options, "--format", "json").stdout)
    schema = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    assert [reference["found"] for reference in report["references"]] == [
        {
            "archive": "archive.idx",
            "words": ["Abu Taqwa", "Baghdad", "US", "Strike", "drone", "killed"],
            "days": ["2024-01-04", "2024-01-06"],
        }
    ]
    page = audit(desk, *options, "--format", "html", "--output", "-").stdout
    assert "found in archive.idx by Abu Taqwa, Baghdad, US, Strike, drone, killed; 4" in page


def test_what_could_not_be_indexed_is_told_and_makes_the_run_incomplete(desk):
    (desk / "archive" / "a.xyz").write_text("x")
    done = audit(desk, "index", "archive", "--into", "archive.idx")
    assert done.returncode == 3
    told = "archive.idx: 3 reports (3 new, 0 changed, 0 gone, 1 could not be read)\n"
    assert done.stdout == told
    assert done.stderr.startswith("audit: archive/a.xyz: is a .xyz file")
    done = audit(desk, "search", "archive.idx", "harbour")
    assert done.stderr == (
        "audit: 1 file could not be read when archive.idx was indexed; index it to see why\n"
    )
    done = audit(desk, "article.txt", "--refs", "archive.idx", "--no-model", "--format", "text")
    assert "1 near; 1 file could not be read when it was indexed)" in _flat(done.stdout)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("index", "archive", "--into", "archive/a.idx"), "archive/a.idx: lies in archive; name"),
        (("index", "none", "--into", "archive.idx"), "none: no such file or folder"),
        (("index", "archive", "--into", "none/archive.idx"), "none/archive.idx: cannot be used"),
        (("index", "archive", "--into", "article.txt"), "article.txt: is no archive; name another"),
        (("search", "article.txt", "Baghdad"), "article.txt: is no archive; audit index makes one"),
        (("search", "archive.idx", "Baghdad", "--from", "soon"), "Invalid value for '--from'"),
        (("article.txt", "--refs", "archive.idx", "--no-model"), "archive.idx: no such file"),
        (
            ("article.txt", "--refs", "postgresql://desk:secret@news.invalid/a", "--offline"),
            "postgresql://…@news.invalid/a: not fetched because of --offline",
        ),
        pytest.param(
            ("index", "archive", "--into", "postgresql://desk:secret@/none?host=/none"),
            "postgresql://…@/none?host=/none: connection is bad",
            marks=pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"),
        ),
    ],
)
def test_what_cannot_start_says_why_and_no_password(desk, arguments, message):
    done = audit(desk, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "secret" not in done.stderr


def test_hostile_names_and_titles_act_on_no_terminal(desk):
    text = "\x1b[2JEvil\u202e title\n\nJanuary 4, 2024\n\nA strike in Baghdad killed Abu Taqwa."
    (desk / "archive" / "evil\x1b[2J.txt").write_text(text, encoding="utf-8")
    audit(desk, "index", "archive", "--into", "archive.idx")
    outputs = [
        audit(desk, "search", "archive.idx", "Taqwa").stdout,
        audit(
            desk, "article.txt", "--refs", "archive.idx", "--no-model", "--format", "text"
        ).stdout,
    ]
    for shown in outputs:
        assert "evil\\x1b[2J.txt" in shown
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.slow
def test_a_database_is_indexed_searched_and_audited_against(desk, shared):
    done = audit(desk, "index", "archive", "--into", shared)
    assert done.returncode == 0
    assert done.stdout.endswith(": 3 reports (3 new, 0 changed, 0 gone)\n")
    done = audit(desk, "article.txt", "--refs", shared, "--no-model", "--format", "json")
    report = json.loads(done.stdout)
    named = str(desk / "archive" / "2024" / "strike.txt")
    assert [reference["path"] for reference in report["references"]] == [named]


@pytest.mark.slow
def test_a_database_that_was_never_indexed_is_an_error_not_a_pass(desk, shared):
    done = audit(desk, "article.txt", "--refs", shared, "--no-model")
    assert done.returncode == 2
    assert "holds no archive of this version; run audit index" in done.stderr
