import os
from pathlib import Path

import pytest

import auditor.load.references as references
from auditor.errors import AuditError
from auditor.load import load_references
from auditor.model.finding import Problem


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``refs`` in the current directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs").mkdir()
    return tmp_path / "refs"


def write(path: Path, text: str = "Some words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_paths(folder: Path) -> None:
    for name in ("b.txt", "a/z.md", "a.txt", "B.html", "a/y/x.txt", "10.txt", "9.txt"):
        write(folder / name)
    documents, problems = load_references(["refs"])
    assert [(found.id, found.path) for found in documents] == [
        ("r1", "refs/10.txt"),
        ("r2", "refs/9.txt"),
        ("r3", "refs/B.html"),
        ("r4", "refs/a.txt"),
        ("r5", "refs/a/y/x.txt"),
        ("r6", "refs/a/z.md"),
        ("r7", "refs/b.txt"),
    ]
    assert problems == ()


@pytest.mark.parametrize(
    "named",
    [
        ["refs/b.txt", "refs/", "./refs/b.txt", "later.txt"],
        ["later.txt", "refs", "refs/a.txt"],
        ["refs/a.txt", "later.txt", "refs/b.txt", "later.txt"],
    ],
)
def test_a_file_named_twice_is_read_once_and_the_order_of_naming_changes_nothing(
    folder: Path, named: list[str]
) -> None:
    for name in ("refs/a.txt", "refs/b.txt", "later.txt"):
        write(folder.parent / name, "The same words.")
    documents, problems = load_references(named)
    assert [(found.id, found.path) for found in documents] == [
        ("r1", "later.txt"),
        ("r2", "refs/a.txt"),
        ("r3", "refs/b.txt"),
    ]
    assert problems == ()


def test_what_cannot_be_read_among_good_references_is_a_problem_each(folder: Path) -> None:
    write(folder / "a.txt")
    write(folder / "b.pdf")
    write(folder / "c.txt", " ")
    (folder / "d.txt").write_bytes(b"caf\xe9\x81")
    write(folder / "photo.jpg")
    os.mkfifo(folder / "pipe.txt")
    documents, problems = load_references(["refs"])
    assert [found.path for found in documents] == ["refs/a.txt"]
    assert [(found.stage, found.where, found.reason.split(";")[0]) for found in problems] == [
        ("load", "refs/b.pdf", "is something else by its first bytes, not PDF"),
        ("load", "refs/c.txt", "holds no words"),
        ("load", "refs/d.txt", "byte 3 of its text is no UTF-8"),
        ("load", "refs/photo.jpg", "is a .jpg file"),
        ("load", "refs/pipe.txt", "is not a regular file"),
    ]


def test_hidden_files_and_those_of_file_managers_are_passed_over(folder: Path) -> None:
    write(folder / "a.txt")
    for name in (".DS_Store", ".gitignore", ".git/x.txt", "Thumbs.db", "desktop.ini"):
        write(folder / name)
    documents, problems = load_references(["refs"])
    assert [found.path for found in documents] == ["refs/a.txt"]
    assert problems == ()


def test_a_link_is_followed_inside_the_folder_only(folder: Path) -> None:
    write(folder / "a.txt")
    outside = write(folder.parent / "secret" / "s.txt")
    (folder / "inner.txt").symlink_to("a.txt")
    (folder / "outer.txt").symlink_to(outside)
    (folder / "out").symlink_to(outside.parent)
    (folder / "loop").symlink_to(".")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    documents, problems = load_references(["refs"])
    assert [found.path for found in documents] == ["refs/a.txt"]
    assert problems == (
        Problem("load", "refs/gone.txt", "is a broken link"),
        Problem("load", "refs/out", "is a link that leads out of the folder"),
        Problem("load", "refs/outer.txt", "is a link that leads out of the folder"),
    )


@pytest.mark.parametrize(
    ("locations", "message"),
    [
        ([], "no reference; name one with --refs"),
        (["refs"], "refs: no reference in it"),
        (["refs", " "], "--refs is empty"),
        (["a\0b"], "no such file or folder"),
        (["none"], "none: no such file or folder; check the path"),
        ([__file__.replace(".py", ".txt")], "test_references.txt: no such file or folder"),
        (["file:///etc/passwd"], "leads to file:, but only http and https are fetched"),
        (["ftp://example.org/a.txt"], "only http and https are fetched"),
    ],
)
def test_no_usable_reference_is_an_error_not_a_pass(
    folder: Path, locations: list[str], message: str
) -> None:
    with pytest.raises(AuditError, match=message):
        load_references(locations)


def test_unusable_references_alone_are_an_error_that_names_the_first(folder: Path) -> None:
    write(folder / "a.txt", "")
    write(folder / "b.pdf")
    with pytest.raises(AuditError, match=r"refs/a\.txt: holds no words.* \(and 1 more\)"):
        load_references(["refs"])


def test_a_subfolder_that_cannot_be_listed_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "a.txt")
    write(folder / "closed" / "b.txt")
    scan = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", scandir)
    documents, problems = load_references(["refs"])
    assert [found.path for found in documents] == ["refs/a.txt"]
    assert [(found.where, found.reason.split(";")[0]) for found in problems] == [
        ("refs/closed", "cannot be listed (Permission denied)")
    ]


def test_too_many_references_are_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(references, "MAX_REFERENCES", 2)
    for name in ("a.txt", "b.txt", "c.txt"):
        write(folder / name)
    with pytest.raises(AuditError, match="3 files, but at most 2 references"):
        load_references(["refs"])
