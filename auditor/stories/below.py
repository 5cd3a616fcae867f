"""Which articles lie below folders of stories."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.load.folder import files
from auditor.load.source import Unreadable, mode
from auditor.settings.configuration import Configuration
from auditor.settings.effective import is_ignored
from auditor.stories.concerned import is_article
from auditor.stories.references_of import BESIDE


def articles_below(places: Sequence[Path], told: Configuration) -> Iterator[Path | Unreadable]:
    """Yield each article once, in the order of the places and below each by its path.

    Left out are references, texts about the repository, hidden files, reports, and what the
    settings leave out. What cannot be listed, and so may hold articles, is yielded as its error.

    Args:
        places: folders, and articles themselves.
        told: says what is a reference and what is left out.

    Raises:
        Unreadable: if there is no such place.
    """
    seen: set[str] = set()
    for place in places:
        for path in files(place) if place.is_dir() else _named(place):
            at = Path(path.where) if isinstance(path, Unreadable) else path
            is_ours = at == place or _is_story(path, at.relative_to(place), told)
            if str(at) not in seen and is_ours and not is_ignored(told, at):
                seen.add(str(at))
                yield path


def _is_story(path: Path | Unreadable, below: Path, told: Configuration) -> bool:
    """Tell whether a file is an article, or a folder that may hold some cannot be listed.

    Args:
        path: of the file, or what is wrong with it.
        below: its path from the folder that is looked through.
        told: a glob of a story there may match its references, too, as ``sport/**`` does.
    """
    if BESIDE in below.parts:
        return False
    if isinstance(path, Unreadable):
        return not below.suffix or is_article(Path(path.where), told)
    return is_article(path, told)


def _named(place: Path) -> tuple[Path]:
    mode(place)  # says what is wrong with it
    return (place,)
