"""Reading the files of labelled material."""

from pathlib import Path


def text_of(path: Path) -> str:
    """Return the text of a file."""
    return path.read_text(encoding="utf-8")


def references_of(story: Path) -> tuple[tuple[str, str], ...]:
    """Return name and text of each reference of a story, by name."""
    return tuple((path.name, text_of(path)) for path in sorted((story / "refs").iterdir()))
