"""Globs as in .gitignore, from the folder of the settings."""

from pathlib import Path

import pytest

from auditor.settings.globs import matches


@pytest.mark.parametrize(
    ("glob", "path", "is_match"),
    [
        ("stories/bridge/*.md", "stories/bridge/a.md", True),
        ("stories/bridge/*.md", "stories/bridge/old/a.md", False),
        ("stories/bridge/*.md", "old/stories/bridge/a.md", False),
        ("stories/*/a.md", "stories/bridge/a.md", True),
        ("stories/**", "stories/bridge/a.md", True),
        ("stories/**/*.md", "stories/a.md", True),
        ("stories/", "stories/bridge/a.md", True),
        ("*.md", "stories/bridge/a.md", True),
        ("a.md", "stories/bridge/a.md", True),
        ("*.md", "a.txt", False),
        ("*.md", "A.MD", False),
        ("[ab].md", "b.md", True),
        ("*.md", "./a.md", True),
        ("stories/*.md", "stories/../stories/a.md", True),
        ("*.md", "../a.md", False),
        ("**", "../../a.md", False),
    ],
)
def test_a_star_stays_in_its_folder_and_two_stars_do_not(
    tmp_path, monkeypatch, glob, path, is_match
):
    folder = tmp_path / "newsroom"
    for name in ("stories/bridge/old", "old/stories/bridge"):
        (folder / name).mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert matches([glob], Path(path), Path()) is is_match
    assert matches([glob], folder / path, Path()) is is_match
    assert matches([glob], Path(path), folder) is is_match


def test_a_folder_reached_by_a_link_is_the_folder(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert matches(["*.md"], tmp_path / "link" / "a.md", tmp_path / "real")
