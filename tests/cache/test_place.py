"""Where the cache is looked for."""

import os
from pathlib import Path

import pytest

from auditor.cache.place import user_folder, why_not


@pytest.mark.parametrize(
    ("named", "folder"),
    [
        ({"AUDITOR_CACHE": "/kept"}, "/kept"),
        ({"AUDITOR_CACHE": "/kept", "XDG_CACHE_HOME": "/xdg"}, "/kept"),
        ({"XDG_CACHE_HOME": "/xdg"}, "/xdg/auditor"),
        ({"AUDITOR_CACHE": "", "HOME": "/home/ann"}, "/home/ann/.cache/auditor"),
        ({"AUDITOR_CACHE": "near"}, f"{Path.cwd()}/near"),
    ],
)
def test_the_folder_is_the_one_named_or_the_systems_own(monkeypatch, named, folder):
    for name in ("AUDITOR_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    assert str(user_folder()) == folder


@pytest.mark.parametrize(
    ("folder", "fault"),
    [
        (os.devnull, "is no folder"),
        (f"{os.devnull}/below", "cannot be reached (Not a directory)"),
        ("~/.cache/auditor", "is in a home that cannot be told"),
        ("/nul\0", "cannot be reached (embedded null byte)"),
        ("/none/there/yet", ""),
    ],
)
def test_a_folder_that_nothing_is_kept_in_says_why(folder, fault):
    assert why_not(Path(folder)) == fault


def test_a_folder_of_another_user_is_none(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(tmp_path, 12345, -1)
    assert why_not(tmp_path) == "belongs to another user"
