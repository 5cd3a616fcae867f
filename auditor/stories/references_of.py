"""Which references an article has, and who says so."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditError
from auditor.load.front_matter import KEY, refs_of
from auditor.load.repository import repository_of
from auditor.load.url import is_url
from auditor.settings.configuration import OWN_FILE, Configuration
from auditor.settings.effective import COMMAND_LINE, Settings, stories_of
from auditor.stories.submitted import Submitted

BESIDE = "refs"
"""The folder beside an article that holds its references."""


class NoReference(AuditError):  # noqa: N818  # reads as what it is: nobody names any
    """An article for which none of the ways names a reference."""


@dataclass(frozen=True, slots=True)
class Named:
    """Names of references: paths as seen from the working folder, and addresses.

    Attributes:
        way: who names them.
    """

    refs: tuple[str, ...]
    way: str


def references_of(article: Submitted, settings: Settings, configuration: Configuration) -> Named:
    """Return the references of an article by the first of the ways that names any.

    The ways are: --refs, the article's front matter, a story of the configuration file, the file's
    own `refs` (or its profile's), and a folder ``refs`` beside the article.

    Raises:
        NoReference: naming the ways, if none does.
        AuditError: if the front matter may not name what it does.
    """
    named = next((one for one in _ways(article, settings, configuration) if one.refs), None)
    if named is None:
        raise NoReference(
            f"{article.path}: no reference; name them in its front matter "
            f"({KEY}: [refs/wire.txt]), put them into a folder {BESIDE}/ beside it, or name them "
            f"in [[stories]] of {OWN_FILE}; --refs PATH_OR_URL goes before all of these"
        )
    return named


def _ways(article: Submitted, settings: Settings, told: Configuration) -> Iterator[Named]:
    refs = settings.refs
    if refs.origin == COMMAND_LINE:
        yield Named(refs.value, "--refs")
    yield Named(_of_front_matter(article), "front matter")
    for story in stories_of(told, article.path) if article.is_file else ():
        yield Named(story.refs, f"{told.name}, [[stories]] {story.articles}")
    yield Named(refs.value, refs.origin)
    beside = article.path.parent / BESIDE
    if os.path.isdir(beside):  # noqa: PTH112  # never raises
        yield Named((str(beside),), f"the folder {BESIDE}/ beside it")


def _of_front_matter(article: Submitted) -> tuple[str, ...]:
    """Return the references that an article names itself.

    The article is the text that is doubted: it may name files of its own repository (else of the
    working folder, else of its folder), and no pages, which are fetched for nobody but the user.

    Raises:
        AuditError: if it names anything else.
    """
    names = refs_of(article.source())
    root = _root(article.path.parent) if names else Path()
    return tuple(_permitted(name, article.path, root) for name in names)


def _permitted(name: str, article: Path, root: Path) -> str:
    if is_url(name):
        raise AuditError(
            f"{article}: front matter names the page {name}, and an article does not decide what "
            f"is fetched; save the page and name its file, or name it with --refs or in {OWN_FILE}"
        )
    path = article.parent / name
    if "\0" in name or not Path(os.path.realpath(path)).is_relative_to(root):
        raise AuditError(
            f"{article}: front matter names {name}, which lies outside of {root}; "
            f"name it with --refs or in {OWN_FILE}"
        )
    return str(path)


def _root(folder: Path) -> Path:
    """Return the folder that front matter reaches no further than."""
    real, here = Path(os.path.realpath(folder)), Path.cwd()
    return repository_of(real) or (here if real.is_relative_to(here) else real)
