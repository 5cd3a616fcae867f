"""Word lists of ``rules/lexicon/``: vocabulary that rules and mentions look things up in."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from auditor.resources import damaged, folder

Lexicon = Mapping[str, tuple[str, ...]]

_SHIPPED = """
aliases antonyms beginnings boilerplate bounds calendar certainty capitals conversions corrections
counted countries country_codes currencies currency-families currency_letters currency_signs
deed-lists deeds demonyms designators fates forecast idioms instructions leftovers magnitudes
meaning name-nouns name-words nicknames opposites places reasons reckoning regions remembrance
scores speech stages states titles units
"""

NAMES = tuple(_SHIPPED.split())
"""All of them: without one, what is looked up in it would go unnoticed."""


def verify() -> None:
    """See that no lexicon is missing.

    Raises:
        AuditError: naming the first that is.
    """
    for name in NAMES:
        if not _path(name).is_file():
            raise damaged(_path(name), "is missing")


def _path(name: str) -> Path:
    return folder("rules") / "lexicon" / "en" / f"{name}.toml"


@cache
def lexicon(name: str) -> Lexicon:
    """Return the lists of ``rules/lexicon/en/NAME.toml`` by key.

    A file holds ``key = ["word", …]`` at its top level and nothing else.

    Raises:
        AuditError: where the file is missing or broken, since it ships with the package.
    """
    path = _path(name)
    try:
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise damaged(path, "is missing or cannot be read") from error
    return {key: tuple(words) for key, words in lists.items()}
