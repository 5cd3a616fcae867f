"""Front matter: what a Markdown file says of itself between two fences before its text begins."""

import re
import tomllib

from auditor.load.lines import lines
from auditor.load.source import Source, SourceFormat, Unreadable, decoded

KEY = "refs"
"""The key under which an article names its references."""

MAX_CHARACTERS = 20_000
"""Of front matter that is read for references: longer than any, and read in some milliseconds."""

_DEEP = re.compile(r"(?:[\[{][^\[{]*+){100}|(?:[-?:] ){20}")
"""Nesting that no front matter has, and that takes a parser seconds."""

_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_NAMES_REFS = re.compile(rf"^[\"']?{KEY}[\"']?[ \t]*[:=]", re.M)
_WRITTEN = f"write it as {KEY}: [refs/wire.txt, refs/agency.txt]"


def front_matter_end(text: str) -> int:
    """Return where the front matter ends, 0 where there is none."""
    if not _FENCE.match(text):
        return 0
    rows = lines(text)
    fence = next(rows).text
    return next((line.end for line in rows if line.text == fence), 0)


def refs_of(source: Source) -> tuple[str, ...]:
    """Return the references that a Markdown article names itself, as it writes them.

    They are what ``refs:`` (YAML) or ``refs =`` (TOML) holds: one name, or a list of names. Front
    matter that cannot be read names none, unless it shows that key.

    Raises:
        Unreadable: if the source is no text, or the key holds anything else.
    """
    if source.format is not SourceFormat.MARKDOWN:
        return ()
    text = decoded(source)
    end = front_matter_end(text)
    opening = _FENCE.match(text)
    if not end or not opening or not _NAMES_REFS.search(text, opening.end(), end):
        return ()
    if end > MAX_CHARACTERS:
        raise Unreadable(source.path, f"front matter has more than {MAX_CHARACTERS:,} characters")
    inner = text[opening.end() : end - len("---")]
    try:
        table = _toml(inner) if text.startswith("+") else _yaml(inner)
    except _Unparsed as error:
        raise Unreadable(
            source.path, f"front matter names {KEY} and cannot be read ({error}); {_WRITTEN}"
        ) from error
    return _names(table, source.path)


class _Unparsed(Exception):  # noqa: N818  # what the text is
    """Front matter is neither YAML nor TOML; says why."""


def _toml(text: str) -> object:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise _Unparsed(str(error)) from error


def _yaml(text: str) -> object:
    """Return what YAML holds, every scalar as its text: nothing is made but texts and lists."""
    import yaml

    if _DEEP.search(text):
        raise _Unparsed("nested too deeply")
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes no objects at all
    except yaml.YAMLError as error:
        problem = getattr(error, "problem", None) or "no YAML"
        mark = getattr(error, "problem_mark", None)
        at = f" in its line {mark.line + 1}" if mark else ""
        raise _Unparsed(f"{problem}{at}") from error
    except (RecursionError, ValueError, TypeError) as error:
        raise _Unparsed("odd keys or nesting") from error


def _names(table: object, where: str) -> tuple[str, ...]:
    stated = table.get(KEY) if isinstance(table, dict) else None
    names = stated if isinstance(stated, list) else [stated] if stated else []
    if not all(isinstance(name, str) and name.strip() for name in names):
        raise Unreadable(where, f"front matter holds under {KEY} what is no path; {_WRITTEN}")
    return tuple(str(name).strip() for name in names)
