"""Word lists of ``rules/lexicon/``: vocabulary that rules and mentions look things up in."""

import tomllib
from collections.abc import Mapping
from functools import cache

from auditor.resources import folder

Lexicon = Mapping[str, tuple[str, ...]]


@cache
def lexicon(name: str) -> Lexicon:
    """Return the lists of ``rules/lexicon/en/NAME.toml`` by key.

    A file holds ``key = ["word", …]`` at its top level and nothing else.
    """
    path = folder("rules") / "lexicon" / "en" / f"{name}.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: tuple(words) for key, words in lists.items()}
