"""The stories that a page describes to machines in JSON-LD (https://schema.org)."""

import json
from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup

Described = Mapping[str, object]
"""A thing and what is said of it, under the names of schema.org."""

_STORY_TYPES = ("article", "posting", "report")
_MAX_JSON = 500_000
"""Characters of one JSON-LD block; those of news pages have some thousands."""

MOST_AUTHORS = 12
"""Authors of a story; a page that names more lists its staff. A guess."""


def described_stories(soup: BeautifulSoup) -> Iterator[Described]:
    """Yield the articles that a page describes; those it only links to are left out.

    Who is named elsewhere in the block, by an ``@id``, is put in the author's place.
    """
    for element in soup.find_all("script", attrs={"type": "application/ld+json"}):
        things = tuple(_things(element.get_text()))
        for thing in things:
            if _is_story(thing.get("@type")):
                yield {**thing, "author": _whole(thing.get("author"), things)}


def _things(text: str) -> Iterator[Described]:
    try:
        block: object = json.loads(text[:_MAX_JSON])
    except (ValueError, RecursionError):  # many pages ship broken JSON-LD; nothing is lost but it
        return
    for top in block if isinstance(block, list) else [block]:
        graph = top.get("@graph") if isinstance(top, dict) else None
        for thing in graph if isinstance(graph, list) else [top]:
            if isinstance(thing, dict):
                yield thing


def _is_story(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(str(one).lower().endswith(_STORY_TYPES) for one in kinds)


def _whole(author: object, things: tuple[Described, ...]) -> object:
    """Return what is said of an author, or of each in a list, where he is named by an ``@id``."""
    if isinstance(author, list):
        several = author[:MOST_AUTHORS]
        return [_whole(one, things) for one in several if not isinstance(one, list)]
    if isinstance(author, dict) and "name" not in author:
        own = author.get("@id")
        return next((thing for thing in things if own and thing.get("@id") == own), author)
    return author
