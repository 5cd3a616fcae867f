"""Where the decisions of a desk lie: one file a repository, and one beside an article."""

import os
from collections.abc import Iterator
from pathlib import Path

NAME = "audit.waivers.toml"
"""The file that holds the decisions on all articles of a repository."""


def waiver_files(article: Path) -> tuple[Path, ...]:
    """Return the files that hold decisions on an article: the repository's, then its own."""
    beside = article.parent / f"{article.stem}.waivers.toml"
    shared = next(filter(os.path.isfile, _places(article)), None)
    files = (shared, beside if os.path.isfile(beside) else None)  # noqa: PTH113  # never raises
    return tuple({os.path.realpath(file): file for file in files if file}.values())


def record(article: Path) -> Path:
    """Return the file that holds the decisions on the articles of this one's repository.

    That is the nearest above the article; where there is none yet, the one to be made in the root.
    """
    places = list(_places(article))
    return next(filter(os.path.isfile, places), places[-1])


def _places(article: Path) -> Iterator[Path]:
    """Yield where the file may lie: from the article's folder up to the repository's root.

    Outside of a repository the working folder stands for the root where it lies above the article;
    else the article's folder is the only place.
    """
    folder = Path(os.path.realpath(article)).parent
    above = (folder, *folder.parents)
    here = Path(os.path.realpath("."))
    root = next((place for place in above if os.path.lexists(place / ".git")), None)
    root = root or (here if here in above else folder)
    for place in above[: above.index(root) + 1]:
        yield _shown(place) / NAME


def _shown(place: Path) -> Path:
    """Return a folder as the user would write it: from the working folder, where it lies below."""
    here = Path(os.path.realpath("."))
    return place.relative_to(here) if place.is_relative_to(here) else place
