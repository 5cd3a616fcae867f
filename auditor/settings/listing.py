"""The settings that hold, written as the file writes them, each with the place that says so."""

import json
from collections.abc import Iterator

from auditor.render.safe import escaped_json, line
from auditor.settings.configuration import Configuration
from auditor.settings.effective import DEFAULT, Decided, Settings, settings


def listing(decided: Decided) -> str:
    """Return what holds for articles that no story names, and then stories and profiles, as TOML.

    Paths are as seen from the working folder.
    """
    told = decided.configuration
    rows = [f"# settings of {line(told.name) or 'no file: these are the defaults'}"]
    rows += [f"{key} = {value}  # {line(origin)}" for key, value, origin in _rows(decided)]
    rows += _stories(told)
    for name, _ in told.profiles:
        rows += ["", f"[profiles.{text(name)}]  # all that holds under --profile {line(name)}"]
        own = Decided(told, decided.asked, name)
        rows += [f"{key} = {value}  # {line(origin)}" for key, value, origin in held(settings(own))]
    return "\n".join([*rows, ""])


def _rows(decided: Decided) -> Iterator[tuple[str, str, str]]:
    """Yield key, value and origin of what holds for a run."""
    yield from held(settings(decided))
    told = decided.configuration
    yield "ignore", texts(told.ignore), told.name if told.ignore else DEFAULT


def held(own: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield key, value and origin of what may differ from one article to the next."""
    yield "refs", texts(own.refs.value), own.refs.origin
    yield "fail-on", text(own.fail_on.value), own.fail_on.origin
    yield "disable", texts(own.disable.value), own.disable.origin
    yield "waivers", texts(own.waivers.value), own.waivers.origin
    inner = ", ".join(f"{text(rule)} = {text(to)}" for rule, to in own.severity.value)
    yield "severity", f"{{ {inner} }}" if inner else "{}", own.severity.origin


def _stories(told: Configuration) -> Iterator[str]:
    for story in told.stories:
        yield from ("", f"[[stories]]  # {line(told.name)}", f"articles = {text(story.articles)}")
        if story.refs:
            yield f"refs = {texts(story.refs)}"
        if story.profile is not None:
            yield f"profile = {text(story.profile)}"


def texts(values: tuple[str, ...]) -> str:
    """Return a list of texts as TOML writes it."""
    return f"[{', '.join(map(text, values))}]"


def text(value: str) -> str:
    """Return a text as TOML and JSON alike write it."""
    return escaped_json(json.dumps(value, ensure_ascii=False))
