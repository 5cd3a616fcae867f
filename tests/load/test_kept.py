"""Pages that were fetched before: one reference each, and the one that was pinned."""

import json
import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from auditor.load import load_references
from auditor.load.lock import HEAD
from auditor.load.sidecar import FORM, Sidecar, told_digest
from auditor.model.finding import Problem

PAGE = (
    b"<title>T</title><h1>Harbour bridge closes</h1><p>The bridge closed on Wednesday, he said.</p>"
)
OTHER = PAGE.replace(b"Wednesday", b"Thursday")
URL = "https://news.example/bridge"
NAME = "news-example-bridge.html"
TOLD = Sidecar(
    asked=URL,
    url=URL + "?final",
    fetched="2026-01-05T10:00:00Z",
    charset="utf-8",
    sha256=sha256(PAGE).hexdigest(),
    text_sha256="0" * 64,
    title="As the sidecar has it",
    published=date(2026, 1, 4),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``refs`` in the current directory, with a page as it was kept."""
    monkeypatch.chdir(tmp_path)
    refs = tmp_path / "refs"
    refs.mkdir()
    (refs / NAME).write_bytes(PAGE)
    (refs / f"{NAME}.txt").write_text("The bridge closed.")
    (refs / f"{NAME}.json").write_bytes(FORM.dump_json(TOLD))
    pin(refs)
    return refs


def pin(refs: Path, page: bytes = PAGE, told: Sidecar = TOLD, name: str = NAME) -> None:
    row = f"{sha256(page).hexdigest()}  {told_digest(told)}  {name}\n"
    (refs / "refs.lock").write_text(HEAD + row, encoding="utf-8")


def read(*named: str) -> tuple[list[tuple[str, str | None, str | None, date | None]], list[str]]:
    documents, problems = load_references(named or ["refs"])
    return [(found.path, found.url, found.title, found.published) for found in documents], [
        f"{problem.where}: {problem.reason}" for problem in problems
    ]


WHOLE = (f"refs/{NAME}", TOLD.url, TOLD.title, TOLD.published)


@pytest.mark.parametrize(
    "named",
    [
        ["refs"],
        [f"refs/{NAME}"],
        [f"refs/{NAME}.txt"],
        [f"refs/{NAME}.json"],
        ["refs", f"refs/{NAME}.txt", f"./refs/{NAME}"],
    ],
)
def test_page_text_and_sidecar_are_one_reference_whichever_is_named(folder, named):
    assert read(*named) == ([WHOLE], [])


def test_what_stands_beside_kept_pages_is_read_as_ever(folder):
    (folder / "wire.txt").write_text("Some words.")
    (folder / "wire.txt.txt").write_text("Other words.")
    (folder / "notes.json").write_text("{}")
    (folder / "page.html").write_bytes(OTHER)
    (folder / "page.html.json").write_text(json.dumps({"url": "https://evil.example/"}))
    found, problems = read()
    assert [path for path, *_ in found] == [
        f"refs/{NAME}",
        "refs/page.html",
        "refs/wire.txt",
        "refs/wire.txt.txt",
    ]
    assert [url for _, url, *_ in found] == [TOLD.url, None, None, None]
    assert [problem.partition(":")[0] for problem in problems] == [
        "refs/notes.json",
        "refs/page.html.json",
    ]


def test_without_a_lock_a_page_is_read_as_it_lies_there(folder):
    (folder / "refs.lock").unlink()
    (folder / NAME).write_bytes(OTHER)
    assert read() == ([WHOLE], [])


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda refs: (refs / NAME).write_bytes(OTHER), "is not what is pinned"),
        (
            lambda refs: (refs / f"{NAME}.json").write_bytes(
                FORM.dump_json(TOLD).replace(b"2026-01-04", b"2026-01-05")
            ),
            "is not what is pinned",
        ),
        (lambda refs: pin(refs, name="another.html"), "is not pinned"),
    ],
    ids=["other bytes", "another date in the sidecar", "a lock without it"],
)
@pytest.mark.parametrize("named", ["refs", f"refs/{NAME}"])
def test_a_page_that_is_not_what_is_pinned_is_a_problem_that_says_how_to_accept_it(
    folder, change, fault, named
):
    (folder / "wire.txt").write_text("Some words.")
    change(folder)
    documents, problems = load_references([named, "refs/wire.txt"])
    assert [found.path for found in documents] == ["refs/wire.txt"]
    accept = "to accept it as it lies there: audit fetch --accept --into refs"
    assert Problem("load", f"refs/{NAME}", f"{fault} in refs.lock; {accept}") in problems


def test_the_hour_of_a_fetch_is_not_pinned(folder):
    later = FORM.dump_json(TOLD).replace(b"10:00", b"23:00")
    (folder / f"{NAME}.json").write_bytes(later)
    assert read() == ([WHOLE], [])


GONE = (
    f"refs/{NAME}: is gone, but was kept by audit fetch; fetch it again, or remove its sidecar "
    "and its row in refs.lock"
)
ALONE = (
    f"refs/{NAME}: is pinned in refs.lock, but its sidecar is gone or damaged; fetch the page again"
)


@pytest.mark.parametrize(
    ("left", "problem"),
    [
        ([], GONE),
        ([".txt"], GONE),
        ([".json"], GONE),
        ([".txt", ".json"], GONE),
        ([""], ALONE),
        (["", ".txt"], ALONE),
    ],
)
def test_of_a_page_that_is_gone_in_part_nothing_is_read(folder, left, problem):
    (folder / "wire.txt").write_text("Some words.")
    for suffix in {"", ".txt", ".json"} - {*left}:
        (folder / f"{NAME}{suffix}").unlink()
    found, problems = read()
    assert [path for path, *_ in found] == ["refs/wire.txt"]
    assert problems == [problem]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a lock of another program", "line 1 pins no page"),
        (HEAD + "0" * 64 + "  " + "0" * 64 + "  ../../etc/passwd\n", "line 3 pins no page"),
        ("x" * 1_000_001, "is larger than a lock may be"),
    ],
)
def test_a_lock_that_is_none_is_a_problem_and_pins_nothing(folder, text, fault):
    (folder / "refs.lock").write_text(text)
    found, problems = read()
    assert found == [WHOLE]
    assert len(problems) == 1
    assert problems[0].startswith(f"refs/refs.lock: {fault}")


def test_what_is_no_file_is_not_waited_for(folder):
    for name in ("refs.lock", f"{NAME}.json"):
        (folder / name).unlink()
        os.mkfifo(folder / name)
    found, problems = read()
    assert [path for path, *_ in found] == [f"refs/{NAME}", f"refs/{NAME}.txt"]
    assert [problem.partition(";")[0] for problem in problems] == [
        f"refs/{NAME}.json: is not a regular file",
        "refs/refs.lock: is not a regular file",
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b"{}", b"[" * 90_000, b'{"made_by": "audit fetch"}', b"9" * 9999],
)
def test_any_json_beside_a_page_is_a_problem_and_the_page_is_read(folder, content):
    (folder / "refs.lock").unlink()
    (folder / f"{NAME}.json").write_bytes(content)
    found, problems = read()
    assert [path for path, *_ in found] == [f"refs/{NAME}", f"refs/{NAME}.txt"]
    assert problems[0].startswith(f"refs/{NAME}.json: is a .json file")
