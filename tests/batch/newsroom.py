"""Four stories of two desks: two stand, one has an invented quotation, one has no reports."""

from pathlib import Path

from tests.command import ARTICLE, INVENTED, REFERENCE

STORIES = {
    "stories/city/d/article.txt": (ARTICLE, ""),
    "stories/city/fire/article.txt": (ARTICLE + INVENTED, REFERENCE),
    "stories/sport/a/article.txt": (ARTICLE, REFERENCE),
    "stories/sport/b/article.md": (f"# {ARTICLE}", REFERENCE + "It was put out.\n"),
}
"""Articles with their one reference, in the order of the record."""

LOST, INVENTING = (name for name in STORIES if "/city/" in name)


def newsroom(root: Path) -> Path:
    """Write the stories below a folder."""
    for name, (article, reference) in STORIES.items():
        path = root / name
        path.parent.mkdir(parents=True)
        path.write_text(article, encoding="utf-8")
        if reference:
            (path.parent / "refs").mkdir()
            (path.parent / "refs" / "wire.txt").write_text(reference, encoding="utf-8")
    (root / "stories" / "README.md").write_text("# Our stories\n", encoding="utf-8")
    return root


def written(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
