"""Whatever the world does wrong: a sentence with the remedy, and never the status of findings."""

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.load import load_article
from tests.command import ARTICLE, ENVIRONMENT, INVENTED, REFERENCE, audit

pytestmark = pytest.mark.slow

COMMAND = "from auditor.cli import main; main()"
STOPPED = """import os, signal, threading
from auditor.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
threading.Timer(0.8, os.kill, (os.getpid(), {})).start()
main()"""
"""The command, to which somebody sends a signal when it has begun; none is ignored, as it would be
in the background."""

DEEP = "refs = " + "[" * 20_000
LONG_NUMBER = "refs = " + "9" * 5_000


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def full_of(text: str):
    return lambda path: path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("option", ["", "--refs", "--waivers", "--config"])
@pytest.mark.parametrize("stand", [folder, pipe, loop, device], ids=lambda stand: stand.__name__)
def test_what_is_no_file_is_named_and_not_waited_for(story, option, stand):
    stand(story / "odd.txt")
    named = ["odd.txt"] if not option else ["article.txt", option, "odd.txt"]
    done = audit(story, "--no-model", *named)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"audit: (no usable reference: )?odd\.txt: .+\n", done.stderr)


@pytest.mark.parametrize(
    "name",
    ["x" * 300, "x" * 250, "x" * 300 + "/a", "a\nb", "\udcff", "a\0b", "\x1b[2J", "\u202eab", ""],
)
@pytest.mark.parametrize("option", ["", "--refs", "--waivers", "--config"])
def test_a_name_that_no_file_has_is_said_so_that_it_can_be_read(story, option, name):
    named = [f"{name}.txt", "--refs", "refs"] if not option else ["article.txt", option, name]
    done = audit(story, "--no-model", *named)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.search(r"^(audit|Error): [^\n]+\n\Z", done.stderr, re.M)
    assert not set("\x1b\u202e\0\udcff") & set(done.stderr)


@pytest.mark.parametrize("option", ["--waivers", "--config"])
@pytest.mark.parametrize("text", [DEEP, LONG_NUMBER, "a\0", "version = 2", "\x1b[2J = 1"])
def test_settings_and_waivers_that_cannot_be_read_are_named(story, option, text):
    (story / "odd.toml").write_text(text, encoding="utf-8")
    done = audit(story, "article.txt", "--no-model", option, "odd.toml")
    assert done.returncode == 2
    assert re.fullmatch(r"audit: odd\.toml: [^\n\x1b]+\n", done.stderr)


@pytest.mark.parametrize("name", ["a\nb", "\udcff", "\x1b[2J", "\u202eab", "x" * 250, "-"])
def test_an_article_and_references_of_any_name_are_audited(story, name):
    """Its bytes need be no text; every format shows the name so that it acts on nobody."""
    (story / f"{name}.md").write_text(ARTICLE + INVENTED, encoding="utf-8")
    (story / "refs" / f"{name}.txt").write_text(REFERENCE, encoding="utf-8")
    formats = [part for one in ("text", "html", "json", "markdown") for part in ("--format", one)]
    done = audit(story, f"./{name}.md", "--no-model", *formats, "--output", "out")
    assert done.returncode == 1
    reports = [path.read_text(encoding="utf-8") for path in (story / "out").iterdir()]
    assert len(reports) == 4
    assert not set("\x1b\u202e\udcff") & set("".join(reports) + done.stderr)


def test_a_folder_that_links_to_itself_is_read_once(story):
    (story / "refs" / "again").symlink_to(story / "refs")
    (story / "refs" / "loop.txt").symlink_to("loop.txt")
    done = audit(story, "article.txt", "--no-model", "--format", "text")
    assert done.returncode == 3
    assert "refs/loop.txt: is a broken link" in done.stdout


