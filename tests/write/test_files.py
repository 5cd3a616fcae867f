"""A file written whole, whatever stands in its place."""

import os
import resource
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from auditor.errors import Unwritten
from auditor.write.files import write_whole

NOBODY = 65_534
"""The user without rights that every system has."""

OLD, NEW = "what stood there before", "the new report “–” \n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def test_a_file_is_written_with_its_folders_and_nothing_beside_it(tmp_path):
    path = tmp_path / "a" / "b" / "report.html"
    write_whole(path, NEW)
    assert path.read_bytes() == NEW.encode()
    assert names(path.parent) == ["report.html"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_the_umask(tmp_path, mask, mode):
    with umask(mask):
        write_whole(tmp_path / "report.html", NEW)
    assert stat.S_IMODE((tmp_path / "report.html").stat().st_mode) == mode


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    path = tmp_path / "report.html"
    path.write_text(OLD, encoding="utf-8")
    path.chmod(0o600)
    write_whole(path, NEW)
    assert path.read_text(encoding="utf-8") == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_another_name_of_the_file_keeps_the_old_bytes(tmp_path):
    """A hard link is not written through."""
    path, other = tmp_path / "report.html", tmp_path / "kept.html"
    path.write_text(OLD, encoding="utf-8")
    other.hardlink_to(path)
    write_whole(path, NEW)
    assert other.read_text(encoding="utf-8") == OLD


def link(path: Path) -> None:
    (path.parent / "victim").write_text(OLD, encoding="utf-8")
    path.symlink_to("victim")


def broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("stand", "reason"),
    [
        (link, "is a link, which no report follows"),
        (broken_link, "is a link, which no report follows"),
        (loop, "is a link, which no report follows"),
        (folder, "is a folder; name another file"),
        (pipe, "is no plain file"),
    ],
)
def test_nothing_but_a_plain_file_is_replaced(tmp_path, stand, reason):
    path = tmp_path / "report.html"
    stand(path)
    before = {name: (tmp_path / name).lstat() for name in names(tmp_path)}
    with pytest.raises(Unwritten, match=reason) as said:
        write_whole(path, NEW)
    assert str(said.value).startswith(f"{path}: ")
    assert {name: (tmp_path / name).lstat() for name in names(tmp_path)} == before


def test_a_device_is_neither_written_nor_replaced():
    with pytest.raises(Unwritten, match="is no plain file"):
        write_whole(Path("/dev/null"), NEW)
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("file/report.html", "what should be its folder is none"),
        ("file/below/report.html", "what should be its folder is none"),
        (f"{'x' * 300}.html", "its name is too long"),
        (f"{'x' * 300}/report.html", "its name is too long"),
        ("loop/report.html", "what should be its folder is none"),
    ],
)
def test_what_cannot_be_written_is_named_with_the_remedy(tmp_path, place, reason):
    (tmp_path / "file").write_text(OLD, encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(Unwritten, match=reason):
        write_whole(tmp_path / place, NEW)
    assert names(tmp_path) == ["file", "loop"]


@contextmanager
def folder_of_somebody() -> Iterator[Path]:
    """Give a folder to a user to whom permissions mean something, and be that user."""
    with tempfile.TemporaryDirectory() as root:
        owner = os.geteuid() or NOBODY
        os.chown(root, owner, -1)
        os.seteuid(owner)
        try:
            yield Path(root)
        finally:
            os.seteuid(os.getuid())


def test_what_is_closed_to_the_user_stays_as_it_is():
    with folder_of_somebody() as folder:
        path = folder / "report.html"
        path.write_text(OLD, encoding="utf-8")
        path.chmod(0o444)
        with pytest.raises(Unwritten, match="is write-protected"):
            write_whole(path, NEW)
        folder.chmod(0o555)
        for place in (folder / "other.html", folder / "new" / "report.html"):
            with pytest.raises(Unwritten, match="check the permissions of its folder"):
                write_whole(place, NEW)
        assert names(folder) == ["report.html"]
        assert path.read_text(encoding="utf-8") == OLD
        folder.chmod(0o755)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes: the nearest to a full disk that a test may have."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "report.html"
    path.write_text(OLD, encoding="utf-8")
    with room_for(1_000), pytest.raises(Unwritten, match="no room is left"):
        write_whole(path, NEW * 1_000)
    assert path.read_text(encoding="utf-8") == OLD
    assert names(tmp_path) == ["report.html"]


@pytest.mark.parametrize(("owner", "call"), [(os, "fsync"), (Path, "replace")])
def test_a_stop_at_any_call_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, owner, call):
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "report.html"
    path.write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(owner, call, stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, NEW)
    assert path.read_text(encoding="utf-8") == OLD
    assert names(tmp_path) == ["report.html"]
