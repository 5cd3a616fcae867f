"""Which articles a commit concerns: those that it changes, or whose needs it changes."""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditError
from auditor.load.commit import Commit, before
from auditor.load.record_of_waivers import NAME, waiver_files
from auditor.load.source import DELIVERED, FORMATS
from auditor.load.url import is_url
from auditor.settings.configuration import OWN_FILE, Configuration
from auditor.settings.effective import Decided, settings, stories_of
from auditor.stories.references_of import BESIDE, references_of
from auditor.stories.submitted import Submitted
from auditor.write.waiver_file import HEAD

NO_ARTICLE = re.compile(
    r"""(?xi) ^(
      (.*/)?(audit-out|\.[^/]*)/.*
      |(.*/)?(readme|changelog|contributing|code_of_conduct|security|licen[cs]e|notice|authors
             |maintainers|(dev-)?requirements[\w-]*|constraints|robots|humans)(\.[^/]*)?
    )$"""
)
"""Paths of what a repository says about itself, and of reports."""

EVERY_WAIVER_FILE = {*HEAD.splitlines(), "]", ""}
"""Lines of a waiver file that say nothing of any article."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """What a commit concerns, each in order.

    Attributes:
        articles: those to audit.
        strays: references that it changes and that belong to no article.
    """

    articles: tuple[Path, ...]
    strays: tuple[Path, ...]


def concerned(commit: Commit, decided: Decided) -> Concerned:
    """Return the articles that are changed, or whose references, waivers or settings are.

    Every text of the repository counts as an article, unless it is a reference: below a folder
    ``refs``, or where the settings say that references are. That an article names a file as its
    reference makes it none: the article would decide what is not audited.
    """
    told = decided.configuration
    articles = [path for path in commit.kept if is_article(path, told)]
    moved = (*commit.changed, *commit.removed)
    touched = {place for path in moved for place in _with_folders(path)}
    needs = {article: {*map(_real, _needs(article, decided))} for article in articles}
    decisions = _decided_anew(moved)
    everything = None in decisions or any(_is_settings(path, told) for path in moved)
    wanted = (
        article
        for article, places in needs.items()
        if everything or _real(article) in touched | decisions or places & touched
    )
    needed = {place for places in needs.values() for place in places}
    return Concerned(
        articles=tuple(wanted),
        strays=tuple(
            path
            for path in moved
            if _is_reference(path, told) and needed.isdisjoint(_with_folders(path))
        ),
    )


def is_article(path: Path, told: Configuration) -> bool:
    """Tell whether a file among others is an article, and no reference or text about them."""
    return _is_text(path) and not _is_reference(path, told)


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in FORMATS and not NO_ARTICLE.match(path.as_posix())


def _is_reference(path: Path, told: Configuration) -> bool:
    """Tell whether a file is a reference and no article, whoever may name it."""
    if path.suffix.lower() not in FORMATS | DELIVERED or stories_of(told, path):
        return False
    return BESIDE in path.parts[:-1] or not _configured(told).isdisjoint(_with_folders(path))


def _configured(told: Configuration) -> set[str]:
    """Return where the settings say that references are."""
    choices = (told.choices, *(own for _, own in told.profiles))
    named = [name for own in choices for name in own.refs or ()]
    named += [name for story in told.stories for name in story.refs]
    return {_real(Path(name)) for name in named if not is_url(name)}


def _needs(article: Path, decided: Decided) -> Iterator[Path]:
    """Yield the files and folders, beside its own, that the audit of an article hangs on."""
    yield from (path for path in waiver_files(article) if path.name != NAME)
    own = settings(decided, article)
    yield from map(Path, own.waivers.value)
    try:
        named = references_of(Submitted(article), own, decided.configuration).refs
    except AuditError:  # said when it is audited; a folder that was removed was beside it
        named = (str(article.parent / BESIDE),)
    yield from (Path(name) for name in named if not is_url(name))


def _is_settings(path: Path, told: Configuration) -> bool:
    return path.name == OWN_FILE or (told.file is not None and _real(path) == _real(told.file))


def _decided_anew(moved: Iterable[Path]) -> set[str | None]:
    """Return the articles on which decisions of the record changed, None for any article."""
    return {
        article and _real(path.parent / article)
        for path in moved
        if path.name == NAME
        for row in {*before(path).splitlines()} ^ {*_now(path).splitlines()}
        if row not in EVERY_WAIVER_FILE
        for article in _named_in(row)
    }


def _now(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _named_in(row: str) -> tuple[str | None, ...]:
    """Return the article that a line of the record is on, None where the line does not tell."""
    try:
        (waiver,) = tomllib.loads(f"waiver = [\n{row}\n]")["waiver"]
        return (str(waiver["article"]),)
    except (ValueError, KeyError, TypeError, RecursionError):
        return (None,)


def _with_folders(path: Path) -> Iterator[str]:
    """Yield the real path of a file, and of every folder that it lies in."""
    real = Path(_real(path))
    yield str(real)
    yield from map(str, real.parents)


def _real(path: Path) -> str:
    return os.path.realpath(path)
