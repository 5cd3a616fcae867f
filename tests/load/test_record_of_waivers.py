"""Where the decisions on an article lie."""

import os
from contextlib import chdir
from pathlib import Path

import pytest

from auditor.load.record_of_waivers import record, waiver_files


def made(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch() if path.suffix else path.mkdir()


@pytest.mark.parametrize(
    ("there", "here", "found", "written"),
    [
        (["r/.git", "r/s/"], "r", [], "audit.waivers.toml"),
        (["r/.git", "r/audit.waivers.toml"], "r", ["audit.waivers.toml"], "audit.waivers.toml"),
        (["r/.git", "r/s/audit.waivers.toml", "r/audit.waivers.toml"], "r",
         ["s/audit.waivers.toml"], "s/audit.waivers.toml"),
        (["r/.git", "audit.waivers.toml"], "r", [], "audit.waivers.toml"),
        (["r/.git", "r/audit.waivers.toml", "r/s/a.waivers.toml"], "r",
         ["audit.waivers.toml", "s/a.waivers.toml"], "audit.waivers.toml"),
        (["r/audit.waivers.toml", "audit.waivers.toml"], ".",
         ["r/audit.waivers.toml"], "r/audit.waivers.toml"),
        (["audit.waivers.toml"], ".", ["audit.waivers.toml"], "audit.waivers.toml"),
        (["audit.waivers.toml", "r/other/"], "r", [], "audit.waivers.toml"),
        (["r/.git", "r/audit.waivers.toml"], "r/s", ["{r}/audit.waivers.toml"],
         "{r}/audit.waivers.toml"),
    ],
)  # fmt: skip
def test_the_nearest_file_up_to_the_root_of_the_repository_counts(
    tmp_path, there, here, found, written
):
    made(tmp_path, *there, "r/s/a.md")
    shown = os.path.realpath(tmp_path / "r")
    article = os.path.relpath(tmp_path / "r/s/a.md", tmp_path / here)
    with chdir(tmp_path / here):
        files = [path.as_posix() for path in waiver_files(Path(article))]
        assert files == [name.format(r=shown) for name in found]
        assert record(Path(article)).as_posix() == written.format(r=shown)


def test_outside_of_a_repository_and_the_working_folder_the_article_has_its_own(tmp_path):
    made(tmp_path, "here/x.md", "there/a.md", "audit.waivers.toml")
    with chdir(tmp_path / "here"):
        assert waiver_files(tmp_path / "there/a.md") == ()
        where = record(tmp_path / "there/a.md")
        assert where == Path(os.path.realpath(tmp_path)) / "there/audit.waivers.toml"


def test_an_article_called_audit_has_one_file_and_it_is_read_once(tmp_path):
    made(tmp_path, "audit.md", "audit.waivers.toml")
    with chdir(tmp_path):
        assert waiver_files(Path("audit.md")) == (Path("audit.waivers.toml"),)
