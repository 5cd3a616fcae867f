"""The settings that hold: defaults, then the file, then a profile, then the command line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from auditor.settings.configuration import Choices, Configuration, Story
from auditor.settings.globs import matches

DEFAULT = "default"
COMMAND_LINE = "command line"

V = TypeVar("V")

DEFAULTS = Choices(refs=(), fail_on="error", disable=(), waivers=(), severity=())


@dataclass(frozen=True, slots=True)
class Sourced(Generic[V]):
    """A value that holds, and the place that says so."""

    value: V
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a run or for one of its articles.

    Attributes:
        profile: "" for none.
    """

    refs: Sourced[tuple[str, ...]]
    fail_on: Sourced[str]
    disable: Sourced[tuple[str, ...]]
    waivers: Sourced[tuple[str, ...]]
    severity: Sourced[tuple[tuple[str, str], ...]]
    profile: Sourced[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a run's settings come from; `profile` is that of the command line, "" for none."""

    configuration: Configuration
    asked: Choices
    profile: str = ""


Layer = tuple[str, Choices]


def settings(decided: Decided, article: Path | None = None) -> Settings:
    """Return what holds for an article, or with None for articles that no story names.

    Raises:
        AuditError: if there is no profile of the name that is asked for.
    """
    profile = _profile(decided, article)
    layers = tuple(_layers(decided, profile.value))
    return Settings(
        refs=_last(layers, lambda choices: choices.refs),
        fail_on=_last(layers, lambda choices: choices.fail_on),
        disable=_last(layers, lambda choices: choices.disable),
        waivers=_last(layers, lambda choices: choices.waivers),
        severity=_last(layers, lambda choices: choices.severity),
        profile=profile,
    )


def stories_of(configuration: Configuration, article: Path) -> tuple[Story, ...]:
    """Return the stories that an article belongs to, in the order of the file."""
    folder = configuration.folder
    return tuple(s for s in configuration.stories if matches([s.articles], article, folder))


def is_ignored(configuration: Configuration, article: Path) -> bool:
    """Tell whether the file says to leave an article out."""
    return matches(configuration.ignore, article, configuration.folder)


def _profile(decided: Decided, article: Path | None) -> Sourced[str]:
    """Return the profile of the command line, else that of the first story that names one."""
    if decided.profile:
        return Sourced(decided.profile, COMMAND_LINE)
    told = decided.configuration
    for story in stories_of(told, article) if article else ():
        if story.profile is not None:
            return Sourced(story.profile, f"{told.name}, [[stories]] {story.articles}")
    return Sourced("", DEFAULT)


def _layers(decided: Decided, profile: str) -> Sequence[Layer]:
    """Return who says what, later ones over earlier ones."""
    told = decided.configuration
    layers = [(DEFAULT, DEFAULTS), (told.name, told.choices)]
    if profile:
        layers.append((f"{told.name}, [profiles.{profile}]", told.profile(profile)))
    return (*layers, (COMMAND_LINE, decided.asked))


def _last(layers: Sequence[Layer], of: Callable[[Choices], V | None]) -> Sourced[V]:
    said = [(of(choices), origin) for origin, choices in layers]
    return next(Sourced(value, origin) for value, origin in reversed(said) if value is not None)
