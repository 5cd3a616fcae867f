"""Titles of ``rules/lexicon/en/titles.toml`` that are one office in several words."""

from collections.abc import Mapping
from functools import cache

from auditor.knowledge.lexicon import lexicon


@cache
def short_titles() -> Mapping[str, str]:
    """Return the form that stands for a title, by each other form: ``pm`` is prime minister."""
    pairs = (entry.split(" = ") for entry in lexicon("titles")["equal"])
    return {pair[0]: pair[1] for pair in pairs}


def one_form(title: str) -> str:
    """Return the form that stands for a title and its other forms."""
    return short_titles().get(title, title)
