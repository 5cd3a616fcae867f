"""What the configuration file says, read and seen to be usable."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from auditor.errors import AuditError
from auditor.load.repository import upwards
from auditor.load.url import is_url
from auditor.resources import read_toml
from auditor.settings.complaint import complaint, nearest
from auditor.settings.globs import verify
from auditor.settings.tables import ProfileTable, SettingsFile

OWN_FILE = "audit.toml"
PROJECT_FILE = "pyproject.toml"
SECTION = "[tool.auditor]"

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Choices:
    """What one place says of settings; None where it says nothing.

    Attributes:
        refs, waivers: paths as seen from the working folder, and addresses of web pages.
        disable: ids and categories of rules.
        severity: rule and severity, in the order of the rules.
    """

    refs: tuple[str, ...] | None = None
    fail_on: str | None = None
    disable: tuple[str, ...] | None = None
    waivers: tuple[str, ...] | None = None
    severity: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that a glob matches, with their references; () and None where it says none."""

    articles: str
    refs: tuple[str, ...]
    profile: str | None


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration file; without one, all is empty.

    Attributes:
        file: as seen from the working folder, None where there is none.
        name: what messages call it: the file, and the section where it is another's.
    """

    file: Path | None = None
    name: str = ""
    choices: Choices = field(default_factory=Choices)
    ignore: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    profiles: tuple[tuple[str, Choices], ...] = ()

    @property
    def folder(self) -> Path:
        """Return the folder that paths of the file count from."""
        return self.file.parent if self.file else Path()

    def profile(self, name: str) -> Choices:
        """Return the choices of a profile.

        Raises:
            AuditError: naming the profiles that there are, where none is called so.
        """
        known = dict(self.profiles)
        if name not in known:
            where = f"{self.name}: " if self.name else "no configuration file: "
            hint = nearest(name, known) if known else f"write [profiles.{name}] in {OWN_FILE}"
            raise AuditError(f"{where}no profile is called {name!r}; {hint}")
        return known[name]


def configuration(named: Path | None) -> Configuration:
    """Return the configuration of a run.

    Args:
        named: the file of --config; without it the nearest one is read: ``audit.toml``, else
            ``pyproject.toml`` with a section of ours, in the working folder and those above it up
            to the root of the repository.

    Raises:
        AuditError: naming the file, the key and the remedy.
    """
    if named is not None:
        return _read(named, _section(named))
    for folder in upwards(Path()):
        own, project = folder / OWN_FILE, folder / PROJECT_FILE
        if os.path.isfile(own):  # noqa: PTH113  # never raises
            return _read(own, read_toml(own))
        if os.path.isfile(project):  # noqa: PTH113  # never raises
            section = section_of_project(project)
            if section is not None:
                return _read(project, section)
    return Configuration()


def _section(named: Path) -> dict[str, object]:
    if named.name != PROJECT_FILE:
        return read_toml(named)
    section = section_of_project(named)
    if section is None:
        raise AuditError(f"{named}: has no section {SECTION}; add it, or name another file")
    return section


def section_of_project(path: Path) -> dict[str, object] | None:
    """Return our section of a project's file, None where it has none.

    Raises:
        AuditError: if the file is no TOML.
    """
    tool = read_toml(path).get("tool")
    section = tool.get("auditor") if isinstance(tool, dict) else None
    return section if isinstance(section, dict) else None


def _read(path: Path, table: dict[str, object]) -> Configuration:
    name = f"{path} {SECTION}" if path.name == PROJECT_FILE else str(path)
    try:
        file = SettingsFile.model_validate(table)
    except ValidationError as error:
        raise AuditError(f"{name}: {complaint(error)}") from error
    verify(file.ignore, f"{name}: ignore")
    verify([story.articles for story in file.stories], f"{name}: stories articles")
    told = Configuration(
        file=path,
        name=name,
        choices=_choices(file, path.parent),
        ignore=tuple(file.ignore),
        stories=tuple(
            Story(story.articles, _from(path.parent, story.refs), story.profile)
            for story in file.stories
        ),
        profiles=tuple(
            (profile, _choices(own, path.parent)) for profile, own in file.profiles.items()
        ),
    )
    for story in told.stories:
        if story.profile is not None:
            told.profile(story.profile)
    return told


def _choices(table: ProfileTable, folder: Path) -> Choices:
    return Choices(
        refs=None if table.refs is None else _from(folder, table.refs),
        fail_on=table.fail_on,
        disable=None if table.disable is None else tuple(table.disable),
        waivers=None if table.waivers is None else _from(folder, table.waivers),
        severity=None if table.severity is None else tuple(sorted(table.severity.items())),
    )


def _from(folder: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Return paths from a folder as paths from the working folder; addresses stay."""
    return tuple(name if is_url(name) else str(folder / name) for name in names)