def test_a_fault_of_ours_loses_no_other_article(story, monkeypatch):
    """Nothing else breaks on purpose, so the reading of one article is broken here."""

    def broken(path: Path, *, ocr: bool):
        if path.name == "second.txt":
            raise KeyError("heading")
        return load(path, ocr=ocr)

    load = load_article
    monkeypatch.setattr("auditor.api.load_article", broken)
    (story / "second.txt").write_text(ARTICLE, encoding="utf-8")
    done = audit(story, "second.txt", "article.txt", "--no-model", "--workers", "1")
    assert done.returncode == 3
    assert done.stderr.startswith("audit: second.txt: a fault in auditor itself (KeyError: 'head")
    assert done.stderr.endswith("\nhtml report: audit-out/article.html\n")


NAMES = st.text(st.characters(exclude_characters="/"), min_size=1, max_size=20)
BYTES = st.binary(max_size=200)


@given(name=NAMES, content=BYTES, option=st.sampled_from(["--refs", "--waivers", "--config", ""]))
@settings(max_examples=20, suppress_health_check=list(HealthCheck))
def test_no_name_and_no_bytes_end_in_the_status_of_findings(name, content, option):
    with tempfile.TemporaryDirectory() as root:
        story = Path(root)
        (story / "refs").mkdir()
        (story / "refs" / "wire.txt").write_text(REFERENCE, encoding="utf-8")
        (story / "article.txt").write_text(ARTICLE, encoding="utf-8")
        try:
            (story / name).write_bytes(content)
        except (OSError, ValueError):
            name = "refs"  # no file system has it
        named = [f"./{name}"] if not option else ["article.txt", option, f"./{name}"]
        done = audit(story, "--no-model", *named)
    assert done.returncode in {0, 2, 3}
    assert "a fault in auditor" not in done.stderr
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", done.stderr)


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which ``$audit`` is the command."""
    return subprocess.run(
        ["bash", "-c", f'audit() {{ "$0" -c "{COMMAND}" "$@"; }}; {line}', sys.executable],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=ENVIRONMENT,
    )


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("audit rules >/dev/full", 3, "audit: standard output: has no room left"),
        ("audit rules >&-", 3, "audit: standard output: is closed"),
        ("audit --help >/dev/full", 3, "audit: standard output: has no room left"),
        ("audit rules none 2>&-", 2, ""),
        ("audit rules none 2>/dev/full", 2, ""),
        ("audit none.txt 0>&- 1>&- 2>&-", 2, ""),
        ("audit rules $'\\e[2J' ", 2, "audit: no rule is called \\x1b[2J;"),
        ("audit rules | false; exit ${PIPESTATUS[0]}", 3, "audit: standard output: was closed"),
        ("audit --help | false; exit ${PIPESTATUS[0]}", 3, "audit: standard output: was closed"),
        ("PYTHONIOENCODING=ascii audit rules date-conflict", 0, ""),
        ("mkdir x; cd x; rmdir ../x; audit a.txt", 2, "audit: the folder that this was started in"),
        ("audit $'--\\e[2J' >/dev/full", 2, "Usage: audit [OPTIONS]"),
    ],
)
def test_streams_that_are_no_use_end_in_a_sentence(tmp_path, line, status, said):
    done = shell(tmp_path, line)
    assert done.returncode == status
    assert done.stderr.startswith(said) if said else done.stderr == ""
    assert "\x1b" not in done.stderr


def test_an_audit_whose_findings_nobody_hears_is_not_complete(story):
    (story / "article.txt").write_text(ARTICLE + INVENTED, encoding="utf-8")
    done = shell(story, "PYTHONIOENCODING=ascii audit article.txt --no-model 1>/dev/full")
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "audit: standard output: has no room left; make room, or name --output FILE",
        "html report: audit-out/article.html",
    ]
    (report,) = (story / "audit-out").glob("*.html")
    assert report.read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_the_command_finds_no_half_files(story, number):
    command = [sys.executable, "-c", STOPPED.format(int(number)), "article.txt", "--no-model"]
    done = subprocess.run(
        command, cwd=story, capture_output=True, text=True, check=False, env=ENVIRONMENT
    )
    assert (done.returncode, done.stdout, done.stderr) == (128 + number, "", "")
    assert sorted(path.name for path in story.iterdir()) == ["article.txt", "refs"]
