"""Articles below folders: neither references nor texts about the repository are among them."""

from pathlib import Path

import pytest

from auditor.load.source import Unreadable
from auditor.settings.configuration import Configuration, Story
from auditor.stories.below import articles_below

NO_FILE = Configuration()
SPORT = Configuration(file=Path("audit.toml"), stories=(Story("sport/**", ("wires",), None),))


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "sport/a/article.txt",
        "sport/a/refs/wire.txt",
        "sport/a/planted.json",
        "sport/b.md",
        "sport/README.md",
        "sport/LICENSE",
        "sport/.draft.md",
        "audit-out/batch/reports/a.html",
        "city/c.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It rained.", encoding="utf-8")


@pytest.mark.parametrize("told", [NO_FILE, SPORT])
@pytest.mark.parametrize(
    ("places", "found"),
    [
        (["."], ["city/c.txt", "sport/a/article.txt", "sport/b.md"]),
        (["sport", "city"], ["sport/a/article.txt", "sport/b.md", "city/c.txt"]),
        (["city", ".", "city/c.txt"], ["city/c.txt", "sport/a/article.txt", "sport/b.md"]),
        (["sport/README.md"], ["sport/README.md"]),
        (["sport/a/refs"], ["sport/a/refs/wire.txt"]),
        ([], []),
    ],
)
def test_each_article_is_found_once_in_order(places, found, told):
    if places == ["sport/a/refs"] and told is NO_FILE:
        found = []  # whoever looks there finds references
    assert [str(path) for path in articles_below([*map(Path, places)], told)] == found


def test_a_place_that_is_not_there_is_an_error():
    with pytest.raises(Unreadable, match="gone: no such file or folder; check the path"):
        list(articles_below([Path("gone")], NO_FILE))


def test_a_link_out_of_the_folder_is_told_where_it_may_hold_articles(tmp_path):
    for name in ("sport/x", "sport/y.md", "sport/z.png", "sport/a/refs/w.txt"):
        (tmp_path / name).symlink_to(tmp_path / "city")
    told = [str(path) for path in articles_below([Path("sport")], NO_FILE)]
    assert told == [
        "sport/a/article.txt",
        "sport/b.md",
        "sport/x: is a link that leads out of the folder",
        "sport/y.md: is a link that leads out of the folder",
    ]
